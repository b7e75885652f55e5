import type { Effect } from '../outbox/job.ts';
import type { Due, PassageKey } from './subscription.ts';

/** `waiting`: it is to be posted. All others are final; `dropped`: it is no longer wanted. */
export type RunStatus = 'waiting' | 'posted' | 'empty' | 'failed' | 'missed' | 'dropped';

/** One due date of a subscription, or one digest that somebody asked for, with what became of it. */
export interface Run {
  readonly id: string;
  readonly subscription: string;
  /** The local date that it is for, `news-…`, or `now-…` when somebody asked for it. */
  readonly slot: string;
  readonly dueAt: number;
  readonly status: RunStatus;
  /** Why the last attempt, or the whole run, failed. */
  readonly reason?: string | undefined;
  readonly postTs?: string | undefined;
  readonly finishedAt?: number | undefined;
  /** The reason that the person who set the digest up was told last. */
  readonly toldReason?: string | undefined;
}

/** What became of a run. */
export interface RunEnd {
  readonly status: Exclude<RunStatus, 'waiting' | 'missed'>;
  readonly reason?: string | undefined;
  readonly postTs?: string | undefined;
  /** What it showed of the library, or what is no news any more. */
  readonly passages?: readonly PassageKey[];
}

/** What became of each due date: one run a subscription and local date. */
export interface Runs {
  byId(id: string): Promise<Run | undefined>;
  bySlot(subscription: string, slot: string): Promise<Run | undefined>;
  /** The last runs of a subscription, newest first. */
  lastOf(subscription: string, limit: number): Promise<Run[]>;
  /** The last digest that was posted. */
  lastPosted(subscription: string): Promise<Run | undefined>;
  /** Notes a digest that is to be posted, in the transaction of its job. */
  begun(id: string, subscription: string, due: Due): Effect;
  /** Notes a digest that was missed; nothing when that date has one. */
  missed(subscription: string, due: Due): Promise<void>;
  ended(run: Run, end: RunEnd): Effect;
  /** Notes why an attempt failed. */
  noted(run: Run, reason: string): Effect;
  /** Notes why an attempt failed, and that the person who set the digest up is told. */
  told(run: Run, reason: string): Effect;
}

/** A due digest as a job; its run has the same id. */
export interface DigestPayload {
  readonly subscription: string;
  readonly slot: string;
  readonly dueAt: number;
  /** Whether old articles are wanted this time. */
  readonly archive?: boolean;
}

/** The key of the job that posts the digest of a slot. */
export function digestKey(subscription: string, slot: string): string {
  return `digest:${subscription}:${slot}`;
}

/** What makes a digest due: its local date, something new, or somebody who asks for it at once. */
export function causeOf({ slot }: Pick<Run, 'slot'>): 'date' | 'news' | 'request' {
  if (slot.startsWith('now-')) return 'request';
  return slot.startsWith('news-') ? 'news' : 'date';
}
