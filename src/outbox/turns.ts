import { setImmediate } from 'node:timers/promises';

/** So many turns of the event loop without a new job mean that nothing more is arriving. */
const silentTurns = 4;

/** Answers wait at most this long for silence, in ms; then some may go. */
const maxWait = 500;

/** How long answers may go then before they wait again, in ms. */
const slice = 50;

/**
 * Lets what arrives go before what is answered: Slack wants to hear of everything within 3 s, and
 * waits longer for answers. Each piece of work begins in a turn of the event loop of its own.
 */
export class Turns {
  readonly #now: () => number;
  #heard = 0;
  #sliceEnd = 0;
  #last: Promise<void> = Promise.resolve();

  /** `now` in ms, from any origin; it never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Something arrived. */
  heard(): void {
    this.#heard += 1;
  }

  /** Resolves when the next piece of work may begin. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#silence());
    return this.#last;
  }

  async #silence(): Promise<void> {
    const end = this.#now() + maxWait;
    await setImmediate();
    let silent = 0;
    while (silent < silentTurns && this.#now() > this.#sliceEnd) {
      const before = this.#heard;
      await setImmediate();
      silent = this.#heard === before ? silent + 1 : 0;
      if (this.#now() > end) this.#sliceEnd = this.#now() + slice;
    }
  }
}
