import { randomBytes } from 'node:crypto';
import type { Database } from './open-database.ts';
import type { Postponed, QuestionBook } from './question-book.ts';
import type { QuestionRow } from './tables.ts';
import { earlierQuestions } from './thread-memory.ts';

/** A question as it reached the bot. */
export interface NewQuestion {
  readonly key: string;
  readonly eventId?: string | undefined;
  readonly team: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly ts?: string | undefined;
  readonly person: string;
  readonly surface: string;
  readonly text: string;
  readonly responseUrl?: string | undefined;
}

/** A question that is written down, with its fate. */
export interface Question extends NewQuestion {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly attempts: number;
  /** A post of the answer was begun, and it is not known whether it arrived. */
  readonly maybePosted: boolean;
}

/** How an answer came out, and where. */
export interface Outcome {
  readonly outcome: string;
  /** The quotes by reference, as JSON; absent when there are none. */
  readonly answer?: string | undefined;
  readonly replyTs?: string | undefined;
}

/** For how long a process is trusted to be at work on what it claimed, in ms. */
const lease = 60_000;

/** The question book: one row a question, from the claim to the reply. */
export class Questions implements QuestionBook {
  readonly #database: Database;
  readonly #keepsTexts: boolean;
  readonly #clock: () => number;
  readonly #newId: () => string;
  #isFresh = true;

  constructor(
    database: Database,
    { keepsTexts = true, clock = Date.now, newId = randomId }: QuestionsOptions = {},
  ) {
    this.#database = database;
    this.#keepsTexts = keepsTexts;
    this.#clock = clock;
    this.#newId = newId;
  }

  /** Writes a question down, atomically by its key; undefined when somebody has it already. */
  async claim(question: NewQuestion): Promise<Question | undefined> {
    const now = this.#clock();
    const { eventId, responseUrl, thread, ts, ...rest } = question;
    const inserted = await this.#database.db
      .insertInto('questions')
      .values({
        ...rest,
        id: this.#newId(),
        event_id: eventId ?? null,
        thread: thread ?? null,
        ts: ts ?? null,
        response_url: responseUrl ?? null,
        status: 'claimed',
        asked_at: now,
        leased_until: now + lease,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returningAll()
      .executeTakeFirst();
    return inserted && toQuestion(inserted);
  }

  async earlier(question: Question): Promise<string[]> {
    return earlierQuestions(this.#database, question);
  }

  async beginPost({ id }: Question): Promise<void> {
    await this.#change(id, { status: 'posting', leased_until: this.#clock() + lease });
  }

  /** Notes the answer; the row no longer holds what only the reply needed. */
  async answered({ id }: Question, { outcome, answer, replyTs }: Outcome): Promise<void> {
    const done = {
      status: 'answered',
      outcome,
      reply_ts: replyTs ?? null,
      response_url: null,
      answered_at: this.#clock(),
    } as const;
    const kept = { ...done, answer: answer ?? null, ...(this.#keepsTexts ? {} : { text: null }) };
    const change = this.#database.db.updateTable('questions').where('id', '=', id);
    await change.set(kept).where('person', '!=', '').execute();
    // Whoever asked wanted to be forgotten while this was being answered.
    await change
      .set({ ...done, text: null })
      .where('person', '=', '')
      .execute();
  }

  async postpone({ id, attempts }: Question, { pause, maybePosted }: Postponed): Promise<void> {
    await this.#change(id, {
      status: maybePosted ? 'posting' : 'claimed',
      attempts: attempts + 1,
      leased_until: this.#clock() + pause,
    });
  }

  async expire({ id }: Question): Promise<void> {
    await this.#change(id, {
      status: 'expired',
      response_url: null,
      ...(this.#keepsTexts ? {} : { text: null }),
    });
  }

  /**
   * Takes over the unanswered questions that nobody is at work on, oldest first, each by one process
   * only. The first time, where no other process can share the database, that is all of them.
   */
  async takeOver(): Promise<Question[]> {
    const all = this.#isFresh && !this.#database.shared;
    this.#isFresh = false;
    const now = this.#clock();
    const { db } = this.#database;
    const waiting = await db
      .selectFrom('questions')
      .select(['id', 'leased_until'])
      .where('status', 'in', ['claimed', 'posting'])
      .where('leased_until', '<=', all ? Number.MAX_SAFE_INTEGER : now)
      .orderBy('asked_at')
      .execute();
    const taken: Question[] = [];
    for (const { id, leased_until } of waiting) {
      const row = await db
        .updateTable('questions')
        .set({ leased_until: now + lease })
        .where('id', '=', id)
        .where('leased_until', '=', leased_until)
        .where('status', 'in', ['claimed', 'posting'])
        .returningAll()
        .executeTakeFirst();
      if (row) taken.push(toQuestion(row));
    }
    return taken;
  }

  async #change(id: string, values: Partial<QuestionRow>): Promise<void> {
    await this.#database.db.updateTable('questions').set(values).where('id', '=', id).execute();
  }
}

interface QuestionsOptions {
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts?: boolean;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly newId?: () => string;
}

function randomId(): string {
  return randomBytes(9).toString('base64url');
}

/** A row of the book as a question. */
export function toQuestion(row: QuestionRow): Question {
  return {
    key: row.key,
    id: row.id,
    eventId: row.event_id ?? undefined,
    team: row.team,
    channel: row.channel,
    thread: row.thread ?? undefined,
    ts: row.ts ?? undefined,
    person: row.person,
    surface: row.surface,
    text: row.text ?? '',
    responseUrl: row.response_url ?? undefined,
    askedAt: row.asked_at,
    attempts: row.attempts,
    maybePosted: row.status === 'posting',
  };
}
