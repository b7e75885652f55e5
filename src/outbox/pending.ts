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
