import type { Effect, Job } from '../outbox/job.ts';
import type { Jobs } from './jobs.ts';
import { isRefusal } from './store-error.ts';

/** A change of one job's row, which may be made late. */
export type Change = (jobs: Jobs) => Promise<unknown>;

/** A job that was claimed without the database, with what belongs to it. */
interface Claim {
  readonly job: Job;
  readonly effect: Effect | undefined;
  readonly written: () => void;
}

interface Entry {
  /** The job itself, where the database does not know it. */
  claim?: Claim | undefined;
  /** The last change; what came before it no longer matters. */
  change?: Change | undefined;
}

/** Enough for days without a database; then the oldest are given up. */
const max = 10_000;

/** What the database could not be told yet, by job and in order. */
export class Unrecorded {
  readonly #entries = new Map<string, Entry>();
  #recording: Promise<void> | undefined;

  /** Notes a job that was claimed without the database; resolves when it is written down. */
  addClaim(job: Job, effect: Effect | undefined): Promise<void> {
    return new Promise((written) => {
      this.#entries.set(job.id, { claim: { job, effect, written } });
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

  /** Whether only this process knows of a job. */
  hasClaim(id: string): boolean {
    return this.#entries.get(id)?.claim !== undefined;
  }

  /** Tells the database everything, calling `done` for each job that it knows all of. */
  record(jobs: Jobs, done: (id: string) => void): Promise<void> {
    // One at a time: of two writers the slower one could write an old state over a newer one.
    this.#recording ??= this.#record(jobs, done).finally(() => {
      this.#recording = undefined;
    });
    return this.#recording;
  }

  async #record(jobs: Jobs, done: (id: string) => void): Promise<void> {
    for (const [id, entry] of this.#entries) {
      while (entry.claim || entry.change) {
        await recordEntry(entry, jobs).catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
          // What is refused once would be refused for ever, and hold up everything behind it.
          entry.claim = undefined;
          entry.change = undefined;
        });
      }
      this.#entries.delete(id);
      done(id);
    }
  }
}

async function recordEntry(entry: Entry, jobs: Jobs): Promise<void> {
  const { claim } = entry;
  if (claim) {
    await jobs.adopt(claim.job, claim.effect);
    claim.written();
  }
  entry.claim = undefined;
  const { change } = entry;
  await change?.(jobs);
  // Meanwhile there may be a newer one.
  if (entry.change === change) entry.change = undefined;
}
