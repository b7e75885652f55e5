import type { Message, Poster, Tag } from '../outbox/delivery.ts';
import type { Job, NewJob, Settled } from '../outbox/job.ts';
import type { FailedPost, GiveUp, Kind, Prepared, Retry } from '../outbox/kind.ts';
import { backoff } from '../outbox/timing.ts';
import { isEmpty, storeDigest } from './digest.ts';
import { type DraftParts, draftDigest } from './drafts.ts';
import { localDate } from './local-time.ts';
import type { DigestRenderer } from './messages.ts';
import { causeOf, type DigestPayload, type Run } from './run.ts';
import type { Subscription, Subscriptions } from './subscription.ts';
import { maxDelay } from './timetable.ts';

/** What digests are posted with. */
export interface PostingParts extends DraftParts {
  readonly subscriptions: Subscriptions;
  readonly poster: Poster;
  readonly renderer: DigestRenderer;
  readonly log: { info(message: string): void };
}

const second = 1000;
const minute = 60 * second;

/** A digest that somebody asked for at once is no longer wanted after this, in ms. */
const nowLife = 60 * minute;

/** Two days later nobody needs to hear of a failure any more, in ms. */
const failureLife = 48 * 60 * minute;

/** Pauses while somebody has to act, in ms. */
const untilSomebodyActs = { first: minute, max: 30 * minute };

/** Slack's clock and ours may differ by this much, in seconds. */
const clockSkew = 120;

/** A message in the thread of a digest. */
interface ThreadPayload {
  readonly run: string;
  readonly channel: string;
  readonly thread: string;
  readonly message: Message;
}

/** Who is told of a failure, of which run. */
interface FailurePayload {
  readonly run: string;
  readonly reason: string;
  readonly until?: number | undefined;
}

/** Posts the digests that are due: what the outbox has to know of them. */
export class DigestPosting implements Kind {
  readonly pauses = { first: 5 * second, max: 10 * minute };
  readonly isUrgent = false;
  /** Where nobody may look it is not posted twice; the person who set it up is told. */
  readonly repeatsUnseen = false;
  readonly #parts: PostingParts;

  constructor(parts: PostingParts) {
    this.#parts = parts;
  }

  isOver({ payload }: Job): boolean {
    const { dueAt, slot } = payload as DigestPayload;
    return this.#parts.clock() - dueAt >= lifeOf({ slot });
  }

  async find(job: Job) {
    const { run, subscription } = await this.#of(job);
    if (run?.postTs) return { kind: 'found', ts: run.postTs } as const;
    if (!subscription) return { kind: 'absent' } as const;
    const { channel } = subscription;
    const where = { channel, oldest: since(job.createdAt) };
    const found = await this.#parts.poster.find(tagOf(job.id), where);
    // Slack answered, and the answer was that it could not.
    const wasAway = /^http_5/.test(run?.reason ?? '');
    return found.kind === 'unknown' && wasAway ? ({ kind: 'absent' } as const) : found;
  }

  async prepare(job: Job): Promise<Prepared> {
    const { runs, renderer, poster, log } = this.#parts;
    const { run, subscription } = await this.#of(job);
    if (!run || !subscription) return { done: () => ({}) };
    if (!isWanted(run, subscription) && !job.maybePosted) {
      return { done: () => ({ effect: runs.ended(run, { status: 'dropped', reason: 'paused' }) }) };
    }
    const { digest, passages } = await draftDigest(subscription, this.#parts, job.draft);
    if (isEmpty(digest)) {
      return { done: () => ({ effect: runs.ended(run, { status: 'empty', passages }) }) };
    }
    const page = { digest, subscription, cause: causeOf(run), ...this.#datesOf(run, subscription) };
    const { parent, thread } = await renderer.digest(page);
    const { channel } = subscription;
    return {
      draft: storeDigest(digest),
      post: () => poster.post({ channel }, parent, tagOf(run.id)),
      done: (postTs) => {
        const effect = runs.ended(run, { status: 'posted', postTs, passages });
        // One that was found may have its thread already.
        const maybePosted = job.maybePosted;
        const next = threadJobs(run, channel, postTs, thread, maybePosted);
        return {
          effect,
          next,
          written: () => log.info(`Digest ${run.id} (${run.slot}) is posted`),
        };
      },
    };
  }

  /** The person who set it up is told while there is time to act; not again for what they know. */
  async failed(job: Job, { kind, code: reason }: FailedPost): Promise<Retry | undefined> {
    const { runs } = this.#parts;
    const run = await runs.byId(job.id);
    if (!run) return undefined;
    if (kind !== 'refused') return { pause: 0, effect: runs.noted(run, reason) };
    const pause = backoff(job.attempts, untilSomebodyActs);
    const until = run.dueAt + lifeOf(run);
    const isKnown = run.toldReason === reason || (await this.#isOldNews(run, reason));
    const next = isKnown ? [] : [failureJob(run, { run: run.id, reason, until })];
    return { pause, effect: runs.told(run, reason), next };
  }

  async givenUp(job: Job, { reason: why }: GiveUp): Promise<Settled> {
    const { runs } = this.#parts;
    const run = await runs.byId(job.id);
    if (!run) return {};
    // Too late is what every failure comes to; why it was is what helps.
    const reason = why === 'late' ? (run.reason ?? 'late') : why;
    const isKnown = run.toldReason === reason || (await this.#isOldNews(run, reason));
    const next = isKnown ? [] : [failureJob(run, { run: run.id, reason })];
    const passages = why === 'unconfirmed' ? await this.#maybeShown(job) : [];
    return { effect: runs.ended(run, { status: 'failed', reason, passages }), next };
  }

  /** What may stand in the channel is not shown again before its turn. */
  async #maybeShown(job: Job) {
    const { subscription } = await this.#of(job);
    if (!subscription) return [];
    return (await draftDigest(subscription, this.#parts, job.draft)).passages;
  }

  #datesOf(run: Run, { zone, status, rhythm, due }: Subscription) {
    const { clock } = this.#parts;
    const isDated = causeOf(run) === 'date';
    return {
      date: isDated ? run.slot : localDate(clock(), zone),
      delay: isDated ? clock() - run.dueAt : 0,
      next: status === 'on' && rhythm === 'times' ? due : undefined,
    };
  }

  async #of(job: Job) {
    const { runs, subscriptions } = this.#parts;
    const { subscription: id, archive } = job.payload as DigestPayload;
    const subscription = await subscriptions.byId(id);
    const run = await runs.byId(job.id);
    return {
      run,
      subscription: subscription && archive ? { ...subscription, archive } : subscription,
    };
  }

  /** Whether the digest before failed for the same reason, which was told then. */
  async #isOldNews(run: Run, reason: string): Promise<boolean> {
    const last = await this.#parts.runs.lastOf(run.subscription, 10);
    const before = last.find(({ id, dueAt }) => id !== run.id && dueAt < run.dueAt);
    return before?.status === 'failed' && before.toldReason === reason;
  }
}

/** Posts what goes into the thread of a digest. */
export function digestThreadKind({ poster }: Pick<PostingParts, 'poster'>): Kind {
  return {
    pauses: { first: 5 * second, max: 10 * minute },
    isUrgent: false,
    repeatsUnseen: false,
    isOver: (_, age) => age > maxDelay,
    find({ payload, createdAt }) {
      const { run, channel, thread } = payload as ThreadPayload;
      return poster.find(tagOf(run), { channel, thread, oldest: since(createdAt) });
    },
    async prepare({ payload }) {
      const { run, channel, thread, message } = payload as ThreadPayload;
      const tag = tagOf(run);
      return { post: () => poster.post({ channel, thread }, message, tag), done: () => ({}) };
    },
    givenUp: async () => ({}),
  };
}

/** Tells the person who set a digest up that it could not be posted. */
export function digestFailureKind(
  parts: Pick<PostingParts, 'poster' | 'renderer' | 'runs' | 'subscriptions'>,
): Kind {
  const { poster, renderer, runs, subscriptions } = parts;
  return {
    pauses: { first: 5 * second, max: 10 * minute },
    isUrgent: false,
    repeatsUnseen: true,
    isOver: (_, age) => age > failureLife,
    find: async () => ({ kind: 'unknown' }),
    async prepare(job) {
      const { run: id, reason, until } = job.payload as FailurePayload;
      const run = await runs.byId(id);
      const subscription = run && (await subscriptions.byId(run.subscription));
      if (!run || !subscription?.setUpBy) return { done: () => ({}) };
      const message = await renderer.failure({ subscription, run, reason, until });
      const tag = { type: 'notice', id: job.id } as const;
      // A person's id as the channel leads to the conversation with them.
      return {
        post: () => poster.post({ channel: subscription.setUpBy }, message, tag),
        done: () => ({}),
      };
    },
    givenUp: async () => ({}),
  };
}

function threadJobs(
  run: Run,
  channel: string,
  postTs: string | undefined,
  message: Message | undefined,
  maybePosted: boolean,
): NewJob[] {
  if (!postTs || !message) return [];
  const payload: ThreadPayload = { run: run.id, channel, thread: postTs, message };
  return [{ key: `digest-thread:${run.id}`, kind: 'digest thread', payload, maybePosted }];
}

function failureJob(run: Run, payload: FailurePayload): NewJob {
  return { key: `digest-failure:${run.id}:${payload.reason}`, kind: 'digest failure', payload };
}

function lifeOf(run: Pick<Run, 'slot'>): number {
  return causeOf(run) === 'request' ? nowLife : maxDelay;
}

function isWanted(run: Run, { status, pausedUntil = '', zone }: Subscription): boolean {
  const cause = causeOf(run);
  const date = cause === 'date' ? run.slot : localDate(run.dueAt, zone);
  return cause === 'request' || (status === 'on' && date >= pausedUntil);
}

/** A time in ms as Slack writes it, a little before. */
function since(at: number): string {
  return String(Math.floor(at / second) - clockSkew);
}

function tagOf(id: string): Tag {
  return { type: 'digest', id };
}
