/** Far more than come within the six minutes after which Slack repeats nothing any more. */
const most = 10_000;

/** The keys that this process claimed lately, with or without a database. */
export class RecentKeys {
  readonly #claims = new Map<string, Promise<unknown>>();

  /**
   * Runs `claim` for the first use of a key. Any other use waits for that one, since what it tells
   * Slack must not run ahead of it, and is undefined.
   */
  async once<T>(key: string, claim: () => Promise<T>): Promise<T | undefined> {
    const known = this.#claims.get(key);
    if (known) {
      await known;
      return undefined;
    }
    const claimed = claim();
    this.#claims.set(
      key,
      claimed.catch(() => this.#claims.delete(key)),
    );
    const [oldest] = this.#claims.keys();
    if (this.#claims.size > most && oldest !== undefined) this.#claims.delete(oldest);
    return claimed;
  }
}
