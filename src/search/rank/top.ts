/** Keeps the k best of what it is shown, best first. */
export class Top<T> {
  readonly #k: number;
  readonly #entries: { readonly score: number; readonly item: T }[] = [];

  constructor(k: number) {
    this.#k = k;
  }

  /** Whether an item of this score would be kept. */
  admits(score: number): boolean {
    return this.#entries.length < this.#k || score > (this.#entries.at(-1)?.score ?? -Infinity);
  }

  /** Offers an item; of equal scores the earlier one stays ahead. */
  offer(score: number, item: T): void {
    if (!this.admits(score)) return;
    let at = this.#entries.length;
    while (at > 0 && score > (this.#entries[at - 1]?.score ?? 0)) at -= 1;
    this.#entries.splice(at, 0, { score, item });
    if (this.#entries.length > this.#k) this.#entries.pop();
  }

  /** The best so far, with their scores. */
  get entries(): readonly { readonly score: number; readonly item: T }[] {
    return this.#entries;
  }
}
