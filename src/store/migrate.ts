import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations.ts';
import { NewerDatabase } from './store-error.ts';
import type { Tables } from './tables.ts';

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
