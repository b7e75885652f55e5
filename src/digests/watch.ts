import type { Runs } from '../store/runs.ts';
import { StoreError } from '../store/store-error.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { Rounds } from './rounds.ts';

/** What a watch works with. */
export interface WatchParts {
  readonly rounds: Rounds;
  readonly runs: Runs;
  readonly subscriptions: Subscriptions;
  readonly log: { warn(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Pauses between rounds, in ms: another process may have changed what is due. */
const shortest = 1000;
const longest = 10_000;

/** Goes round whenever something is due, until it is stopped. */
export class Watch {
  readonly #parts: WatchParts;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isOpen = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#isOpen = true;
    this.#next(0);
  }

  /** Begins nothing more; resolves when the digest at hand is done. */
  async stop(): Promise<void> {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #next(pause: number): void {
    if (!this.#isOpen) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#go();
    }, pause).unref();
  }

  async #go(): Promise<void> {
    let pause = longest;
    try {
      await this.#parts.rounds.go(() => this.#isOpen);
      pause = await this.#pause();
    } catch (error) {
      // That the database is away is said by the store, once.
      if (!(error instanceof StoreError)) {
        this.#parts.log.warn(`Digests wait for the next round: ${(error as Error).message}`);
      }
    }
    this.#next(pause);
  }

  async #pause(): Promise<number> {
    const { runs, subscriptions, clock } = this.#parts;
    const times = [await runs.nextAt(), await subscriptions.nextDueAt()];
    const next = Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
    return Math.min(longest, Math.max(shortest, next - clock()));
  }
}
