import type { Message } from '../outbox/delivery.ts';
import type { Digest } from './digest.ts';
import type { Run } from './run.ts';
import type { Due, Subscription } from './subscription.ts';

/** A digest with what stands around it. */
export interface DigestPage {
  readonly digest: Digest;
  readonly subscription: Subscription;
  /** What made it due. */
  readonly cause: 'date' | 'news' | 'request';
  /** The local date that heads it. */
  readonly date: string;
  /** How late it is, in ms; about 0 unless the bot or Slack was away. */
  readonly delay: number;
  /** The digest after this one. */
  readonly next: Due | undefined;
}

/** A digest that could not be posted, for the person who set it up. */
export interface Failure {
  readonly subscription: Subscription;
  readonly run: Run;
  /** Slack's code, or `unconfirmed`, `late` or `fault`. */
  readonly reason: string;
  /** Until when it is tried again, in ms since 1970; undefined when it was given up. */
  readonly until?: number | undefined;
}

/** A digest as it is posted: a message, and one in its thread when there is more. */
export interface DigestMessages {
  readonly parent: Message;
  readonly thread?: Message | undefined;
}

/** Puts digests into words. */
export interface DigestRenderer {
  digest(page: DigestPage): Promise<DigestMessages>;
  failure(failure: Failure): Promise<Message>;
}
