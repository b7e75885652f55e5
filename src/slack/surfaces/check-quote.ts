import type { App, MessageShortcut } from '@slack/bolt';
import { ids } from '../ids.ts';
import { readSlackText } from '../slack-text.ts';
import type { SurfaceParts } from './surface-parts.ts';

/** Checks the quotations of a message, for whoever asks for it only. */
export function registerCheckQuote(app: App, { desk }: Pick<SurfaceParts, 'desk'>): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ids.checkQuote },
    async ({ ack, shortcut, context }) => {
      const { message, channel, user, trigger_id: trigger, response_url: responseUrl } = shortcut;
      const team = shortcut.team?.id ?? user.team_id ?? '';
      await desk.take({
        key: `${team}:shortcut:${trigger}`,
        team,
        channel: channel.id,
        ts: String(message.thread_ts ?? message.ts),
        person: user.id,
        surface: ids.checkQuote,
        text: readSlackText(message.text ?? '', context.botUserId ?? ''),
        responseUrl,
      });
      await ack();
    },
  );
}
