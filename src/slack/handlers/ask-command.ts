import type { App } from '@slack/bolt';
import { readSlackText } from '../text.ts';
import { isBareDigest } from './digest-form.ts';
import type { SurfaceParts } from './surface-parts.ts';

/** Answers the slash command, for whoever typed it only. */
export function registerAskCommand(app: App, { desk, command, digests }: SurfaceParts): void {
  app.command(command, async ({ ack, command: typed, context }) => {
    // The form opens instead.
    if (digests && isBareDigest(typed.text)) return;
    await desk.take({
      key: `${typed.team_id}:command:${typed.trigger_id}`,
      team: typed.team_id,
      channel: typed.channel_id,
      person: typed.user_id,
      source: 'command',
      text: readSlackText(typed.text, context.botUserId ?? ''),
      responseUrl: typed.response_url,
    });
    await ack();
  });
}
