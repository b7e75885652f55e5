import { isObject } from '../block-kit/check.ts';
import type { User } from '../wire.ts';
import type { Channel } from '../workspace/workspace.ts';
import {
  type Acting,
  type ActionResult,
  channelNamed,
  failureName,
  personNamed,
} from './acting.ts';

/** A slash command, as typed. */
export interface Command {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
}

/** Sends a slash command to the app, and shows the person what Slack would show. */
export async function sendCommand(acting: Acting, typed: Command): Promise<ActionResult> {
  const { workspace, dispatcher, responseUrls } = acting;
  const person = personNamed(acting, typed.user);
  const channel = channelNamed(acting, typed.channel, person);
  const fail = (error: string): ActionResult => {
    workspace.tell(person.id, channel.id, error);
    return { ok: false, error };
  };
  const declared = workspace.app.commands.some(({ command }) => command === typed.command);
  if (!declared || !workspace.isInstalled || !workspace.app.scopes.includes('commands')) {
    return fail(`${typed.command} is not a valid command`);
  }
  const url = responseUrls.issue(person.id, channel);
  const payload = commandPayload(acting, person, channel, { ...typed, url });
  const outcome = await dispatcher.once('slash_commands', payload);
  if (outcome.kind === 'failed') {
    return fail(`${typed.command} failed with the error "${failureName(outcome)}"`);
  }
  const { response } = outcome;
  if (!isObject(response) || Object.keys(response).length === 0) return { ok: true };
  const refusal = responseUrls.acknowledge(url, response);
  if (refusal) return fail(`${typed.command} failed with the error "${refusal.error}"`);
  return typeof response.text === 'string' ? { ok: true, text: response.text } : { ok: true };
}

/** Source: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
function commandPayload(
  { workspace, triggers }: Acting,
  person: User,
  channel: Channel,
  { command, text, url }: { command: string; text: string; url: string },
): Record<string, unknown> {
  const { team, appId } = workspace;
  return {
    token: 'fake-slack',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text: text.trim(),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: url,
    trigger_id: triggers.issue(person.id),
  };
}
