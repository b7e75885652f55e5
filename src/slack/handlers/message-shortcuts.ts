import type { App, MessageShortcut } from '@slack/bolt';
import { ids } from '../ids.ts';
import { readSlackText } from '../text.ts';
import type { HandlerParts } from './handler-parts.ts';

/** Finds sources for what a message claims, or checks its quotations: for the person who asks for it only. */
export function registerMessageShortcuts(app: App, { ask }: Pick<HandlerParts, 'ask'>): void {
  const shortcuts = [
    [ids.findSources, 'find sources'],
    [ids.checkQuote, 'check quote'],
  ] as const;
  for (const [callback, source] of shortcuts) {
    app.shortcut<MessageShortcut>(
      { type: 'message_action', callback_id: callback },
      async ({ ack, shortcut }) => {
        const { message, channel, user, trigger_id: trigger, response_url: responseUrl } = shortcut;
        const team = shortcut.team?.id ?? user.team_id ?? '';
        await ask({
          key: `${team}:shortcut:${trigger}`,
          team,
          channel: channel.id,
          // The reply is for one person, so it belongs to no thread; but this is where it is shared.
          aboutThread: String(message.thread_ts ?? message.ts),
          person: user.id,
          source,
          text: readSlackText(message.text ?? ''),
          responseUrl,
        });
        await ack();
      },
    );
  }
}
