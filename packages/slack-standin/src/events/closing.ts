const closed = new Error('It was closed meanwhile.');

/**
 * Lets any number of things be waited for until their owner closes. (An `AbortSignal` would want a
 * listener for each of them, and takes more than ten for a leak.)
 */
export class Closing {
  #isClosed = false;
  readonly #giveUps = new Set<() => void>();

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends all waiting, now and later, by a rejection. */
  close(): void {
    this.#isClosed = true;
    for (const giveUp of this.#giveUps) giveUp();
  }

  /** Settles as the promise does, unless closing comes first. */
  wait<T>(promise: Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(closed);
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => reject(closed);
      this.#giveUps.add(giveUp);
      promise.then(resolve, reject).finally(() => this.#giveUps.delete(giveUp));
    });
  }

  /** Resolves after this many milliseconds, unless closing comes first. */
  async sleep(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await this.wait(over).finally(() => clearTimeout(timer));
  }
}
