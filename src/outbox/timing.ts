import { setImmediate, setTimeout as wait } from 'node:timers/promises';

/** The first and the longest pause between attempts, in ms. */
export interface Range {
  readonly first: number;
  readonly max: number;
}

/** The pause after some attempts, in ms: twice as long each time. */
export function backoff(attempts: number, { first, max }: Range): number {
  return Math.min(max, first * 2 ** Math.min(attempts, 30));
}

/** Something took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Rejects with a DeadlineError when `work` takes longer than `max` ms. */
export async function withDeadline<T>(work: Promise<T>, max: number): Promise<T> {
  const over = new AbortController();
  const timeUp = wait(max, undefined, { signal: over.signal }).then(() => {
    throw new DeadlineError(`took longer than ${max} ms`);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    over.abort();
    timeUp.catch(() => {});
  }
}

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

/** A place where work is done side by side, or one piece of it while there is no other; in order. */
export class Bench {
  readonly #atWork = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  /** Does work beside other work, after what was to be done alone before it. */
  async together<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#alone.then(work);
    const over: Promise<unknown> = done.then(
      () => this.#atWork.delete(over),
      () => this.#atWork.delete(over),
    );
    this.#atWork.add(over);
    return done;
  }

  /** Does work while no other is done, after what came before it. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const done = Promise.all([this.#alone, ...this.#atWork]).then(work);
    this.#alone = done.catch(() => {});
    return done;
  }
}

/** Timers may ring a little early, in ms. */
const timerSlack = 20;

/** The jobs that this process has put off, until their pauses are over. */
export class Pending {
  readonly #now: () => number;
  readonly #ring: () => void;
  readonly #timers = new Map<string, { readonly timer: NodeJS.Timeout; readonly due: number }>();
  readonly #due = new Set<string>();
  /** Nothing rings after this. */
  #end = Number.POSITIVE_INFINITY;

  /** `now` in ms, from any origin, never going back; `ring` is called when a pause is over. */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Ids of the jobs whose pause is not over. */
  get waiting(): string[] {
    return [...this.#timers.keys()];
  }

  /** Ids of the jobs whose pause is over; they are handed out once. */
  takeDue(): string[] {
    const due = [...this.#due];
    this.#due.clear();
    return due;
  }

  /** Remembers a job for `pause` ms. */
  add(id: string, pause: number): void {
    const due = this.#now() + pause;
    if (due > this.#end) return;
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.#due.add(id);
      this.#ring();
    }, pause + timerSlack).unref();
    this.#timers.set(id, { timer, due });
  }

  /** Forgets the jobs that are due after `end`. */
  endAt(end: number): void {
    this.#end = end;
    for (const [id, { timer, due }] of this.#timers) {
      if (due <= end) continue;
      clearTimeout(timer);
      this.#timers.delete(id);
    }
  }
}
