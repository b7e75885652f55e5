import { setTimeout as wait } from 'node:timers/promises';
import type { GivenAnswer, NewQuestion, Question, StoredQuestion } from '../questions/question.ts';
import { DatabaseLink, type DatabaseLinkParts, type Store } from './database-link.ts';
import type { FeedbackBook, Judgement } from './feedback.ts';
import { MemoryBook } from './memory-book.ts';
import type { Archive } from './question-archive.ts';
import type { Postponed, QuestionBook } from './question-book.ts';
import { newQuestion } from './question-row.ts';
import { RecentKeys } from './recent-keys.ts';
import type { ThreadBook, ThreadPlace, ThreadState } from './threads.ts';
import { type Change, Unrecorded } from './unrecorded.ts';

/** Slack waits 3 s for an acknowledgement; a database that takes longer than this counts as away. */
const claimPatience = 1500;

/** For how long after the start Slack may repeat what an earlier process acknowledged or answered. */
const redeliveryTime = 10 * 60_000;

/**
 * The question book over a database that may be away, at the start or later. While it is, questions
 * are claimed in memory, so that those which need no memory are still answered once; what could not
 * be recorded is recorded when it is back. The archive and feedback need the database: while it is
 * away they reject with a StoreError.
 */
export class ResilientBook implements QuestionBook, Archive, FeedbackBook, ThreadBook {
  readonly #link: DatabaseLink;
  readonly #clock: () => number;
  readonly #startedAt: number;
  readonly #keys = new RecentKeys();
  readonly #unrecorded = new Unrecorded();
  /** What waits to be tried again, unknown to the database. */
  readonly #waiting: MemoryBook;

  constructor(parts: DatabaseLinkParts) {
    this.#link = new DatabaseLink(parts);
    this.#clock = parts.clock ?? Date.now;
    this.#startedAt = this.#clock();
    this.#waiting = new MemoryBook(this.#clock);
  }

  async claim(question: NewQuestion): Promise<Question | undefined> {
    return this.#keys.once(question.key, async () => {
      const claimed = this.#write(({ book }) => book.claim(question));
      try {
        return await soon(claimed);
      } catch {
        return this.#claimInMemory(question);
      }
    });
  }

  isWritten({ id }: Question): boolean {
    return !this.#unrecorded.hasClaim(id);
  }

  /** Nothing while the database is away: an answer without the thread's memory beats none. */
  async earlier(question: Question): Promise<string[]> {
    return this.#read(({ book }) => book.earlier(question)).catch(() => []);
  }

  async holds(question: Question): Promise<boolean> {
    return this.#read(({ book }) => book.holds(question)).catch(() => true);
  }

  async answered(question: Question, outcome: GivenAnswer): Promise<void> {
    await this.#record(question, (book) => book.answered(question, outcome));
  }

  async expire(question: Question): Promise<void> {
    await this.#record(question, (book) => book.expire(question));
  }

  async postpone(question: Question, until: Postponed): Promise<void> {
    if (await this.#record(question, (book) => book.postpone(question, until))) return;
    await this.#waiting.postpone(question, until);
  }

  async renew(ids: readonly string[]): Promise<void> {
    await this.#write(({ book }) => book.renew(ids)).catch(() => {});
  }

  async takeOver(): Promise<Question[]> {
    const remembered = (await this.#waiting.takeOver()).map((question) => this.#retake(question));
    const stored = await this.#read(({ book }) => book.takeOver()).catch(() => []);
    return [...remembered, ...stored];
  }

  async byId(id: string): Promise<StoredQuestion | undefined> {
    return this.#read(({ archive }) => archive.byId(id));
  }

  async lastOf(team: string, person: string, limit: number): Promise<StoredQuestion[]> {
    return this.#read(({ archive }) => archive.lastOf(team, person, limit));
  }

  async forget(team: string, person: string): Promise<number> {
    return this.#write(({ archive }) => archive.forget(team, person));
  }

  async forgetOld(before: number): Promise<void> {
    return this.#write(({ archive }) => archive.forgetOld(before));
  }

  async setFeedback(judgement: Judgement): Promise<void> {
    return this.#write(({ feedback }) => feedback.setFeedback(judgement));
  }

  async feedbackOf(question: string, person: string): Promise<Judgement | undefined> {
    return this.#read(({ feedback }) => feedback.feedbackOf(question, person));
  }

  /** Works on the database itself, as the digests do; rejects with a StoreError while it is away. */
  async use<T>(work: (database: Store['database']) => Promise<T>): Promise<T> {
    return this.#write(({ database }) => work(database));
  }

  async threadState(place: ThreadPlace): Promise<ThreadState | undefined> {
    return this.#read(({ threads }) => threads.threadState(place));
  }

  async setQuiet(place: ThreadPlace, quiet: boolean): Promise<void> {
    return this.#write(({ threads }) => threads.setQuiet(place, quiet));
  }

  async answersIn(place: ThreadPlace, person: string): Promise<string[]> {
    return this.#read(({ threads }) => threads.answersIn(place, person));
  }

  /** Writes down what can be, and closes the database. */
  async close(): Promise<void> {
    await this.#write(async () => {}).catch(() => {});
    await this.#link.close();
  }

  #retake(question: Question): Question {
    // Another process may have taken it over in the database that this one can't reach.
    const maybePosted = question.maybePosted || this.isWritten(question);
    this.#unrecorded.addChange(question.id, (book) => book.renew([question.id]));
    return { ...question, maybePosted };
  }

  #claimInMemory(question: NewQuestion): Question {
    const now = this.#clock();
    const claimed = newQuestion(question, now);
    // What an earlier process did with it stands in the database only.
    const maybePosted = now - this.#startedAt < redeliveryTime;
    this.#unrecorded.addClaim(claimed);
    return { ...claimed, maybePosted };
  }

  /** False when the change is kept for later. */
  async #record({ id }: Question, change: Change): Promise<boolean> {
    try {
      await this.#write(({ book }) => change(book));
      return true;
    } catch {
      this.#unrecorded.addChange(id, change);
      return false;
    }
  }

  #read<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#link.read(async (store) => {
      await this.#catchUp(store);
      return work(store);
    });
  }

  #write<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#link.write(async (store) => {
      await this.#catchUp(store);
      return work(store);
    });
  }

  #catchUp({ book }: Store): Promise<void> {
    return this.#unrecorded.record(book, (id) => this.#waiting.drop(id));
  }
}

/** Rejects when a promise takes longer than whoever waits for it has patience. */
async function soon<T>(promise: Promise<T>): Promise<T> {
  const tooLate = new AbortController();
  const timeUp = wait(claimPatience, undefined, { signal: tooLate.signal }).then(() => {
    throw new Error('The database takes too long');
  });
  try {
    return await Promise.race([promise, timeUp]);
  } finally {
    tooLate.abort();
    timeUp.catch(() => {});
  }
}
