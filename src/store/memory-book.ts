import { randomBytes } from 'node:crypto';
import type { Postponed, QuestionBook } from './question-book.ts';
import type { NewQuestion, Question } from './questions.ts';

/** Keys are remembered for longer than Slack's last redelivery, which comes after six minutes. */
const mostKeys = 10_000;

/**
 * A question book for as long as there is no database: one reply a question still, but no memory of
 * threads, and what is unanswered ends with the process.
 */
export class MemoryBook implements QuestionBook {
  readonly #keys = new Set<string>();
  readonly #waiting = new Map<string, { question: Question; due: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  async claim(question: NewQuestion): Promise<Question | undefined> {
    if (this.#keys.has(question.key)) return undefined;
    this.#keys.add(question.key);
    const [oldest] = this.#keys;
    if (this.#keys.size > mostKeys && oldest !== undefined) this.#keys.delete(oldest);
    const id = randomBytes(9).toString('base64url');
    return { ...question, id, askedAt: this.#clock(), attempts: 0, maybePosted: false };
  }

  async earlier(): Promise<string[]> {
    return [];
  }

  async beginPost(): Promise<void> {}

  async answered(): Promise<void> {}

  async expire(): Promise<void> {}

  async postpone(question: Question, { pause, maybePosted }: Postponed): Promise<void> {
    const again = { ...question, attempts: question.attempts + 1, maybePosted };
    this.#waiting.set(question.id, { question: again, due: this.#clock() + pause });
  }

  async takeOver(): Promise<Question[]> {
    const due = [...this.#waiting.values()].filter((waiting) => waiting.due <= this.#clock());
    for (const { question } of due) this.#waiting.delete(question.id);
    return due.map(({ question }) => question);
  }
}
