import {
  type Acting,
  type ActionResult,
  channelNamed,
  failureName,
  interactionBase,
  personNamed,
} from './acting.ts';
import { Mistake } from './mistake.ts';
import { visibleMessage } from './talk.ts';

/** A shortcut that a person picks: of a message, or a global one. */
export interface ShortcutUse {
  readonly user: string;
  readonly callbackId: string;
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
}

/** Sends a shortcut to the app. Source: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function useShortcut(acting: Acting, use: ShortcutUse): Promise<ActionResult> {
  const { workspace, dispatcher } = acting;
  const person = personNamed(acting, use.user);
  const shortcut = workspace.app.shortcuts.find((one) => one.callback_id === use.callbackId);
  if (!shortcut) throw new Mistake(`The app declares no shortcut "${use.callbackId}".`);
  const details = shortcut.type === 'message' ? messageDetails(acting, use) : { type: 'shortcut' };
  const payload = {
    ...interactionBase(acting, person),
    callback_id: use.callbackId,
    action_ts: workspace.ids.ts(),
    ...details,
  };
  const outcome = await dispatcher.once('interactive', payload);
  if (outcome.kind === 'acked') return { ok: true };
  const error = `${shortcut.name} failed with the error "${failureName(outcome)}"`;
  workspace.tell(person.id, use.channel ?? '', error);
  return { ok: false, error };
}

function messageDetails(acting: Acting, { user, channel: where, ts }: ShortcutUse) {
  const person = personNamed(acting, user);
  const channel = channelNamed(acting, where ?? '', person);
  const message = visibleMessage(channel, ts ?? '', person);
  return {
    type: 'message_action',
    message_ts: message.ts,
    message,
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    response_url: acting.responseUrls.issue(person.id, channel),
  };
}
