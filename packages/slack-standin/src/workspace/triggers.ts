import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const lifetimeMs = 3000;

/** What a person did that lets the app open a modal for them. */
export interface Trigger {
  readonly user: string;
  readonly expires: number;
  used: boolean;
}

/** Hands out trigger ids, each good for one modal within three seconds. */
export class Triggers {
  readonly #workspace: Workspace;
  readonly #issued = new Map<string, Trigger>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** A new trigger id for what `user` just did. */
  issue(user: string): string {
    const now = Math.floor(this.#workspace.clock());
    const id = `${now}.${this.#workspace.team.id}.${this.#workspace.ids.next('').toLowerCase()}`;
    this.#issued.set(id, { user, expires: now + lifetimeMs, used: false });
    return id;
  }

  /** Uses a trigger id up. Errors: https://docs.slack.dev/reference/methods/views.open#errors */
  redeem(id: string): Trigger {
    const trigger = this.#issued.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#workspace.clock() > trigger.expires) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }
}
