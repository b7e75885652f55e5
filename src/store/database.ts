import { constants, statSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { type Driver, Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pLimit from 'p-limit';
import pg from 'pg';
import { migrate } from './migrations.ts';
import { protectFiles, scrubFiles } from './sqlite-file.ts';
import { isRefusal, type StoreError, storeError, toStoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** A database with its tables up to date. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** False when its file was moved or removed, which SQLite itself does not notice. */
  isThere(): boolean;
  /** Leaves no byte of what was deleted in SQLite's files; Postgres does so in its own time. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Runs work on the database that is open now; rejects with a StoreError while it is away. */
export type Use = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** better-sqlite3 waits on the event loop, so a lock may hold up everything for this long, in ms. */
const lockTimeout = 250;

/**
 * Connections to Postgres. What is claimed may use so many of them that the rest is always there for
 * what was posted: that is posted again if a process ends before it is written down.
 */
const maxConnections = 24;
const maxClaims = 16;

/** How long a query or a connection to Postgres may take, in ms, before it counts as away. */
const serverTimeout = 6000;

/** A migration may have a large table to work on, or another process to wait for. */
const migrationTimeout = 60_000;

/**
 * Opens `file:PATH` (SQLite) or `postgres://…` and brings its tables up to date. Throws a StoreError
 * that says what is wrong with it.
 */
export async function openDatabase(url: string): Promise<Database> {
  try {
    return url.startsWith('file:')
      ? await openSqlite(url.slice('file:'.length))
      : await openPostgres(url);
  } catch (error) {
    throw toStoreError(error, url);
  }
}

async function openSqlite(path: string): Promise<Database> {
  if (path !== ':memory:') {
    await makeFolder(dirname(path));
    await protectFiles(path);
  }
  const database = new SqliteFile(path, { timeout: lockTimeout });
  try {
    database.pragma('journal_mode = WAL');
    // A claim that a power cut could undo would be a lost question.
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    // Nothing of it may stand in temporary files, and the root file system may be read-only.
    database.pragma('temp_store = MEMORY');
    const file = fileAt(path);
    const db = new Kysely<Tables>({ dialect: new SqliteFileDialect({ database }) });
    await migrate(db);
    return {
      db,
      isThere: () => fileAt(path) === file,
      scrub: () => scrubFiles(db),
      close: () => db.destroy(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What SQLite has undone by itself, as on a full disk, needs not be undone; an error then would hide the first. */
class SqliteFileDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollback = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = (connection) => rollback(connection).catch(() => {});
    return driver;
  }
}

/** SQLite says of a read-only folder only that it can't open the file. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}

/** Which file is at a path: another one there has another number. */
function fileAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

async function openPostgres(url: string): Promise<Database> {
  const migrating = connectPostgres(url, migrationTimeout);
  try {
    await migrate(migrating);
  } finally {
    await migrating.destroy();
  }
  const db = connectPostgres(url, serverTimeout);
  return { db, isThere: () => true, scrub: async () => {}, close: () => db.destroy() };
}

function connectPostgres(url: string, timeout: number): Kysely<Tables> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    types,
    connectionTimeoutMillis: serverTimeout,
    query_timeout: timeout,
    statement_timeout: timeout,
  });
  // A connection that breaks is replaced by the pool; unheard, its error would end the process. The
  // pool hears it only of an idle connection, not of one that is in use but between two queries.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Times in milliseconds fit into a number; pg hands 8-byte integers out as text. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

/** What a link to a database needs to know. */
export interface DatabaseLinkParts {
  /** DATABASE_URL. */
  readonly url: string;
  /** Told once when the database goes away, and once when it is back. */
  readonly tell: (message: string) => void;
  /** Milliseconds from any origin that never go back or jump. */
  readonly monotonic?: () => number;
}

/** How long an absent database is left alone before it is tried again, in ms. */
const retryAfter = 5000;

/** The way to a database that may be away, at the start or later: it is opened again by itself. */
export class DatabaseLink {
  readonly #parts: Required<DatabaseLinkParts>;
  #opening: Promise<Database> | undefined;
  #awayUntil = Number.NEGATIVE_INFINITY;
  #isAway = false;
  #refusedWrite = false;
  #isClosed = false;
  readonly #listeners = new Set<() => void>();
  /** A slow database is slowest with new rows, and nothing else waits behind those. */
  readonly claims = pLimit(maxClaims);

  constructor(parts: DatabaseLinkParts) {
    this.#parts = { monotonic: () => performance.now(), ...parts };
  }

  /** Lets `call` know whenever the database did what it was asked to, until the returned function is called. */
  afterUse(call: () => void): () => void {
    this.#listeners.add(call);
    return () => this.#listeners.delete(call);
  }

  /** Reads from the database; rejects with a StoreError while it is away. */
  read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return this.#use(work, false);
  }

  /** Writes to the database; rejects with a StoreError while it is away. */
  write<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return this.#use(work, true);
  }

  /** Closes the database, if it is open, and for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.then((database) => database.close()).catch(() => {});
  }

  async #use<T>(work: (database: Database) => Promise<T>, writes: boolean): Promise<T> {
    const { url, monotonic, tell } = this.#parts;
    if (this.#isClosed || monotonic() < this.#awayUntil) {
      throw storeError(url, 'is away');
    }
    this.#opening ??= openDatabase(url);
    const opening = this.#opening;
    try {
      const database = await opening;
      if (!database.isThere()) throw storeError(url, movedAway);
      const result = await work(database);
      this.#tellBack(writes);
      for (const call of this.#listeners) call();
      return result;
    } catch (error) {
      const known = toStoreError(error, url);
      if (isRefusal(error)) {
        tell(known.message);
      } else {
        this.#leave(opening, writes);
        this.#tellAway(known);
      }
      throw known;
    }
  }

  /** The next use opens the database again: it may have been replaced, restored or started again. */
  #leave(opening: Promise<Database>, writes: boolean): void {
    this.#awayUntil = this.#parts.monotonic() + retryAfter;
    this.#refusedWrite ||= writes;
    if (this.#opening !== opening) return;
    this.#opening = undefined;
    // Nobody waits for this: what still works on the old connection may take its time.
    opening.then((database) => database.close()).catch(() => {});
  }

  #tellAway({ message }: StoreError): void {
    if (this.#isAway || this.#isClosed) return;
    this.#isAway = true;
    this.#parts.tell(`${message} Until then questions are answered without memory.`);
  }

  /** A full or read-only database can be read all the time; it is back when it took a write. */
  #tellBack(wrote: boolean): void {
    if (!this.#isAway || (this.#refusedWrite && !wrote)) return;
    this.#isAway = false;
    this.#refusedWrite = false;
    this.#parts.tell('The database is back.');
  }
}

const movedAway = 'was moved or removed while the bot worked on it; a new one is made in its place';
