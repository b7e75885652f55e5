import type { Kysely } from 'kysely';

/** Gives articles, their versions, proposals and history tables of their own, each row of one library. */
export async function makeArticles(db: Kysely<unknown>): Promise<void> {
  await makeLibraries(db);
  await makeVersions(db);
  await makeProposals(db);
  await makeHistory(db);
}

async function makeLibraries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('libraries')
    .addColumn('library', 'text', (column) => column.primaryKey())
    .addColumn('watermark', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('articles')
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('watermark', 'bigint', (column) => column.notNull())
    .addColumn('added', 'bigint', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('kind', 'text')
    .addColumn('paragraphs', 'integer', (column) => column.notNull())
    .addColumn('to_review', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('address', 'text')
    .addColumn('folder_digest', 'text')
    .addPrimaryKeyConstraint('one_article_an_id', ['library', 'id'])
    .execute();
  await db.schema
    .createIndex('articles_by_watermark')
    .on('articles')
    .columns(['library', 'watermark'])
    .execute();
  await db.schema
    .createIndex('articles_by_published')
    .on('articles')
    .columns(['library', 'state', 'published'])
    .execute();
}

async function makeVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article_versions')
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('paragraphs', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_row_a_version', ['library', 'article', 'version'])
    .execute();
}

async function makeProposals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article_proposals')
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('replaces', 'text')
    .addColumn('sha256', 'text')
    .addColumn('address', 'text')
    .addColumn('contents', 'text')
    .addColumn('left_out', 'text')
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('proposed_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .addPrimaryKeyConstraint('one_row_a_proposal', ['library', 'id'])
    .execute();
  await db.schema
    .createIndex('proposals_by_state')
    .on('article_proposals')
    .columns(['library', 'state', 'proposed_at'])
    .execute();
}

async function makeHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article_history')
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('watermark', 'bigint', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('deed', 'text', (column) => column.notNull())
    .addColumn('proposal', 'text')
    .addColumn('version', 'integer')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_row_an_act', ['library', 'key'])
    .execute();
  await db.schema
    .createIndex('history_by_article')
    .on('article_history')
    .columns(['library', 'article', 'watermark'])
    .execute();
  await db.schema
    .createIndex('history_by_proposal')
    .on('article_history')
    .columns(['library', 'proposal', 'watermark'])
    .execute();
}
