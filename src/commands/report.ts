import { existsSync } from 'node:fs';
import { readDatabaseUrl } from '../config.ts';
import { openDatabase } from '../store/database.ts';
import { readStatistics, type Statistics } from '../store/statistics.ts';
import { StoreError } from '../store/store-error.ts';
import { command, Stop, unavailable, wrongUse } from './command.ts';
import { reportToText } from './text/report-text.ts';

const usage = 'Usage: npm run report -- [--since YYYY-MM-DD] [--json]';
const options = { since: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Prints what people asked and how it came out. */
export const run = command(usage, { options }, async ({ values: { since, json } }, io) => {
  const statistics = await read(readDatabaseUrl(io.env), since === undefined ? 0 : timeOf(since));
  io.out(json ? JSON.stringify(statistics, null, 2) : reportToText(statistics));
  return 0;
});

async function read(url: string, since: number): Promise<Statistics> {
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length))) {
    throw new Stop(unavailable, `There is no database at ${url} (DATABASE_URL) yet.`);
  }
  try {
    const database = await openDatabase(url);
    try {
      return await readStatistics(database, since);
    } finally {
      await database.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? new Stop(unavailable, error.message) : error;
  }
}

function timeOf(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new Stop(wrongUse, `--since is "${date}", which is no date.\n${usage}`);
}
