import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findsAndForgets, keepsVerdicts, listsThreads } from './archive-contract.ts';
import { keepsArticles } from './articles-contract.ts';
import { remembersConversations } from './conversations-contract.ts';
import { givesOnePost, isHeldByOneProcess } from './job-store-contract.ts';
import { bringsTablesUpToDate } from './migrations-contract.ts';
import { openSharedJobs } from './open-shared-jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const opened: Database[] = [];
let files = 0;

async function freshUrl(): Promise<string> {
  files += 1;
  return `file:${join(folder, `desk-${files}.db`)}`;
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
  rmSync(folder, { recursive: true });
});

describe('jobs in SQLite', () => {
  givesOnePost(openJobs);
  isHeldByOneProcess(openJobs);
});

describe('conversations in SQLite', () => remembersConversations(openFresh));
describe('the archive in SQLite', () => findsAndForgets(openFresh));
describe('threads in SQLite', () => listsThreads(openFresh));
describe('feedback in SQLite', () => keepsVerdicts(openFresh));
describe('the articles in SQLite', () => keepsArticles(openFresh));

describe('a SQLite file', () => {
  bringsTablesUpToDate(freshUrl, async (url, statement) => {
    const file = new SqliteFile(url.slice('file:'.length));
    file.exec(statement);
    file.close();
  });
});
