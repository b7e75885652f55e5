import { afterAll, describe } from '@jest/globals';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findsAndForgets, keepsVerdicts, listsThreads } from './archive-contract.ts';
import { remembersConversations } from './conversations-contract.ts';
import { givesOnePost, isHeldByOneProcess } from './job-store-contract.ts';
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
describePostgres(`a database of ${where}`, () => bringsTablesUpToDate(freshUrl, query));
