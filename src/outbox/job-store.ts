import type { Effect, Job, NewJob, Settled } from './job.ts';

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
