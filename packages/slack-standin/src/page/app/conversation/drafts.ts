/** What is being written in one place, and why it was not sent. */
export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
  readonly trouble: string;
}

const nothing: Draft = { text: '', files: [], trouble: '' };

/** Whether there is nothing to be sent. */
export function isEmpty({ text, files }: Draft): boolean {
  return text.trim() === '' && files.length === 0;
}

/** What is being written, by place: people who go elsewhere find it again when they come back. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();

  /** What is being written in a place. */
  of(place: string): Draft {
    return this.#drafts.get(place) ?? nothing;
  }

  change(place: string, change: Partial<Draft>): void {
    this.#drafts.set(place, { ...this.of(place), ...change });
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` after each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
