import type { Question } from '../../questions/question.ts';
import type { AgentView } from './agent-view.ts';

/** Nobody waits for an answer that comes before, in ms. */
const defaultDelay = 500;

const status = 'is searching the library…';

/** Tells people in Slack that their answer takes its time. */
export class WorkingStatus {
  readonly #view: AgentView;
  readonly #delay: number;

  constructor(view: AgentView, delay = defaultDelay) {
    this.#view = view;
    this.#delay = delay;
  }

  /**
   * Does the work on a question, and says in its thread that it is being done as soon as it takes
   * longer than people like to wait. Only where Slack has a place to say it: below a message.
   */
  async during<T>(question: Question, work: () => Promise<T>): Promise<T> {
    const { channel, ts, thread = ts, responseUrl } = question;
    if (!thread || responseUrl) return work();
    let shown: Promise<boolean> | undefined;
    const timer = setTimeout(() => {
      shown = this.#view.setStatus({ channel, thread }, status);
    }, this.#delay);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      // An answer in the thread has cleared it, unless that was faster; one outside of threads never does.
      if (await shown) await this.#view.setStatus({ channel, thread }, '');
    }
  }
}
