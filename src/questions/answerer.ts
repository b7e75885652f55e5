import type { Delivery, Destination, Found, Message, Poster } from '../outbox/delivery.ts';
import type { Effect, Job } from '../outbox/job.ts';
import type { FailedPost, GiveUp, Kind, Prepared, Retry } from '../outbox/kind.ts';
import { DeadlineError, withDeadline } from '../outbox/timing.ts';
import { faultTexts as texts } from '../texts/faults.ts';
import type { Say } from '../texts/say.ts';
import { isAside, isWorthSaying, mayBeAsked } from './aside.ts';
import { noticeOf, plainMessage } from './notice.ts';
import type { SayTo } from './people.ts';
import {
  type GivenAnswer,
  maxLengthOf,
  type NewQuestion,
  type Outcome,
  type Question,
} from './question.ts';
import { isResponseUrlOpen, oldestReply, replyTag } from './reply-message.ts';

/** A reply, and what is kept of it. */
export interface Composed {
  readonly reply: Message;
  readonly outcome: Outcome;
  /** The quotes by reference, as JSON. */
  readonly answer?: string | undefined;
  /** The fault that is all it tells of, for the log, where that may soon be over. */
  readonly mayPass?: string | undefined;
}

/** What is written down of questions; each is a change in the transaction of the job. */
export interface QuestionRecords {
  asked(question: Question): Effect;
  answered(question: Question, given: GivenAnswer): Effect;
  gaveUp(question: Question): Effect;
  /** What turned out to be no question leaves nothing behind. */
  unasked(question: Question): Effect;
}

/** What answers are given with. */
export interface AnswererParts {
  /** Finds out what a reply depends on and Slack knows, so that `compose` need not wait for it. */
  readonly gather?: (question: Question) => Promise<unknown>;
  /** Makes the reply to a question, whatever it asks for. */
  readonly compose: (question: Question) => Promise<Composed>;
  readonly poster: Poster;
  readonly sayTo: SayTo;
  readonly records: QuestionRecords;
  readonly log: { info(message: string): void; error(message: string): void };
  /** Watches the work. */
  readonly observer?: { answered(source: string, outcome: string, seconds: number): void };
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Does the work on a question, and says meanwhile that it takes its time. */
  readonly during?: <T>(question: Question, work: () => Promise<T>) => Promise<T>;
}

const second = 1000;
const minute = 60 * second;

/** For how long an answer is still worth something, in ms. */
const questionLife = 24 * 60 * minute;

/** A reply later than this says so, in ms. */
const late = 2 * minute;

/** An answer that takes longer is given up, in ms; the person hears it. */
const composeTimeout = 20 * second;

/** So often an answer waits for a fault to pass before the fault is told: with its pauses, half a minute. */
const maxWaits = 6;

/** What an administrator can put right, and how long to wait for that, in ms. */
const curable =
  /^(?:invalid_auth|not_authed|account_inactive|token_|missing_scope|org_login_required|http_)/;
const untilCured = 5 * minute;

/** Gives each question its answer: what the outbox has to know of questions. */
export class Answerer implements Kind {
  readonly pauses = { first: second / 2, max: 5 * minute };
  readonly isUrgent = true;
  readonly repeatsUnseen = true;
  readonly #parts: AnswererParts & { readonly clock: () => number };

  constructor(parts: AnswererParts) {
    this.#parts = { clock: Date.now, ...parts };
  }

  isOver(_: Job, age: number): boolean {
    return age > questionLife;
  }

  /** The ts of the reply if the question has one already; unknown for what only one person sees. */
  async find(job: Job): Promise<Found> {
    const { id, channel, thread, ts, askedAt, responseUrl } = questionOf(job);
    if (responseUrl) return { kind: 'unknown' };
    const oldest = ts ?? oldestReply(askedAt);
    return this.#parts.poster.find(replyTag(id), { channel, thread, oldest });
  }

  async gather(job: Job): Promise<void> {
    const gathered = this.#parts.gather?.(questionOf(job));
    // What could not be found out is asked again, and told, when the answer is made.
    if (gathered) await withDeadline(gathered, composeTimeout).catch(() => {});
  }

  async prepare(job: Job): Promise<Prepared> {
    const { records, log, observer, clock } = this.#parts;
    const question = questionOf(job);
    const unasked = { done: () => ({ effect: records.unasked(question) }) };
    if (isAside(question) && !mayBeAsked(question)) return unasked;
    const composed = await this.#compose(question);
    if (isAside(question) && !isWorthSaying(composed.outcome)) return unasked;
    if (composed.mayPass && job.attempts < maxWaits) throw new Error(composed.mayPass);
    const reply = await this.#withDelay(question, composed.reply);
    return {
      draft: composed.answer,
      post: () => this.#post(question, reply),
      done: (replyTs) => {
        const { outcome, answer } = composed;
        const took = clock() - question.askedAt;
        observer?.answered(question.source, outcome, took / second);
        return {
          effect: records.answered(question, { outcome, answer, replyTs }),
          written: () =>
            log.info(`Question ${question.id} (${question.source}): ${outcome} after ${took} ms`),
        };
      },
    };
  }

  async failed(_: Job, { kind, code }: FailedPost): Promise<Retry | undefined> {
    return kind === 'refused' && curable.test(code) ? { pause: untilCured } : undefined;
  }

  /** The person hears why, in private. */
  async givenUp(job: Job, why: GiveUp) {
    const question = questionOf(job);
    if (isAside(question)) return { effect: this.#parts.records.unasked(question) };
    const next = await noticeOf(question, why, this.#parts.sayTo);
    return { effect: this.#parts.records.gaveUp(question), next };
  }

  during<T>(job: Job, work: () => Promise<T>): Promise<T> {
    const { during } = this.#parts;
    const question = questionOf(job);
    return during && !isAside(question) ? during(question, work) : work();
  }

  /** A fault of ours is told as a fault, never as "nothing found". */
  async #compose(question: Question): Promise<Composed> {
    const { sayTo, log, compose } = this.#parts;
    if (question.text.length > maxLengthOf(question.source)) {
      return tooLong(question, await sayTo(question));
    }
    try {
      return await withDeadline(compose(question), composeTimeout);
    } catch (error) {
      const { id } = question;
      log.error(`Question ${id} could not be answered: ${(error as Error).stack}`);
      const say = await sayTo(question);
      const text =
        error instanceof DeadlineError
          ? say(texts.tooSlow, { seconds: composeTimeout / second, id })
          : say(texts.broken, { id });
      return { outcome: 'failed', reply: plainMessage(text) };
    }
  }

  #post(question: Question, reply: Message): Promise<Delivery> {
    return this.#parts.poster.post(this.#destination(question), reply, replyTag(question.id));
  }

  /** When the response_url is no longer taken: to the person, in private. */
  #destination({ responseUrl, askedAt, channel, thread, person }: Question): Destination {
    if (!responseUrl) return { channel, thread };
    return isResponseUrlOpen(this.#parts.clock() - askedAt) ? { responseUrl } : { channel: person };
  }

  async #withDelay(question: Question, { text, blocks }: Message): Promise<Message> {
    const delay = this.#parts.clock() - question.askedAt;
    if (delay < late) return { text, blocks };
    const say = await this.#parts.sayTo(question);
    const note = say(texts.late, { minutes: Math.round(delay / minute) });
    return { text, blocks: [...plainMessage(note).blocks, ...blocks] };
  }
}

/**
 * A question as a job. Of a text that is too long only so much is kept that this is seen, and at the end
 * whether it asks.
 */
export function questionJob({ key, text, isRepeated = false, ...payload }: NewQuestion) {
  const kept = text.slice(-maxLengthOf(payload.source) - 1);
  return { key, kind: 'question', payload: { ...payload, text: kept }, maybePosted: isRepeated };
}

/** The question that a job is about. */
export function questionOf({ key, id, createdAt, payload }: Job): Question {
  return { ...(payload as Omit<NewQuestion, 'key' | 'isRepeated'>), key, id, askedAt: createdAt };
}

function tooLong({ source }: Question, say: Say): Composed {
  const isMessage = source === 'find sources' || source === 'check quote';
  const max = maxLengthOf(source);
  const text = say(isMessage ? texts.longMessage : texts.longQuestion, { max });
  return { outcome: 'too long', reply: plainMessage(text) };
}
