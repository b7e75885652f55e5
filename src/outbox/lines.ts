import pLimit from 'p-limit';

/** Lets work wait in line: all of it together, but for the kinds that have a line of their own. */
export class Lines {
  readonly #common: ReturnType<typeof pLimit>;
  readonly #own = new Map<string, ReturnType<typeof pLimit>>();
  readonly #maxOf: (kind: string) => number | undefined;

  /** `max` pieces of work are done at once, and of a kind with a line of its own as many as `maxOf` says. */
  constructor(max: number, maxOf: (kind: string) => number | undefined) {
    this.#common = pLimit(max);
    this.#maxOf = maxOf;
  }

  /** Whether a kind has a line of its own. */
  hasOwn(kind: string): boolean {
    return this.#maxOf(kind) !== undefined;
  }

  /** Does work of a kind when it is its turn. */
  wait<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const max = this.#maxOf(kind);
    const line = max === undefined ? this.#common : (this.#own.get(kind) ?? pLimit(max));
    if (max !== undefined) this.#own.set(kind, line);
    return line(work);
  }
}
