import type { App } from '@slack/bolt';
import { readIntent } from '../../questions/intent.ts';
import { readSlackText } from '../text.ts';
import { openDigestForm } from './digest.ts';
import type { HandlerParts } from './handler-parts.ts';

/** Answers the slash command, to the person who typed it only; the bare word `digest` opens its form. */
export function registerCommand(app: App, { ask, command, digests }: HandlerParts): void {
  app.command(command, async ({ ack, command: typed, client }) => {
    const { team_id: team, channel_id: channel, user_id: person, trigger_id: trigger } = typed;
    const text = readSlackText(typed.text);
    const intent = readIntent(text);
    if (digests && intent.kind === 'digest' && intent.order === '') {
      await ack();
      return openDigestForm(client, trigger, { team, channel, person }, digests);
    }
    const key = `${team}:command:${trigger}`;
    const responseUrl = typed.response_url;
    await ask({ key, team, channel, person, source: 'command', text, responseUrl });
    await ack();
  });
}
