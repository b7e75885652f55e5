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
  /** How often it was put off or its post cut short; not how often a process ended before it came to it. */
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
  /** Called when all of it is written down. */
  readonly written?: () => void;
}

/** A job as it begins. */
export function newJob(job: NewJob, createdAt: number): Job {
  const id = createHash('sha256').update(job.key).digest('base64url').slice(0, 12);
  const { maybePosted = false } = job;
  return { ...job, id, createdAt, attempts: 0, maybePosted, suspicion: 'none' };
}

/** A job that was claimed, and when it is safe. */
export interface Claimed {
  readonly job: Job;
  /** Resolves when the job is on disk, so that it outlives this process. */
  readonly written: Promise<void>;
}

/** A job that is put off. */
export interface PutOff extends Settled {
  /** Milliseconds. */
  readonly pause: number;
  /** Whether it may have been posted all the same. */
  readonly maybePosted: boolean;
  readonly draft?: string | undefined;
}

/** Which jobs to take up, by id. */
export interface TakeUp {
  /** Jobs that this process put off, and whose pause is over. */
  readonly due: readonly string[];
  /** Jobs that this process is at work on, or has put off. */
  readonly except: readonly string[];
}

/**
 * What is to be posted, and how far it came. A job belongs to the process that claimed it or took it
 * up; what another process writes to it then comes to nothing.
 */
export interface JobStore {
  /** Writes a job down, atomically by its key; undefined when somebody has it already. */
  claim(job: NewJob, record?: (job: Job) => Effect): Promise<Claimed | undefined>;
  /** Writes a job down for any process to do; rejects while the database is away. */
  add(job: NewJob, effect: Effect): Promise<void>;
  /**
   * Notes that the post of a job begins. False: another process has it by now, so it must not be
   * posted. Rejects while the database is away.
   */
  begin(job: Job, draft?: string): Promise<boolean>;
  /** Notes that a job was posted, or that there was nothing to post. */
  finish(job: Job, settled: Settled): Promise<void>;
  giveUp(job: Job, settled: Settled): Promise<void>;
  /** Gives a job back after a fault, to be taken up again after a pause. */
  putOff(job: Job, how: PutOff): Promise<void>;
  /** Notes that a suspected job is being made by itself. */
  tryAlone(job: Job): Promise<void>;
  /** Says that this process is still at work on these jobs. */
  renew(ids: readonly string[]): Promise<void>;
  /** Leaves claimed jobs, on which no work was begun, to the next process. */
  release(ids: readonly string[]): Promise<void>;
  /** Takes up the open jobs that nobody is at work on, oldest first. */
  takeUp(which: TakeUp): Promise<Job[]>;
}
