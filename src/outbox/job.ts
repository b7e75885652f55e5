import { createHash } from 'node:crypto';

/** Something that must be posted exactly once: a reply, a share, a digest. */
export interface NewJob {
  /** The same for every delivery of what asks for it. */
  readonly key: string;
  /** Names the `Kind` that knows how to do it. */
  readonly kind: string;
  /** What its kind needs to do it, as JSON can hold it; forgotten when it is done. */
  readonly payload: object;
  /** True where an earlier attempt, which nobody heard of again, may have posted it. */
  readonly maybePosted?: boolean;
}

/** A job that is written down. */
export interface Job extends NewJob {
  /** Follows from the key, so that a post can be known again by whichever process looks for it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** How often it was tried before. */
  readonly attempts: number;
  /** A post was begun, and it is not known whether it arrived. */
  readonly maybePosted: boolean;
  /** What the last attempt was going to post, as its kind wrote it down. */
  readonly draft?: string | undefined;
  readonly suspicion: Suspicion;
}

/**
 * Whether a job may have taken its process down. `suspected`: a process ended while the job was
 * claimed. `alone`: it is being made by itself. `suspected again`: the process ended then, too, which
 * once may be chance. `alone again`, and `proven`: it ended once more.
 */
export type Suspicion =
  | 'none'
  | 'suspected'
  | 'alone'
  | 'suspected again'
  | 'alone again'
  | 'proven';

/**
 * `claimed`: its holder is at work on it, and has posted nothing. `waiting`: put off, and certainly
 * not posted. `posting`: the post was begun. The other two are final.
 */
export type JobState = 'claimed' | 'waiting' | 'posting' | 'done' | 'given up';

/** A change of other tables that is made in the transaction of the job's own; the store knows how. */
export type Effect = (transaction: never) => Promise<void>;

/** What is written down together with what became of a job. */
export interface Settled {
  readonly effect?: Effect | undefined;
  /** Jobs that follow from it. */
  readonly next?: readonly NewJob[] | undefined;
}

/** A job as it begins. */
export function newJob(job: NewJob, createdAt: number): Job {
  const id = createHash('sha256').update(job.key).digest('base64url').slice(0, 12);
  const { maybePosted = false } = job;
  return { ...job, id, createdAt, attempts: 0, maybePosted, suspicion: 'none' };
}
