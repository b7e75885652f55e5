import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { makeArticles } from './make-articles.ts';
import { makeFeeds } from './make-feeds.ts';
import { makeJobs } from './make-jobs.ts';
import { makeWorkspaces } from './make-workspaces.ts';
import { NewerDatabase } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Every change of the tables, in order; a landed one is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-questions': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('questions')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('event_id', 'text')
        .addColumn('team', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('thread', 'text')
        .addColumn('ts', 'text')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('surface', 'text', (column) => column.notNull())
        .addColumn('text', 'text')
        .addColumn('response_url', 'text')
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text')
        .addColumn('answer', 'text')
        .addColumn('reply_ts', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('asked_at', 'bigint', (column) => column.notNull())
        .addColumn('leased_until', 'bigint', (column) => column.notNull())
        .addColumn('answered_at', 'bigint')
        .execute();
      await db.schema
        .createIndex('questions_by_conversation')
        .on('questions')
        .columns(['team', 'channel', 'thread', 'asked_at'])
        .execute();
      await db.schema
        .createIndex('questions_by_status')
        .on('questions')
        .columns(['status', 'leased_until'])
        .execute();
    },
  },
  '002-feedback': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('feedback')
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('person', 'text')
        .addColumn('verdict', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('given_at', 'bigint', (column) => column.notNull())
        .execute();
      // Where the person was forgotten it is null, and nulls never collide.
      await db.schema
        .createIndex('feedback_by_question')
        .unique()
        .on('feedback')
        .columns(['question', 'person'])
        .execute();
      await db.schema
        .createIndex('questions_by_person')
        .on('questions')
        .columns(['team', 'person', 'asked_at'])
        .execute();
    },
  },
  '003-holders': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('questions')
        .addColumn('holder', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
    },
  },
  '004-subscriptions': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('subscriptions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('team', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('time', 'text', (column) => column.notNull())
        .addColumn('zone', 'text', (column) => column.notNull())
        .addColumn('weekdays', 'text', (column) => column.notNull())
        .addColumn('topics', 'text', (column) => column.notNull())
        .addColumn('passages', 'integer', (column) => column.notNull())
        .addColumn('paused_until', 'text')
        .addColumn('due_at', 'bigint')
        .addColumn('due_date', 'text')
        .addColumn('set_up_by', 'text', (column) => column.notNull())
        .addColumn('changes', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addUniqueConstraint('one_subscription_a_channel', ['team', 'channel'])
        .execute();
    },
  },
  '005-runs': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('runs')
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('subscription', 'text', (column) => column.notNull())
        .addColumn('slot', 'text', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('leased_until', 'bigint', (column) => column.notNull())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('content', 'text')
        .addColumn('reason', 'text')
        .addColumn('post_ts', 'text')
        .addColumn('begun_at', 'bigint')
        .addColumn('finished_at', 'bigint')
        .addColumn('untold', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('one_run_a_slot', ['subscription', 'slot'])
        .execute();
      await db.schema
        .createIndex('runs_by_status')
        .on('runs')
        .columns(['status', 'leased_until'])
        .execute();
      await db.schema
        .createTable('articles_seen')
        .addColumn('subscription', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('paragraph', 'integer', (column) => column.notNull())
        .addColumn('shown_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('one_row_a_passage', ['subscription', 'article', 'paragraph'])
        .execute();
    },
  },
  '006-quiet-threads': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('quiet_threads')
        .addColumn('team', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('thread', 'text', (column) => column.notNull())
        .addColumn('since', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('quiet_threads_by_place', ['team', 'channel', 'thread'])
        .execute();
    },
  },
  '006-told': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('runs').addColumn('told_reason', 'text').execute();
    },
  },
  '007-sources': {
    async up(db: Kysely<Asked>): Promise<void> {
      for (const [surface, source] of renamedSources) {
        await db
          .updateTable('questions')
          .set({ surface: source })
          .where('surface', '=', surface)
          .execute();
      }
    },
  },
  '010-people': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('people')
        .addColumn('team', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('standing', 'text', (column) => column.notNull())
        .addColumn('looked_up_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('one_row_a_person', ['team', 'person'])
        .execute();
    },
  },
  '011-jobs': { up: makeJobs },
  '012-locales': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('people').addColumn('locale', 'text').execute();
    },
  },
  '013-articles': { up: makeArticles },
  '020-watches': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('subscriptions')
        .addColumn('rhythm', 'text', (column) => column.notNull().defaultTo('times'))
        .execute();
      // Who set up a digest before goes on getting what it was then: old articles too.
      await db.schema
        .alterTable('subscriptions')
        .addColumn('archive', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
    },
  },
  '030-workspaces': { up: makeWorkspaces },
  '031-feeds': { up: makeFeeds },
  '032-conversations-without-threads': {
    async up(db: Kysely<unknown>): Promise<void> {
      // Commands are no messages: a channel may have thousands of them, and a conversation none.
      await db.schema
        .createIndex('questions_without_thread')
        .on('questions')
        .columns(['team', 'channel', 'person', 'asked_at'])
        .where(sql.ref('thread'), 'is', null)
        .where(sql.ref('ts'), 'is not', null)
        .execute();
    },
  },
};

interface Asked {
  readonly questions: { readonly surface: string };
}

/** Before 0.2 a mention in a thread had a name of its own, and the shortcuts had those of Slack's forms. */
const renamedSources = [
  ['thread', 'mention'],
  ['find_passages', 'find sources'],
  ['check_quote', 'check quote'],
] as const;

/** Two processes that start at once may be in each other's way this often, this many ms apart. */
const mostAttempts = 5;
const pause = 100;

/**
 * What a process sees that another one overtook: SQLite busy, or a table or row of the migrations
 * that is there already, in SQLite's words and in Postgres's.
 */
const overtaken = /^(?:SQLITE_BUSY|SQLITE_CONSTRAINT|SQLITE_ERROR|23505|42P07|42701|40)/;

/** Brings the tables up to date. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateToLatest();
    if (!error) return;
    const { code = '', message } = error as { code?: string; message?: string };
    if (/corrupted migrations/.test(message ?? '')) throw new NewerDatabase({ cause: error });
    if (attempt === mostAttempts || !overtaken.test(code)) throw error;
    await wait(pause * attempt);
  }
}
