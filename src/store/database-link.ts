import { type Database, openDatabase } from './open-database.ts';
import { isRefusal, type StoreError, storeError, toStoreError } from './store-error.ts';

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
  /** Called whenever the database did what it was asked to. */
  #afterUse: () => void = () => {};

  constructor(parts: DatabaseLinkParts) {
    this.#parts = { monotonic: () => performance.now(), ...parts };
  }

  /** Lets `call` know whenever the database did what it was asked to. */
  afterUse(call: () => void): void {
    this.#afterUse = call;
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
      this.#afterUse();
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
