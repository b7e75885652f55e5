import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Database, DatabaseLink, openDatabase } from '../../src/store/database.ts';
import { ResilientJobs } from '../../src/store/resilient-jobs.ts';
import { findsAndForgets, keepsVerdicts, listsThreads } from './archive-contract.ts';
import { keepsArticles } from './articles-contract.ts';
import { remembersConversations } from './conversations-contract.ts';
import { claim, givesOnePost, isHeldByOneProcess } from './job-store-contract.ts';
import { bringsTablesUpToDate } from './migrations-contract.ts';
import { openSharedJobs } from './open-shared-jobs.ts';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  postgresUrl,
  query,
} from './postgres-database.ts';

const server = postgresUrl ?? '';
const opened: Database[] = [];
const made: string[] = [];

async function freshUrl(): Promise<string> {
  const url = await createPostgresDatabase(server);
  made.push(url);
  return url;
}

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url);
  opened.push(database);
  return database;
}

const openJobs = async () => openSharedJobs(await freshUrl(), open);
const openFresh = async () => open(await freshUrl());

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await Promise.all(made.map((url) => dropPostgresDatabase(server, url)));
});

const describePostgres = postgresUrl ? describe : describe.skip;
const where = postgresUrl ? 'Postgres' : 'Postgres (skipped: TEST_DATABASE_URL names no server)';

describePostgres(`jobs in ${where}`, () => {
  givesOnePost(openJobs);
  isHeldByOneProcess(openJobs);
});

describePostgres(`conversations in ${where}`, () => remembersConversations(openFresh));
describePostgres(`the archive in ${where}`, () => findsAndForgets(openFresh));
describePostgres(`threads in ${where}`, () => listsThreads(openFresh));
describePostgres(`feedback in ${where}`, () => keepsVerdicts(openFresh));
describePostgres(`the articles in ${where}`, () => keepsArticles(openFresh));
describePostgres(`a database of ${where}`, () => bringsTablesUpToDate(freshUrl, query));

describePostgres(`jobs in ${where} that is slow to take new ones`, () => {
  it('are written down as done while more claims wait than it takes at once', async () => {
    const url = await freshUrl();
    const link = new DatabaseLink({ url, tell: () => {} });
    const jobs = new ResilientJobs(link);
    const posted = await claim(jobs, 'posted');
    await query(
      url,
      `create function wait() returns trigger language plpgsql as
       $$ begin perform pg_advisory_xact_lock(1); return new; end $$;
       create trigger wait before insert on jobs for each row execute function wait()`,
    );
    const gate = new pg.Client({ connectionString: url });
    await gate.connect();
    await gate.query('select pg_advisory_lock(1)');
    const claims = Array.from({ length: 60 }, (_, i) => claim(jobs, `k${i}`));
    expect(await jobs.begin(posted)).toBe(true);
    await jobs.finish(posted, { effect: async () => {} });
    const [row] = await query(url, "select state from jobs where key = 'posted'");
    // Until now no claim could come to an end.
    await gate.end();
    await Promise.all(claims);
    await jobs.catchUp();
    const [{ count } = { count: 0 }] = (await query(url, 'select count(*) from jobs')) as {
      count: string;
    }[];
    await link.close();
    expect([row, Number(count)]).toEqual([{ state: 'done' }, 61]);
  });
});
