import type { GivenAnswer, NewQuestion, Question } from '../questions/question.ts';
import type { Database } from './open-database.ts';
import { hasEnded, nameThisProcess } from './process-name.ts';
import type { Postponed, QuestionBook } from './question-book.ts';
import { newQuestion, questionToRow, rowToQuestion } from './question-row.ts';
import type { QuestionRow } from './tables.ts';
import { earlierQuestions } from './thread-memory.ts';

type Status = QuestionRow['status'];

/** For how long a process is trusted to be at work on what it claimed, in ms. */
const lease = 60_000;

/** What still wants a reply. */
const open: Status[] = ['claimed', 'posting', 'waiting'];

/**
 * The question book: one row a question, from the claim to the reply. A row belongs to the process
 * that claimed it or took it over; what another process writes to it then comes to nothing.
 */
export class Questions implements QuestionBook {
  readonly #db: Database['db'];
  readonly #options: Required<QuestionsOptions>;

  constructor({ db }: Database, options: QuestionsOptions = {}) {
    this.#db = db;
    this.#options = {
      keepsTexts: true,
      clock: Date.now,
      process: nameThisProcess(),
      hasEnded,
      ...options,
    };
  }

  async claim(question: NewQuestion): Promise<Question | undefined> {
    const inserted = await this.#db
      .insertInto('questions')
      .values(this.#toRow(newQuestion(question, this.#options.clock())))
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    return inserted && rowToQuestion(inserted);
  }

  /** Writes down a question that was claimed while the database was away, or makes it ours again. */
  async adopt(question: Question): Promise<void> {
    const row = this.#toRow(question);
    const { holder, leased_until } = row;
    await this.#db
      .insertInto('questions')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ holder, leased_until })
          .where('questions.status', 'in', open),
      )
      .execute();
  }

  isWritten(): boolean {
    return true;
  }

  async earlier(question: Question): Promise<string[]> {
    return earlierQuestions(this.#db, question);
  }

  async holds(question: Question): Promise<boolean> {
    const row = await this.#db
      .selectFrom('questions')
      .select(['holder', 'status'])
      .where('id', '=', question.id)
      .executeTakeFirst();
    if (row) return row.holder === this.#options.process && open.includes(row.status);
    // The database was replaced by another one meanwhile.
    await this.adopt(question);
    return true;
  }

  async answered(question: Question, outcome: GivenAnswer): Promise<void> {
    if (await this.#writeAnswer(question, outcome)) return;
    // The database was replaced by another one meanwhile.
    await this.adopt({ ...question, maybePosted: true });
    await this.#writeAnswer(question, outcome);
  }

  async postpone(question: Question, until: Postponed): Promise<void> {
    const { pause, maybePosted, answer } = until;
    await this.#change(question, {
      status: maybePosted ? 'posting' : 'waiting',
      leased_until: this.#options.clock() + pause,
      ...(answer && { answer }),
    });
  }

  async expire(question: Question): Promise<void> {
    await this.#change(question, {
      status: 'expired',
      response_url: null,
      ...(this.#options.keepsTexts ? {} : { text: null }),
    });
  }

  async renew(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#own()
      .set({ leased_until: this.#leaseEnd() })
      .where('id', 'in', [...ids])
      .execute();
  }

  /** Each is taken over by one process only: when its lease is over, or its process has ended. */
  async takeOver(): Promise<Question[]> {
    const { process, clock } = this.#options;
    const ended = await this.#endedHolders();
    const taken = await this.#db
      .updateTable('questions')
      .set(({ eb }) => ({
        holder: process,
        leased_until: this.#leaseEnd(),
        attempts: eb('attempts', '+', 1),
        // Nobody knows how far a process that vanished had come.
        status: eb
          .case()
          .when('status', '=', 'waiting')
          .then<Status>('claimed')
          .else<Status>('posting')
          .end(),
      }))
      .where('status', 'in', open)
      .where(({ eb, or }) =>
        or([
          eb('leased_until', '<=', clock()),
          ...(ended.length > 0 ? [eb('holder', 'in', ended)] : []),
        ]),
      )
      .returningAll()
      .execute();
    return taken.sort((one, other) => one.asked_at - other.asked_at).map(rowToQuestion);
  }

  async #endedHolders(): Promise<string[]> {
    const { process, hasEnded } = this.#options;
    const rows = await this.#db
      .selectFrom('questions')
      .select('holder')
      .distinct()
      .where('status', 'in', open)
      .where('holder', '!=', process)
      .execute();
    return rows.map(({ holder }) => holder).filter(hasEnded);
  }

  /** The rows that this process is at work on. */
  #own() {
    return this.#db
      .updateTable('questions')
      .where('status', 'in', open)
      .where('holder', '=', this.#options.process);
  }

  async #change({ id }: Question, values: Partial<QuestionRow>): Promise<boolean> {
    const { numUpdatedRows } = await this.#own()
      .set(values)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** The row no longer holds what only the reply needed. */
  async #writeAnswer(
    { id }: Question,
    { outcome, answer, replyTs }: GivenAnswer,
  ): Promise<boolean> {
    const { keepsTexts, clock } = this.#options;
    const { numUpdatedRows } = await this.#db
      .updateTable('questions')
      .set(({ eb }) => ({
        status: 'answered',
        outcome,
        // Whoever asked may have been forgotten while this was being answered.
        answer: eb
          .case()
          .when('person', '!=', '')
          .then(answer ?? null)
          .end(),
        text: keepsTexts ? eb.case().when('person', '!=', '').then(eb.ref('text')).end() : null,
        reply_ts: replyTs ?? null,
        response_url: null,
        answered_at: clock(),
      }))
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  #leaseEnd(): number {
    return this.#options.clock() + lease;
  }

  #toRow(question: Question): ReturnType<typeof questionToRow> {
    const { process } = this.#options;
    return questionToRow(question, { holder: process, leased_until: this.#leaseEnd() });
  }
}

interface QuestionsOptions {
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts?: boolean;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Which process this is. */
  readonly process?: string;
  /** Whether the process of a name has ended for certain. */
  readonly hasEnded?: (process: string) => boolean;
}
