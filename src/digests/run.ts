import type { PassageKey } from './subscription.ts';

/**
 * `waiting`: certainly not posted. `posting`: the message may have been posted. `replying`: it was,
 * and its thread is to follow. All others are final.
 */
export type RunStatus =
  | 'waiting'
  | 'posting'
  | 'replying'
  | 'posted'
  | 'empty'
  | 'failed'
  | 'missed'
  | 'dropped';
/** One due date of a subscription, or one digest that somebody asked for, with what became of it. */
export interface Run {
  readonly id: string;
  readonly subscription: string;
  /** The local date that it is for, or `now-…`. */
  readonly slot: string;
  readonly dueAt: number;
  readonly status: RunStatus;
  readonly attempts: number;
  readonly content?: string | undefined;
  readonly reason?: string | undefined;
  readonly postTs?: string | undefined;
  /** When the last post was begun, in ms since 1970. */
  readonly begunAt?: number | undefined;
  readonly finishedAt?: number | undefined;
  readonly untold: boolean;
  /** The reason that the person who set the digest up was told last. */
  readonly toldReason?: string | undefined;
}

/** A run that this process holds. */
export interface HeldRun extends Run {
  readonly holder: string;
}

/** What showing a digest came to: its message, and what of the library it showed. */
export interface Shown {
  readonly postTs: string | undefined;
  readonly passages: readonly PassageKey[];
  /** Whether more is to follow in its thread. */
  readonly hasThread: boolean;
  /** Why nobody can say whether it arrived; absent when it did. */
  readonly doubt?: string | undefined;
  readonly at: number;
}

/** What is known of a run that is given back. */
export interface Postponement {
  readonly status?: RunStatus;
  readonly reason?: string;
  /** False: what was begun last certainly did not arrive. */
  readonly isBegun?: boolean;
}
