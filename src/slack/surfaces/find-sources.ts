import type { App, MessageShortcut } from '@slack/bolt';
import { ids } from '../ids.ts';
import { readSlackText } from '../slack-text.ts';
import type { SurfaceParts } from './surface-parts.ts';

/** Finds passages about what a message claims, for whoever asks for them only. */
export function registerFindSources(app: App, { desk }: Pick<SurfaceParts, 'desk'>): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ids.findSources },
    async ({ ack, shortcut, context }) => {
      const { message, channel, user, trigger_id: trigger, response_url: responseUrl } = shortcut;
      const team = shortcut.team?.id ?? user.team_id ?? '';
      await desk.take({
        key: `${team}:shortcut:${trigger}`,
        team,
        channel: channel.id,
        // The reply is for one person, so it belongs to no thread; but this is where it is shared.
        ts: String(message.thread_ts ?? message.ts),
        person: user.id,
        surface: ids.findSources,
        text: readSlackText(message.text ?? '', context.botUserId ?? ''),
        responseUrl,
      });
      await ack();
    },
  );
}
