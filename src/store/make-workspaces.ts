import type { Kysely } from 'kysely';

/** Installations of a bot that many workspaces have, and whose each job is. */
export async function makeWorkspaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installations')
    .addColumn('team', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('renewing_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable('jobs')
    .addColumn('team', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}
