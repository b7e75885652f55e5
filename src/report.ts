import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEnvironment } from './config.ts';
import { reportToText } from './report-text.ts';
import { openDatabase } from './store/open-database.ts';
import { readStatistics } from './store/statistics.ts';
import { StoreError } from './store/store-error.ts';

/** EX_USAGE and EX_UNAVAILABLE of sysexits.h. */
const wrongUse = 64;
const unavailable = 69;

const usage = 'Usage: npm run report -- [--since YYYY-MM-DD] [--json]';

/** Prints what people asked and how it came out, from the bot's database. */
async function main(): Promise<void> {
  const { since, json } = readArguments();
  const url = readEnvironment().DATABASE_URL?.trim() || 'file:data/desk.db';
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length))) {
    return stop(unavailable, `There is no database at ${url} (DATABASE_URL) yet.`);
  }
  try {
    const database = await openDatabase(url);
    const statistics = await readStatistics(database, since);
    await database.close();
    const text = json ? JSON.stringify(statistics, null, 2) : reportToText(statistics);
    process.stdout.write(`${text}\n`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    stop(unavailable, error.message);
  }
}

function readArguments(): { since: number; json: boolean } {
  try {
    const { values } = parseArgs({
      options: { since: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const since = values.since === undefined ? 0 : dateToTime(values.since);
    return { since, json: values.json };
  } catch (error) {
    return stop(wrongUse, `${(error as Error).message}\n${usage}`);
  }
}

function dateToTime(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`--since is "${date}", which is no date.`);
  return time;
}

function stop(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

await main();
