import type { Delivery, Found } from './delivery.ts';
import type { Job, Settled } from './job.ts';
import type { Range } from './timing.ts';

/** What is about to be posted for a job. */
export interface Prepared {
  /** Posts it; absent when there is nothing to post, and the job is done. */
  readonly post?: (() => Promise<Delivery>) | undefined;
  /** Written down before the post is begun, for an attempt that may have to come after it. */
  readonly draft?: string | undefined;
  /** What is written down when it was posted, or there was nothing to post. */
  readonly done: (ts: string | undefined) => Settled;
}

/**
 * Why a job is given up: `late`, it is worth nothing any more; `attempts`, it was tried too often;
 * `crash`, it took its process down; `unconfirmed`, it may have been posted, and nobody may look; or
 * what Slack calls the reason of its refusal.
 */
export interface GiveUp {
  readonly reason: string;
  /** Whether it may have been posted all the same. */
  readonly maybePosted: boolean;
}

/** How jobs of one kind are done. */
export interface Kind {
  /** Pauses between attempts. */
  readonly pauses: Range;
  /** Posted even while the database is away: somebody waits for it. */
  readonly isUrgent: boolean;
  /** Posted again where nobody may look whether it arrived: losing it would be worse. */
  readonly repeatsUnseen: boolean;
  /** So many of its jobs are done at once, in a line of their own: what takes long keeps nobody else waiting. */
  readonly maxAtOnce?: number;
  /** Whether a job of this age, in ms, is worth nothing any more. */
  isOver(job: Job, age: number): boolean;
  /** Looks for the post of a job that may have arrived. */
  find(job: Job): Promise<Found>;
  /**
   * Asks others for what `prepare` needs, where the job is suspected: a process that ends while it
   * only waits was not ended by it.
   */
  gather?(job: Job): Promise<unknown>;
  prepare(job: Job): Promise<Prepared>;
  /**
   * What a failed post means. Undefined: what was refused is given up, and anything else is tried
   * again.
   */
  failed?(job: Job, failure: FailedPost): Promise<Retry | undefined>;
  /** What is written down with a job that is given up. */
  givenUp(job: Job, why: GiveUp): Promise<Settled>;
  /** Runs the work on a job, and says meanwhile that it takes its time. */
  during?<T>(job: Job, work: () => Promise<T>): Promise<T>;
}

/** A post that was not taken, or perhaps not. */
export type FailedPost = Exclude<Delivery, { readonly kind: 'posted' }>;

/** When to try again, and what is written down with that. */
export interface Retry extends Settled {
  /** At least so long from now, in ms. */
  readonly pause: number;
}
