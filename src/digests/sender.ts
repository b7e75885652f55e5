import type { Digest } from './digest.ts';
import type { Run } from './run.ts';
import type { Due, Subscription } from './subscription.ts';

/** A digest on its way to its channel. */
export interface Delivery {
  readonly run: Run;
  readonly subscription: Subscription;
  readonly digest: Digest;
  /** The local date that heads it. */
  readonly date: string;
  /** How late it is, in ms; about 0 unless the bot or Slack was away. */
  readonly delay: number;
  /** The digest after this one. */
  readonly next: Due | undefined;
}

/**
 * What became of a post. `refused`: Slack said no, and will until somebody acts. `later`: it was not
 * taken, and may be in `retryAfter` ms. `unsure`: it may have been posted all the same.
 */
export type Sent =
  | { readonly kind: 'posted'; readonly ts: string | undefined }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfter: number }
  | { readonly kind: 'unsure'; readonly code: string };

/** Whether a message stands in the channel already; `unknown` where nobody may look. */
export type Found =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfter: number };

/** A digest that could not be posted, for the person who set it up. */
export interface Failure {
  readonly subscription: Subscription;
  readonly run: Run;
  /** Slack's code, or `unconfirmed`, `late` or `topics`. */
  readonly reason: string;
  /** Until when it is tried again, in ms since 1970; undefined when it was given up. */
  readonly until?: number | undefined;
}

/** Brings digests to their channels. It never rejects for what Slack says or fails to say. */
export interface DigestSender {
  post(delivery: Delivery): Promise<Sent>;
  /** Whether some of the digest goes into its thread. */
  hasThread(delivery: Delivery): boolean;
  /** Posts what goes into the thread of the message `ts`. */
  reply(delivery: Delivery, ts: string): Promise<Sent>;
  /** Looks for the message of a run whose post was begun; with `thread`, for its reply there. */
  find(run: Run, subscription: Subscription, thread?: string): Promise<Found>;
  tell(failure: Failure): Promise<Sent>;
}
