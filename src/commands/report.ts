import { existsSync } from 'node:fs';
import { ConfigError, readDatabaseUrl, readEnvironment } from '../config.ts';
import { openDatabase } from '../store/open-database.ts';
import { readStatistics } from '../store/statistics.ts';
import { StoreError } from '../store/store-error.ts';
import { readArguments, stop, wrongSettings, wrongUse } from './command-line.ts';
import { reportToText } from './text/report-text.ts';

/** EX_UNAVAILABLE of sysexits.h. */
const unavailable = 69;

const usage = 'Usage: npm run report -- [--since YYYY-MM-DD] [--json]';

const { values } = readArguments(usage, {
  options: { since: { type: 'string' }, json: { type: 'boolean' } },
});
const since = values.since === undefined ? 0 : dateToTime(values.since);
try {
  const url = readDatabaseUrl(readEnvironment());
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length))) {
    stop(unavailable, `There is no database at ${url} (DATABASE_URL) yet.`);
  }
  const database = await openDatabase(url);
  const statistics = await readStatistics(database, since);
  await database.close();
  console.log(values.json ? JSON.stringify(statistics, null, 2) : reportToText(statistics));
} catch (error) {
  if (error instanceof ConfigError) stop(wrongSettings, error.message);
  if (error instanceof StoreError) stop(unavailable, error.message);
  throw error;
}

function dateToTime(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time)
    ? stop(wrongUse, `--since is "${date}", which is no date.\n${usage}`)
    : time;
}
