import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { type Dialect, Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { migrations } from './migrations.ts';
import { nameOf, StoreError, toStoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** A database with its tables up to date. */
export interface Database {
  readonly url: string;
  readonly db: Kysely<Tables>;
  /** Whether other bot processes may work on the same questions. */
  readonly shared: boolean;
  close(): Promise<void>;
}

/** better-sqlite3 waits on the event loop, so a lock may hold up everything for this long, in ms. */
const lockTimeout = 250;

/** How long a query or a connection to Postgres may take, in ms, before it counts as away. */
const serverTimeout = 3000;

/**
 * Opens `file:PATH` (SQLite) or `postgres://…` and brings its tables up to date. Throws a StoreError
 * that says what is wrong with it.
 */
export async function openDatabase(url: string): Promise<Database> {
  const shared = !url.startsWith('file:');
  let db: Kysely<Tables> | undefined;
  try {
    db = new Kysely<Tables>({ dialect: shared ? openPostgres(url) : await openSqlite(url) });
    await migrate(db, url);
    const opened = db;
    return { url, db: opened, shared, close: () => opened.destroy() };
  } catch (error) {
    await db?.destroy().catch(() => {});
    throw toStoreError(error, url);
  }
}

async function openSqlite(url: string): Promise<Dialect> {
  const path = url.slice('file:'.length);
  if (path !== ':memory:') await mkdir(dirname(path), { recursive: true });
  const database = new SqliteFile(path, { timeout: lockTimeout });
  try {
    database.pragma('journal_mode = WAL');
    // A claim that a power cut could undo would be a lost question.
    database.pragma('synchronous = FULL');
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteDialect({ database });
}

function openPostgres(url: string): Dialect {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    types,
    connectionTimeoutMillis: serverTimeout,
    query_timeout: serverTimeout,
    statement_timeout: serverTimeout,
  });
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

/** Times in milliseconds fit into a number; pg hands 8-byte integers out as text. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

async function migrate(db: Kysely<Tables>, url: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new StoreError(
      `The database ${nameOf(url)} (DATABASE_URL) was written by a newer version of the bot; run that version, or name another database.`,
      { cause: error },
    );
  }
  if (error) throw error;
}
