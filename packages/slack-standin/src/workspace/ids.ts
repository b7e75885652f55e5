/** Hands out ids that look like Slack's and never repeat, not even after a restart. */
export class Ids {
  readonly #clock: () => number;
  readonly #epoch: string;
  #count = 0;
  #lastMicros = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#epoch = Math.floor(clock()).toString(36).toUpperCase();
  }

  /** An id such as `V0MA1B2C3D4E0001`, for the given letters in front. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#epoch}${this.#count.toString(36).toUpperCase().padStart(4, '0')}`;
  }

  /** A message timestamp: later than every one before it. */
  ts(): string {
    const now = Math.floor(this.#clock() * 10) * 100;
    // Slack's last digits count messages within a second; steps of 100 µs keep them apart and sorted.
    this.#lastMicros = Math.max(now, this.#lastMicros + 100);
    const seconds = Math.floor(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, '0')}`;
  }
}
