import { Feedback, type FeedbackBook, type Judgement } from './feedback.ts';
import { MemoryBook } from './memory-book.ts';
import { type Database, openDatabase } from './open-database.ts';
import { type Archive, QuestionArchive, type StoredQuestion } from './question-archive.ts';
import type { Postponed, QuestionBook } from './question-book.ts';
import { type NewQuestion, type Outcome, type Question, Questions } from './questions.ts';
import { nameOf, StoreError, toStoreError } from './store-error.ts';

/** What a resilient book needs to know. */
export interface ResilientBookParts {
  /** DATABASE_URL. */
  readonly url: string;
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts: boolean;
  /** Told once when the database goes away, and once when it is back. */
  readonly tell: (message: string) => void;
  readonly clock?: () => number;
}

/** An open database, with what works on it. */
interface Store {
  readonly database: Database;
  readonly book: Questions;
  readonly archive: QuestionArchive;
  readonly feedback: Feedback;
}

/** How long an absent database is left alone before it is tried again, in ms. */
const retryAfter = 5000;

/**
 * The question book over a database that may be away, at the start or later. While it is, questions
 * are claimed in memory, so that those which need no memory are still answered once; what could not
 * be recorded of earlier ones is recorded when it is back. The archive and feedback need the
 * database: while it is away they reject with a StoreError.
 */
export class ResilientBook implements QuestionBook, Archive, FeedbackBook {
  readonly #parts: ResilientBookParts;
  readonly #memory: MemoryBook;
  readonly #inMemory = new Set<string>();
  readonly #unrecorded = new Map<string, (book: Questions) => Promise<void>>();
  #opening: Promise<Store> | undefined;
  #awayUntil = 0;
  #isAway = false;

  constructor(parts: ResilientBookParts) {
    this.#parts = parts;
    this.#memory = new MemoryBook(parts.clock);
  }

  async claim(question: NewQuestion): Promise<Question | undefined> {
    try {
      return await this.#use(({ book }) => book.claim(question));
    } catch {
      const claimed = await this.#memory.claim(question);
      if (claimed) this.#inMemory.add(claimed.id);
      return claimed;
    }
  }

  async earlier(question: Question): Promise<string[]> {
    if (this.#inMemory.has(question.id)) return [];
    return this.#use(({ book }) => book.earlier(question));
  }

  async beginPost(question: Question): Promise<void> {
    if (!this.#inMemory.has(question.id))
      await this.#record(question, (book) => book.beginPost(question));
  }

  async answered(question: Question, outcome: Outcome): Promise<void> {
    if (this.#inMemory.delete(question.id)) return;
    await this.#record(question, (book) => book.answered(question, outcome));
  }

  async expire(question: Question): Promise<void> {
    if (this.#inMemory.delete(question.id)) return;
    await this.#record(question, (book) => book.expire(question));
  }

  async postpone(question: Question, until: Postponed): Promise<void> {
    if (this.#inMemory.has(question.id)) return this.#memory.postpone(question, until);
    await this.#record(question, (book) => book.postpone(question, until));
  }

  async takeOver(): Promise<Question[]> {
    const remembered = await this.#memory.takeOver();
    const stored = await this.#use(({ book }) => book.takeOver()).catch(() => []);
    // What was answered while the database was away is still open in it until that is recorded.
    return [...remembered, ...stored.filter(({ id }) => !this.#unrecorded.has(id))];
  }

  async byId(id: string): Promise<StoredQuestion | undefined> {
    return this.#use(({ archive }) => archive.byId(id));
  }

  async lastOf(team: string, person: string, limit: number): Promise<StoredQuestion[]> {
    return this.#use(({ archive }) => archive.lastOf(team, person, limit));
  }

  async forget(team: string, person: string): Promise<number> {
    return this.#use(({ archive }) => archive.forget(team, person));
  }

  async forgetOld(before: number): Promise<void> {
    return this.#use(({ archive }) => archive.forgetOld(before));
  }

  async setFeedback(judgement: Judgement): Promise<void> {
    return this.#use(({ feedback }) => feedback.setFeedback(judgement));
  }

  async feedbackOf(question: string, person: string): Promise<Judgement | undefined> {
    return this.#use(({ feedback }) => feedback.feedbackOf(question, person));
  }

  /** Closes the database, if it is open. */
  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => undefined);
    await opened?.database.close();
  }

  async #record(question: Question, write: (book: Questions) => Promise<void>): Promise<void> {
    try {
      await this.#use(({ book }) => write(book));
    } catch {
      this.#unrecorded.set(question.id, write);
    }
  }

  async #use<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const now = (this.#parts.clock ?? Date.now)();
    const { url } = this.#parts;
    if (now < this.#awayUntil) {
      throw new StoreError(`The database ${nameOf(url)} (DATABASE_URL) is away.`);
    }
    try {
      this.#opening ??= this.#open();
      const store = await this.#opening;
      await this.#catchUp(store.book);
      const result = await work(store);
      this.#tellBack();
      return result;
    } catch (error) {
      this.#awayUntil = now + retryAfter;
      this.#tellAway(error);
      throw toStoreError(error, url);
    }
  }

  async #open(): Promise<Store> {
    const { url, keepsTexts, clock = Date.now } = this.#parts;
    try {
      const database = await openDatabase(url);
      return {
        database,
        book: new Questions(database, { keepsTexts, clock }),
        archive: new QuestionArchive(database, clock),
        feedback: new Feedback(database, clock),
      };
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  async #catchUp(book: Questions): Promise<void> {
    for (const [id, write] of this.#unrecorded) {
      await write(book);
      this.#unrecorded.delete(id);
    }
  }

  #tellAway(error: unknown): void {
    if (this.#isAway) return;
    this.#isAway = true;
    const { message } = toStoreError(error, this.#parts.url);
    this.#parts.tell(`${message} Until then questions are answered without memory.`);
  }

  #tellBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#parts.tell('The database is back.');
  }
}
