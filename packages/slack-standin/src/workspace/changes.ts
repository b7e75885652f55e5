/** Tells listeners that something changed, and counts how often. */
export class Changes {
  readonly #listeners = new Set<() => void>();
  #count = 0;

  /** How many changes there were. */
  get count(): number {
    return this.#count;
  }

  /** Calls `listener` after each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everybody. */
  emit(): void {
    this.#count += 1;
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Resolves with what `find` first finds, looking again after each change; rejects after
   * `timeoutMs` with an error that says what was awaited.
   */
  waitFor<T>(find: () => T | undefined | false, timeoutMs: number, what: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        unlisten();
      };
      const look = () => {
        try {
          const found = find();
          if (found === undefined || found === false) return;
          stop();
          resolve(found);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const unlisten = this.listen(look);
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`));
      }, timeoutMs);
      look();
    });
  }
}
