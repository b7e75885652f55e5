import type { Logger } from '@slack/bolt';
import type { QuestionBook } from '../store/question-book.ts';
import type { NewQuestion, Question } from '../store/questions.ts';
import { context } from './blocks/rich-text.ts';
import type { Composed } from './compose.ts';
import type { Courier } from './courier.ts';
import { PostError } from './post-error.ts';
import type { Reply } from './reply.ts';
import { escapeSlackText } from './slack-text.ts';

/** What the desk works with. */
export interface DeskParts {
  readonly book: QuestionBook;
  readonly courier: Courier;
  /** Makes the reply to a question. */
  readonly compose: (question: Question) => Promise<Composed>;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

const minute = 60_000;

/** Slack takes nothing at a response_url after 30 minutes; the last one is left as a margin. */
const commandLife = 29 * minute;
const messageLife = 24 * 60 * minute;

/** A reply later than this says so. */
const late = 2 * minute;

/** First and longest pause between attempts, in ms. */
const firstPause = 500;
const longestPause = 5 * minute;

/** How often forgotten questions are looked for, in ms. */
const sweepInterval = 15_000;

/**
 * Gives each question exactly one reply: claims it, answers it in the background, records the reply,
 * tries again after faults, and takes over at start what an earlier process left.
 */
export class Desk {
  readonly #parts: Required<DeskParts>;
  readonly #atWork = new Set<Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #sweeper: NodeJS.Timeout | undefined;
  #open = true;

  constructor(parts: DeskParts) {
    this.#parts = { clock: Date.now, ...parts };
  }

  /** Resolves when the question is written down; the reply follows by itself. False: it was known. */
  async take(question: NewQuestion): Promise<boolean> {
    const claimed = await this.#parts.book.claim(question);
    if (claimed) this.#work(claimed);
    return claimed !== undefined;
  }

  /** Answers what was left unanswered, now and from time to time. */
  async start(): Promise<void> {
    this.#sweeper = setInterval(() => this.#sweepSafely(), sweepInterval).unref();
    await this.#sweep();
  }

  /** Begins nothing more, and resolves when everything at hand is done or `most` ms are over. */
  async close(most: number): Promise<void> {
    this.#open = false;
    clearInterval(this.#sweeper);
    for (const timer of this.#timers) clearTimeout(timer);
    const timeUp = setTimeout(() => this.#atWork.clear(), most);
    while (this.#atWork.size > 0) {
      const tick = new Promise((resolve) => setTimeout(resolve, 100));
      await Promise.race([Promise.allSettled(this.#atWork), tick]);
    }
    clearTimeout(timeUp);
  }

  async #sweep(): Promise<void> {
    const left = await this.#parts.book.takeOver();
    if (left.length > 0) this.#parts.log.info(`Taking up ${left.length} unanswered questions`);
    for (const question of left) this.#work(question);
  }

  #sweepSafely(): void {
    this.#sweep().catch((error: Error) => {
      this.#parts.log.error(`Looking for unanswered questions failed: ${error.message}`);
    });
  }

  #work(question: Question): void {
    // What is claimed while the desk closes is answered by the next process.
    if (!this.#open) return;
    const work = this.#answer(question).finally(() => this.#atWork.delete(work));
    this.#atWork.add(work);
  }

  /** The one place where a question's faults are caught. */
  async #answer(question: Question): Promise<void> {
    const { book, log } = this.#parts;
    try {
      if (this.#isOver(question)) {
        log.warn(`Question ${question.id} could not be answered in time`);
        return await book.expire(question);
      }
      await this.#deliver(question);
    } catch (error) {
      await this.#recover(question, error).catch((fault) => {
        log.error(`Question ${question.id} waits for the next sweep: ${(fault as Error).message}`);
      });
    }
  }

  async #deliver(question: Question): Promise<void> {
    const { book, courier, compose, clock } = this.#parts;
    const arrived = question.maybePosted ? await courier.findReply(question) : undefined;
    const { reply, outcome, answer } = await compose(question).catch((error: Error) =>
      this.#excuse(question, error),
    );
    const replyTs = arrived ?? (await this.#post(question, reply));
    await book.answered(question, { outcome, answer, replyTs });
    this.#parts.log.info(
      `Question ${question.id} (${question.surface}): ${outcome} after ${clock() - question.askedAt} ms`,
    );
  }

  /** A fault of ours is told as a fault, never as "nothing found". */
  #excuse(question: Question, error: Error): Composed {
    this.#parts.log.error(`Question ${question.id} could not be answered: ${error.stack}`);
    const text = `Something broke while I looked for an answer, so I can't say whether there is one. It is in my log as ${question.id}.`;
    return { outcome: 'failed', reply: { text, blocks: [context(text)] } };
  }

  async #post(question: Question, reply: Reply): Promise<string | undefined> {
    const { book, courier } = this.#parts;
    await book.beginPost(question);
    const sent = this.#withDelay(question, reply);
    try {
      return await courier.deliver(question, sent);
    } catch (error) {
      if (!(error instanceof PostError) || !/blocks|too_long/.test(error.code)) throw error;
      this.#parts.log.error(
        `Slack refused the blocks of question ${question.id} (${error.code}); sending text`,
      );
      const text = `${sent.text}\n(${escapeSlackText(`Slack refused the formatted answer: ${error.code}`)})`;
      return await courier.deliver(question, { text, blocks: [] });
    }
  }

  #withDelay(question: Question, { text, blocks }: Reply): Reply {
    const delay = this.#parts.clock() - question.askedAt;
    if (delay < late) return { text, blocks };
    const note = `Asked ${Math.round(delay / minute)} minutes ago; I was away or Slack was, sorry.`;
    return { text, blocks: [context(note), ...blocks] };
  }

  async #recover(question: Question, error: unknown): Promise<void> {
    const { book, log } = this.#parts;
    if (error instanceof PostError && error.kind === 'refused') {
      log.error(`Slack refuses the reply to question ${question.id}: ${error.code}`);
      return book.expire(question);
    }
    const { retryAfter = 0, message } = error as Partial<PostError> & Error;
    const pause = Math.max(retryAfter, Math.min(longestPause, firstPause * 2 ** question.attempts));
    log.warn(`Question ${question.id} is tried again in ${pause} ms: ${message}`);
    const maybePosted = error instanceof PostError ? error.kind === 'unsure' : question.maybePosted;
    await book.postpone(question, { pause, maybePosted });
    this.#after(pause);
  }

  #isOver({ responseUrl, askedAt }: Question): boolean {
    return this.#parts.clock() - askedAt > (responseUrl ? commandLife : messageLife);
  }

  #after(pause: number): void {
    if (!this.#open) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#sweepSafely();
    }, pause).unref();
    this.#timers.add(timer);
  }
}
