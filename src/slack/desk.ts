import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import type { Answer } from '../answer/answer.ts';
import type { NewQuestion, Question } from '../questions/question.ts';
import type { QuestionBook } from '../store/question-book.ts';
import type { Courier } from './api/courier.ts';
import { PostError } from './api/post-error.ts';
import { deliverReply, type Trace } from './api/reply-delivery.ts';
import type { WorkingStatus } from './api/working-status.ts';
import { context, type Reply } from './blocks/block-kit.ts';
import type { Compose } from './replies/compose.ts';
import type { Composed } from './replies/compose-answer.ts';
import { Turnstile } from './turnstile.ts';

/** What the desk works with. */
export interface DeskParts {
  readonly book: QuestionBook;
  readonly courier: Courier;
  /** Makes the reply to a question. */
  readonly compose: Compose;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Does the work on a question, and says meanwhile that it takes its time. */
  readonly status?: Pick<WorkingStatus, 'during'>;
}

const minute = 60_000;

/** For how long an answer is still worth something. */
const questionLife = 24 * 60 * minute;

/** A reply later than this says so. */
const late = 2 * minute;

/** First and longest pause between attempts, in ms; timers may ring a little early. */
const firstPause = 500;
const longestPause = 5 * minute;
const timerSlack = 20;

/** How often forgotten questions are looked for, in ms. */
const sweepInterval = 15_000;

/** So that a thousand questions left over do not keep the bot from hearing new ones. */
const mostAtOnce = 20;

/** Slack must hear within 3 s that a question arrived; half of that the claim may have taken. */
const ackPatience = 1000;

/**
 * Gives each question exactly one reply: claims it, answers it in the background, records the reply,
 * tries again after faults, and takes over at start what an earlier process left.
 */
export class Desk {
  readonly #parts: Required<DeskParts>;
  readonly #atWork = new Map<string, Promise<void>>();
  /** Claims and sweeps under way, which may begin new work. */
  readonly #beginning = new Set<Promise<unknown>>();
  readonly #turnstile = new Turnstile(mostAtOnce);
  /** What rings for a question that was put off, and when. */
  readonly #timers = new Map<NodeJS.Timeout, number>();
  #sweeper: NodeJS.Timeout | undefined;
  /** Nothing is begun after this. */
  #deadline = Number.POSITIVE_INFINITY;

  constructor(parts: DeskParts) {
    this.#parts = { clock: Date.now, status: { during: (_, work) => work() }, ...parts };
  }

  /**
   * Resolves when the question is written down, and the reply follows by itself; where it can't be
   * written down, when it is answered. False: it was known. `found` is its answer, where that had to be
   * known before it could be taken.
   */
  async take(question: NewQuestion, found?: Answer): Promise<boolean> {
    const { book } = this.#parts;
    const work = this.#begin(async () => {
      const claimed = await book.claim(question);
      return claimed && { claimed, done: this.#work(claimed, found) };
    });
    const { claimed, done } = (await work) ?? {};
    if (!claimed) return false;
    // As long as Slack was not told that it arrived, it brings it again should this process die.
    if (!book.isWritten(claimed)) await Promise.race([done, wait(ackPatience, 0, { ref: false })]);
    return true;
  }

  /** Answers what was left unanswered, now and from time to time. */
  async start(): Promise<void> {
    this.#sweeper = setInterval(() => this.#sweepSafely(), sweepInterval).unref();
    await this.#begin(() => this.#sweep());
  }

  /** Resolves when everything at hand is answered, or when `most` ms are over. */
  async close(most: number): Promise<void> {
    this.#deadline = this.#parts.clock() + most;
    clearInterval(this.#sweeper);
    for (const [timer, due] of this.#timers) {
      if (due > this.#deadline) this.#stopTimer(timer);
    }
    const over = new AbortController();
    const timeUp = wait(most, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([this.#finished(), timeUp]);
    over.abort();
    for (const timer of this.#timers.keys()) this.#stopTimer(timer);
  }

  async #finished(): Promise<void> {
    while (this.#beginning.size + this.#atWork.size + this.#timers.size > 0) {
      const under = [...this.#beginning, ...this.#atWork.values()];
      // For a timer there is nothing to wait for but time.
      await (under.length > 0 ? Promise.allSettled(under) : wait(timerSlack));
    }
  }

  /** Lets the end wait for something that may begin new work. */
  #begin<T>(work: () => Promise<T>): Promise<T> {
    const beginning = work();
    const settled: Promise<boolean> = beginning.then(
      () => this.#beginning.delete(settled),
      () => this.#beginning.delete(settled),
    );
    this.#beginning.add(settled);
    return beginning;
  }

  async #sweep(): Promise<void> {
    const busy = new Set(this.#atWork.keys());
    await this.#parts.book.renew([...busy]);
    const left = await this.#parts.book.takeOver();
    const idle = left.filter(({ id }) => !busy.has(id) && !this.#atWork.has(id));
    if (idle.length > 0) this.#parts.log.info(`Taking up ${idle.length} unanswered questions`);
    for (const question of idle) void this.#work(question);
  }

  #sweepSafely(): void {
    this.#begin(() => this.#sweep()).catch((error: Error) => {
      this.#parts.log.error(`Looking for unanswered questions failed: ${error.message}`);
    });
  }

  #work(question: Question, found?: Answer): Promise<void> {
    // What comes after the end is answered by the next process.
    if (this.#parts.clock() >= this.#deadline) return Promise.resolve();
    const work = this.#turnstile
      .pass(async () => {
        // Slack wants to hear within 3 s of all that arrives, and waits longer for answers.
        await setImmediate();
        await this.#answer(question, found);
      })
      .finally(() => this.#atWork.delete(question.id));
    this.#atWork.set(question.id, work);
    return work;
  }

  /** The one place where a question's faults are caught. */
  async #answer(question: Question, found?: Answer): Promise<void> {
    const { book, log, clock, status } = this.#parts;
    const trace: Trace = { maybePosted: question.maybePosted };
    try {
      if (clock() - question.askedAt > questionLife) {
        log.warn(`Question ${question.id} could not be answered in time`);
        return await book.expire(question);
      }
      await status.during(question, () => this.#deliver(question, trace, found));
    } catch (error) {
      await this.#recover(question, error, trace).catch((fault) => {
        log.error(`Question ${question.id} waits for the next sweep: ${(fault as Error).message}`);
      });
    }
  }

  async #deliver(question: Question, trace: Trace, found?: Answer): Promise<void> {
    const { book, courier, compose, clock, log } = this.#parts;
    const arrived = trace.maybePosted ? await courier.findReply(question) : undefined;
    const { reply, outcome, answer } = await compose(question, found).catch((error: Error) =>
      this.#excuse(question, error),
    );
    trace.answer = answer;
    if (!arrived && !(await book.holds(question))) {
      return log.info(`Question ${question.id} is answered by another process`);
    }
    const sent = this.#withDelay(question, reply);
    const replyTs = arrived ?? (await deliverReply(question, sent, { courier, log, trace }));
    await book.answered(question, { outcome, answer, replyTs });
    log.info(
      `Question ${question.id} (${question.source}): ${outcome} after ${clock() - question.askedAt} ms`,
    );
  }

  /** A fault of ours is told as a fault, never as "nothing found". */
  #excuse(question: Question, error: Error): Composed {
    this.#parts.log.error(`Question ${question.id} could not be answered: ${error.stack}`);
    const text = `Something broke while I looked for an answer, so I can't say whether there is one. It is in my log as ${question.id}.`;
    return { outcome: 'failed', reply: { text, blocks: [context(text)] } };
  }

  #withDelay(question: Question, { text, blocks }: Reply): Reply {
    const delay = this.#parts.clock() - question.askedAt;
    if (delay < late) return { text, blocks };
    const note = `Asked ${Math.round(delay / minute)} minutes ago; I was away or Slack was, sorry.`;
    return { text, blocks: [context(note), ...blocks] };
  }

  async #recover(question: Question, error: unknown, trace: Trace): Promise<void> {
    const { book, log } = this.#parts;
    if (error instanceof PostError && error.kind === 'refused') {
      log.error(`Slack refuses the reply to question ${question.id}: ${error.code}`);
      return book.expire(question);
    }
    const { retryAfter = 0, message } = error as Partial<PostError> & Error;
    const pause = Math.max(retryAfter, Math.min(longestPause, firstPause * 2 ** question.attempts));
    log.warn(`Question ${question.id} is tried again in ${pause} ms: ${message}`);
    await book.postpone(question, { ...trace, pause });
    this.#ringAfter(pause + timerSlack);
  }

  #ringAfter(pause: number): void {
    const due = this.#parts.clock() + pause;
    if (due > this.#deadline) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#sweepSafely();
    }, pause).unref();
    this.#timers.set(timer, due);
  }

  #stopTimer(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#timers.delete(timer);
  }
}
