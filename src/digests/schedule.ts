import type { Effect, NewJob } from '../outbox/job.ts';
import { type DigestPayload, digestKey, type Runs } from './run.ts';
import type { Due, Subscription, Subscriptions } from './subscription.ts';
import { duesBetween, maxDelay, nextDue } from './timetable.ts';

/** Where due digests are handed in. */
export interface DigestOutbox {
  /** Writes a job down, with what `record` makes, and does it; rejects while the database is away. */
  add(job: NewJob, record: (job: { readonly id: string }) => Effect): Promise<string>;
}

/** What a schedule works with. */
export interface ScheduleParts {
  readonly subscriptions: Subscriptions;
  readonly runs: Runs;
  readonly outbox: DigestOutbox;
  readonly log: { warn(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Pauses between looks, in ms: another process may have changed what is due. */
const pauses = { min: 1000, max: 10_000 };

/** Hands each digest to the outbox when it is due, once, whichever process comes first. */
export class Schedule {
  readonly #parts: ScheduleParts;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #isOpen = false;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#isOpen = true;
    this.#next(0);
  }

  /** Hands in nothing more; resolves when the look that is under way is over. */
  async stop(): Promise<void> {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    await this.#look;
  }

  /**
   * Hands in what is due. Of several that were missed, only the last is posted, and only when it is
   * less than 12 hours late: the next one covers the others.
   */
  async handIn(): Promise<void> {
    const { subscriptions, runs, clock } = this.#parts;
    const now = clock();
    for (const subscription of await subscriptions.due(now)) {
      if (!subscription.due) continue;
      const dues = duesBetween(subscription, subscription.due.at - 1, now);
      const last = dues.at(-1);
      for (const due of dues) {
        const isMissed = due !== last || now - due.at >= maxDelay;
        if (isMissed) await runs.missed(subscription.id, due);
        else await this.add(subscription, due);
      }
      await subscriptions.advance(subscription, nextDue(subscription, now));
    }
  }

  /** Hands in one digest; the id of its run. */
  async add({ id: subscription }: Subscription, due: Due): Promise<string> {
    const { runs, outbox } = this.#parts;
    const payload: DigestPayload = { subscription, slot: due.date, dueAt: due.at };
    const job = { key: digestKey(subscription, due.date), kind: 'digest', payload };
    return outbox.add(job, ({ id }) => runs.begun(id, subscription, due));
  }

  #next(pause: number): void {
    if (!this.#isOpen) return;
    this.#timer = setTimeout(() => {
      this.#look = this.#lookNow();
    }, pause).unref();
  }

  async #lookNow(): Promise<void> {
    let pause = pauses.max;
    try {
      await this.handIn();
      const next = (await this.#parts.subscriptions.nextDueAt()) ?? Number.POSITIVE_INFINITY;
      pause = Math.min(pauses.max, Math.max(pauses.min, next - this.#parts.clock()));
    } catch (error) {
      // The store says, once, that the database is away.
      if ((error as Error).name !== 'StoreError') {
        this.#parts.log.warn(`Digests wait for the next look: ${(error as Error).message}`);
      }
    }
    this.#next(pause);
  }
}
