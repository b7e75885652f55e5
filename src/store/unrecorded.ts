import type { Question } from '../questions/question.ts';
import type { Questions } from './questions.ts';
import { isRefusal } from './store-error.ts';

/** A change of one question's row, which may be made late. */
export type Change = (book: Questions) => Promise<unknown>;

interface Entry {
  /** The question itself, where the database does not know it. */
  claimed?: Question | undefined;
  /** The last change; what came before it no longer matters. */
  change?: Change | undefined;
}

/** Enough for days without a database; then the oldest are given up. */
const most = 10_000;

/** What the database could not be told yet, by question and in order. */
export class Unrecorded {
  readonly #entries = new Map<string, Entry>();
  #recording: Promise<void> | undefined;

  /** Notes a question that was claimed without the database. */
  addClaim(question: Question): void {
    this.#entries.set(question.id, { claimed: question });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > most && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Notes a change that the database did not take. */
  addChange(id: string, change: Change): void {
    const entry = this.#entries.get(id);
    if (entry) entry.change = change;
    else this.#entries.set(id, { change });
  }

  /** Whether only this process knows of a question. */
  hasClaim(id: string): boolean {
    return this.#entries.get(id)?.claimed !== undefined;
  }

  /** Tells the database everything, calling `done` for each question that it knows all of. */
  record(book: Questions, done: (id: string) => void): Promise<void> {
    // One at a time: of two writers the slower one could write an old state over a newer one.
    this.#recording ??= this.#record(book, done).finally(() => {
      this.#recording = undefined;
    });
    return this.#recording;
  }

  async #record(book: Questions, done: (id: string) => void): Promise<void> {
    for (const [id, entry] of this.#entries) {
      while (entry.claimed || entry.change) {
        await recordEntry(entry, book).catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
          // What is refused once would be refused for ever, and hold up everything behind it.
          entry.claimed = undefined;
          entry.change = undefined;
        });
      }
      this.#entries.delete(id);
      done(id);
    }
  }
}

async function recordEntry(entry: Entry, book: Questions): Promise<void> {
  if (entry.claimed) await book.adopt(entry.claimed);
  entry.claimed = undefined;
  const { change } = entry;
  await change?.(book);
  // Meanwhile there may be a newer one.
  if (entry.change === change) entry.change = undefined;
}
