import type { LimitFunction } from 'p-limit';
import {
  type Claimed,
  type Effect,
  type Job,
  type JobStore,
  type NewJob,
  newJob,
  type PutOff,
  type Settled,
  type TakeUp,
} from '../outbox/job.ts';
import { DeadlineError, withDeadline } from '../outbox/timing.ts';
import type { Database, DatabaseLink } from './database.ts';
import { Jobs } from './jobs.ts';
import { nameThisProcess } from './process-name.ts';
import { type Change, Unrecorded } from './unrecorded.ts';

/** Slack waits 3 s for an acknowledgement; a database that takes longer than this counts as away, in ms. */
const claimTimeout = 2500;

/** For how long after the start Slack may repeat what an earlier process acknowledged or answered. */
const redeliveryTime = 10 * 60_000;

/** A job that waits in memory, and when it is due. */
interface Waiting {
  readonly job: Job;
  readonly due: number;
}

/**
 * The jobs over a database that may be away, at the start or later. While it is, they are claimed in
 * memory, so that each is still done once; what could not be written down is written down when it is back. Nothing here rejects but `add` and `begin`.
 */
export class ResilientJobs implements JobStore {
  readonly #link: DatabaseLink;
  readonly #clock: () => number;
  readonly #startedAt: number;
  /** The same over every opening, or this process would take its own jobs for another's. */
  readonly #process = nameThisProcess();
  readonly #keys = new RecentKeys();
  readonly #claims: LimitFunction;
  readonly #unrecorded: Unrecorded;
  readonly #team: string;
  readonly #endListening: () => void;
  #catchingUp: Promise<void> | undefined;
  /** What waits to be tried again, unknown to the database. */
  readonly #waiting = new Map<string, Waiting>();

  /** `team` is the workspace whose jobs these are; empty in a bot of one. */
  constructor(link: DatabaseLink, clock: () => number = Date.now, team = '') {
    this.#link = link;
    this.#clock = clock;
    this.#startedAt = clock();
    this.#team = team;
    this.#claims = link.claims;
    this.#unrecorded = new Unrecorded((id) => this.#waiting.delete(id), link.claims);
    this.#endListening = link.afterUse(() => this.#catchUpSoon());
  }

  /** Writes down what can be, and uses the database no more of itself. */
  async close(): Promise<void> {
    await this.catchUp().catch(() => {});
    this.#endListening();
  }

  async claim(wanted: NewJob, record?: (job: Job) => Effect): Promise<Claimed | undefined> {
    return this.#keys.once(wanted.key, async () => {
      const way = { isBegun: false, isLate: false };
      const claim = this.#claims(() => {
        if (way.isLate) throw new DeadlineError('it was claimed in memory meanwhile');
        way.isBegun = true;
        return this.#write((jobs) => jobs.claim(wanted, record));
      });
      try {
        return await withDeadline(claim, claimTimeout);
      } catch (error) {
        claim.catch(() => {});
        const isInFlight = error instanceof DeadlineError && way.isBegun;
        way.isLate = true;
        return this.#claimInMemory(wanted, record, isInFlight ? claim : undefined);
      }
    });
  }

  async add(job: NewJob, effect: Effect): Promise<void> {
    await this.#write((jobs) => jobs.add(job, effect));
  }

  begin(job: Job, draft?: string): Promise<boolean> {
    return this.#write(async (jobs) => {
      // The process that has it in the database may post it.
      await this.#unrecorded.recordOne(job.id, jobs);
      return jobs.begin(job, draft);
    });
  }

  async finish(job: Job, settled: Settled): Promise<void> {
    await this.#record(job, (jobs) => jobs.finish(job, settled));
  }

  async giveUp(job: Job, settled: Settled): Promise<void> {
    await this.#record(job, (jobs) => jobs.giveUp(job, settled));
  }

  async putOff(job: Job, how: PutOff): Promise<void> {
    if (await this.#record(job, (jobs) => jobs.putOff(job, how))) return;
    const { maybePosted, draft, pause } = how;
    const again = { ...job, maybePosted, draft, attempts: job.attempts + 1 };
    this.#waiting.set(job.id, { job: again, due: this.#clock() + pause });
  }

  async tryAlone(job: Job): Promise<void> {
    await this.#write((jobs) => jobs.tryAlone(job)).catch(() => {});
  }

  async renew(ids: readonly string[]): Promise<void> {
    await this.#write((jobs) => jobs.renew(ids)).catch(() => {});
  }

  async release(ids: readonly string[]): Promise<void> {
    await this.#write((jobs) => jobs.release(ids)).catch(() => {});
  }

  async takeUp(which: TakeUp): Promise<Job[]> {
    await this.catchUp().catch(() => {});
    const except = [...which.except, ...this.#unrecorded.ids];
    const stored = await this.#write((jobs) => jobs.takeUp({ ...which, except })).catch(() => []);
    for (const { key } of stored) this.#keys.add(key);
    return [...this.#takeWaiting(which), ...stored];
  }

  /** Writes down what could not be; rejects while the database is away. */
  catchUp(): Promise<void> {
    this.#catchingUp ??= this.#write((jobs) => this.#unrecorded.record(jobs)).finally(() => {
      this.#catchingUp = undefined;
    });
    return this.#catchingUp;
  }

  #catchUpSoon(): void {
    if (this.#catchingUp || this.#unrecorded.ids.length === 0) return;
    // Nobody waits for it: what it does not write down now it does after the next use.
    this.catchUp().catch(() => {});
  }

  #takeWaiting({ due }: TakeUp): Job[] {
    const now = this.#clock();
    const over = [...this.#waiting.values()].filter(
      (waiting) => waiting.due <= now || due.includes(waiting.job.id),
    );
    return over.map(({ job }) => {
      this.#waiting.delete(job.id);
      // Another process may have taken it up in the database that this one can't reach.
      const isKnown = !this.#unrecorded.hasClaim(job.id);
      this.#unrecorded.addChange(job.id, (jobs) => jobs.renew([job.id]));
      return { ...job, maybePosted: job.maybePosted || isKnown };
    });
  }

  #claimInMemory(
    wanted: NewJob,
    record: ((job: Job) => Effect) | undefined,
    inFlight: Promise<unknown> | undefined,
  ): Claimed {
    const now = this.#clock();
    // What an earlier process did with it stands in the database only.
    const maybePosted = now - this.#startedAt < redeliveryTime;
    const job = newJob(wanted, now);
    const written = this.#unrecorded.addClaim(job, record?.(job), inFlight);
    return { job: { ...job, maybePosted }, written };
  }

  /** False when the change is kept for later. */
  async #record({ id }: Job, change: Change): Promise<boolean> {
    const isBehind = this.#unrecorded.has(id);
    if (isBehind) this.#unrecorded.addChange(id, change);
    try {
      await this.#write((jobs) => (isBehind ? this.#unrecorded.recordOne(id, jobs) : change(jobs)));
      return true;
    } catch {
      this.#unrecorded.addChange(id, change);
      return false;
    }
  }

  #write<T>(work: (jobs: Jobs) => Promise<T>): Promise<T> {
    return this.#link.write((database) => work(this.#jobsOf(database)));
  }

  #jobsOf(database: Database): Jobs {
    return new Jobs((work) => work(database), {
      clock: this.#clock,
      process: this.#process,
      team: this.#team,
    });
  }
}

/** Far more than come within the six minutes after which Slack repeats nothing any more. */
const most = 10_000;

/** The keys that this process claimed or took up lately, with or without a database. */
class RecentKeys {
  readonly #claims = new Map<string, Promise<unknown>>();

  /**
   * Runs `claim` for the first use of a key. Any other use waits for that one, since what it tells
   * Slack must not run ahead of it, and is undefined.
   */
  async once<T>(key: string, claim: () => Promise<T>): Promise<T | undefined> {
    const known = this.#claims.get(key);
    if (known) {
      await known;
      return undefined;
    }
    const claimed = claim();
    this.#set(
      key,
      claimed.catch(() => this.#claims.delete(key)),
    );
    return claimed;
  }

  /** Remembers a key that stands in the database. */
  add(key: string): void {
    this.#set(key, Promise.resolve());
  }

  #set(key: string, claimed: Promise<unknown>): void {
    this.#claims.set(key, claimed);
    const [oldest] = this.#claims.keys();
    if (this.#claims.size > most && oldest !== undefined) this.#claims.delete(oldest);
  }
}
