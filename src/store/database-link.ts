import { Feedback } from './feedback.ts';
import { type Database, openDatabase } from './open-database.ts';
import { nameThisProcess } from './process-name.ts';
import { QuestionArchive } from './question-archive.ts';
import { Questions } from './questions.ts';
import { isRefusal, type StoreError, storeError, toStoreError } from './store-error.ts';
import { Threads } from './threads.ts';

/** What a link to a database needs to know. */
export interface DatabaseLinkParts {
  /** DATABASE_URL. */
  readonly url: string;
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts: boolean;
  /** Told once when the database goes away, and once when it is back. */
  readonly tell: (message: string) => void;
  readonly clock?: () => number;
}

/** An open database, with what works on it. */
export interface Store {
  readonly database: Database;
  readonly book: Questions;
  readonly archive: QuestionArchive;
  readonly feedback: Feedback;
  readonly threads: Threads;
}

/** How long an absent database is left alone before it is tried again, in ms. */
const retryAfter = 5000;

/** The way to a database that may be away, at the start or later: it is opened anew by itself. */
export class DatabaseLink {
  readonly #parts: Required<DatabaseLinkParts>;
  /** The same over every opening, or this process would take its own questions for another's. */
  readonly #process = nameThisProcess();
  #opening: Promise<Store> | undefined;
  #awayUntil = 0;
  #isAway = false;
  #refusedWrite = false;
  #isClosed = false;

  constructor(parts: DatabaseLinkParts) {
    this.#parts = { clock: Date.now, ...parts };
  }

  /** Reads from the database; rejects with a StoreError while it is away. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#use(work, false);
  }

  /** Writes to the database; rejects with a StoreError while it is away. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#use(work, true);
  }

  /** Closes the database, if it is open, and for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.then(({ database }) => database.close()).catch(() => {});
  }

  async #use<T>(work: (store: Store) => Promise<T>, writes: boolean): Promise<T> {
    const { url, clock, tell } = this.#parts;
    if (this.#isClosed || clock() < this.#awayUntil) {
      throw storeError(url, 'is away');
    }
    this.#opening ??= this.#open();
    const opening = this.#opening;
    try {
      const store = await opening;
      if (!store.database.isThere()) throw storeError(url, movedAway);
      const result = await work(store);
      this.#tellBack(writes);
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

  async #open(): Promise<Store> {
    const { url, keepsTexts, clock } = this.#parts;
    const database = await openDatabase(url);
    return {
      database,
      book: new Questions(database, { keepsTexts, clock, process: this.#process }),
      archive: new QuestionArchive(database, clock),
      feedback: new Feedback(database, clock),
      threads: new Threads(database, clock),
    };
  }

  /** The next use opens the database anew: it may have been replaced, restored or started again. */
  #leave(opening: Promise<Store>, writes: boolean): void {
    this.#awayUntil = this.#parts.clock() + retryAfter;
    this.#refusedWrite ||= writes;
    if (this.#opening !== opening) return;
    this.#opening = undefined;
    // Nobody waits for this: what still works on the old connection may take its time.
    opening.then(({ database }) => database.close()).catch(() => {});
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
