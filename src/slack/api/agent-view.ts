import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SayTo } from '../../questions/people.ts';
import type { Question } from '../../questions/question.ts';
import { homeTexts } from '../../texts/home.ts';
import { toPostError } from './web-api.ts';

/** A prompt that Slack offers; clicking it sends its message. */
export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

/**
 * What Slack shows around a conversation with an agent. None of it is needed for an answer, so nothing
 * here ever rejects; false says that Slack did not take it.
 */
export interface AgentView {
  /** Says below the messages of a thread what the bot is doing; an empty status says nothing. */
  setStatus(
    place: { readonly channel: string; readonly thread: string },
    status: string,
  ): Promise<boolean>;
  /** Puts prompts, at most four, above the messages of a direct message. */
  suggest(channel: string, title: string, prompts: readonly SuggestedPrompt[]): Promise<boolean>;
}

/** What Slack refuses by one of these it refuses until an administrator changes the app. */
const lasting =
  /^(?:missing_scope|not_allowed_token_type|unknown_method|method_deprecated|feature_not_enabled|no_permission|access_denied)$/;

/** The agent view over Slack's Web API. A method that the app may not use is not tried again. */
export function createAgentView(client: WebClient, log: Logger): AgentView {
  const refused = new Set<string>();
  const attempt = async (method: string, call: () => Promise<unknown>): Promise<boolean> => {
    if (refused.has(method)) return false;
    try {
      await call();
      return true;
    } catch (error) {
      const { code } = toPostError(error);
      if (!lasting.test(code)) return false;
      refused.add(method);
      log.info(`Slack does not let the bot use ${method} (${code}); it goes without`);
      return false;
    }
  };
  const { threads } = client.assistant;
  return {
    setStatus: ({ channel, thread }, status) =>
      attempt('assistant.threads.setStatus', () =>
        threads.setStatus({ channel_id: channel, thread_ts: thread, status }),
      ),
    suggest: (channel, title, prompts) =>
      // Without a thread_ts: with agent_view Slack shows no prompts in threads.
      attempt('assistant.threads.setSuggestedPrompts', () =>
        threads.setSuggestedPrompts({ channel_id: channel, title, prompts: [...prompts] }),
      ),
  };
}

/** Nobody waits for an answer that comes before, in ms. */
const defaultDelay = 500;

/** Tells people in Slack that their answer takes its time. */
export class WorkingStatus {
  readonly #view: AgentView;
  readonly #sayTo: SayTo;
  readonly #delay: number;

  constructor(view: AgentView, sayTo: SayTo, delay = defaultDelay) {
    this.#view = view;
    this.#sayTo = sayTo;
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
      shown = this.#sayTo(question).then((say) =>
        this.#view.setStatus({ channel, thread }, say(homeTexts.working)),
      );
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
