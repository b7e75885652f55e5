import type { Status } from '../wire.ts';
import type { Changes } from './changes.ts';

/** Source: https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
const lifetimeMs = 120_000;

/** What the app is doing, by thread: until it says something there, and two minutes at most. */
export class Statuses {
  readonly #clock: () => number;
  readonly #changes: Changes;
  readonly #set = new Map<string, { readonly status: Status; readonly until: number }>();

  constructor(clock: () => number, changes: Changes) {
    this.#clock = clock;
    this.#changes = changes;
  }

  /** The statuses that people see now. */
  get shown(): Status[] {
    const now = this.#clock();
    return [...this.#set.values()].filter(({ until }) => now < until).map(({ status }) => status);
  }

  /** Shows a status, instead of the thread's last one. */
  set(status: Status): void {
    const until = this.#clock() + lifetimeMs;
    this.#set.set(`${status.channel}:${status.thread_ts}`, { status, until });
    this.#changes.emit();
    setTimeout(() => this.#changes.emit(), lifetimeMs).unref();
  }

  /** Shows the thread's status no longer. */
  clear(channel: string, thread: string): void {
    if (this.#set.delete(`${channel}:${thread}`)) this.#changes.emit();
  }
}
