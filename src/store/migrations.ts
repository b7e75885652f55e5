import type { Kysely, Migration } from 'kysely';

/** Every change of the tables, in order; a landed one is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
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
};
