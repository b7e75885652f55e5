import pLimit, { type LimitFunction } from 'p-limit';
import type { Effect, Job } from '../outbox/job.ts';
import type { Jobs } from './jobs.ts';
import { isRefusal } from './store-error.ts';

/** A change of one job's row, which may be made late. */
export type Change = (jobs: Jobs) => Promise<unknown>;

/** A job that was claimed without the database, with what belongs to it. */
interface Claim {
  readonly job: Job;
  readonly effect: Effect | undefined;
  /** The claim that took too long and may be written down all the same; resolves when it is. */
  readonly inFlight: Promise<unknown> | undefined;
  readonly written: () => void;
}

interface Entry {
  /** The job itself, where the database does not know it. */
  claim?: Claim | undefined;
  /** The last change; what came before it no longer matters. */
  change?: Change | undefined;
  /** While it is being written down: of two writers the slower one could write an old state over a newer one. */
  recording?: Promise<void> | undefined;
}

/** Enough for days without a database; then the oldest are given up. */
const max = 10_000;

/** So many are written down at once; a slow database would take for ever over one after the other. */
const atOnce = 10;

/** What the database could not be told yet, by job; of each job in order. */
export class Unrecorded {
  readonly #entries = new Map<string, Entry>();
  readonly #done: (id: string) => void;
  readonly #claims: LimitFunction;

  /** `done` is called for each job that the database knows all of; `claims` bounds new rows. */
  constructor(done: (id: string) => void = () => {}, claims = pLimit(atOnce)) {
    this.#done = done;
    this.#claims = claims;
  }

  /** Ids of the jobs of which the database does not know all. */
  get ids(): string[] {
    return [...this.#entries.keys()];
  }

  /** Notes a job that was claimed without the database; resolves when it is written down. */
  addClaim(job: Job, effect?: Effect, inFlight?: Promise<unknown>): Promise<void> {
    return new Promise((written) => {
      this.#entries.set(job.id, { claim: { job, effect, inFlight, written } });
      const [oldest] = this.#entries.keys();
      if (this.#entries.size > max && oldest !== undefined) this.#entries.delete(oldest);
    });
  }

  /** Notes a change that the database did not take. */
  addChange(id: string, change: Change): void {
    const entry = this.#entries.get(id);
    if (entry) entry.change = change;
    else this.#entries.set(id, { change });
  }

  /** Whether something of a job is to be written down still. */
  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Whether only this process knows of a job. */
  hasClaim(id: string): boolean {
    return this.#entries.get(id)?.claim !== undefined;
  }

  /** Tells the database all there is now; rejects when it does not take something. */
  async record(jobs: Jobs): Promise<void> {
    const ids = this.ids;
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce).map((id) => this.recordOne(id, jobs));
      const failed = (await Promise.allSettled(some)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    }
  }

  /** Tells the database what there is of one job. */
  async recordOne(id: string, jobs: Jobs): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.recording ??= this.#recordAll(id, entry, jobs).finally(() => {
      entry.recording = undefined;
    });
    await entry.recording;
  }

  async #recordAll(id: string, entry: Entry, jobs: Jobs): Promise<void> {
    while (entry.claim || entry.change) {
      await this.#recordNext(entry, jobs).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        // What is refused once would be refused for ever.
        entry.claim = undefined;
        entry.change = undefined;
      });
    }
    this.#entries.delete(id);
    this.#done(id);
  }

  async #recordNext(entry: Entry, jobs: Jobs): Promise<void> {
    const { claim } = entry;
    if (claim) {
      const isThere = await claim.inFlight?.then(
        () => true,
        () => false,
      );
      if (!isThere) await this.#claims(() => jobs.adopt(claim.job, claim.effect));
      claim.written();
    }
    entry.claim = undefined;
    const { change } = entry;
    await change?.(jobs);
    // Meanwhile there may be a newer one.
    if (entry.change === change) entry.change = undefined;
  }
}
