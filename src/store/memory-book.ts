import type { NewQuestion, Question } from '../questions/question.ts';
import type { Postponed, QuestionBook } from './question-book.ts';
import { newQuestion } from './question-row.ts';
import { RecentKeys } from './recent-keys.ts';

/**
 * A question book for as long as there is no database: one reply a question still, but no memory of
 * threads, and what is unanswered ends with the process.
 */
export class MemoryBook implements QuestionBook {
  readonly #keys = new RecentKeys();
  readonly #waiting = new Map<string, { readonly question: Question; readonly due: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  async claim(question: NewQuestion): Promise<Question | undefined> {
    return this.#keys.once(question.key, async () => newQuestion(question, this.#clock()));
  }

  isWritten(): boolean {
    return false;
  }

  async earlier(): Promise<string[]> {
    return [];
  }

  async holds(): Promise<boolean> {
    return true;
  }

  async answered(): Promise<void> {}

  async expire(): Promise<void> {}

  async renew(): Promise<void> {}

  async postpone(question: Question, { pause, maybePosted }: Postponed): Promise<void> {
    const again = { ...question, attempts: question.attempts + 1, maybePosted };
    this.#waiting.set(question.id, { question: again, due: this.#clock() + pause });
  }

  async takeOver(): Promise<Question[]> {
    const due = [...this.#waiting.values()].filter((waiting) => waiting.due <= this.#clock());
    for (const { question } of due) this.#waiting.delete(question.id);
    return due.map(({ question }) => question);
  }

  /** Forgets that a question waits: somebody else sees to it. */
  drop(id: string): void {
    this.#waiting.delete(id);
  }
}
