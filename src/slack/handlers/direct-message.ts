import type { App } from '@slack/bolt';
import { readSlackText, readWrittenMessage } from '../text.ts';
import { type HandlerParts, isRepeated } from './handler-parts.ts';

/** Answers a direct message where it was written. */
export function registerDirectMessage(app: App, { ask }: HandlerParts): void {
  app.event('message', async ({ event, body, context }) => {
    const message = event.channel_type === 'im' ? readWrittenMessage(event) : undefined;
    if (!message) return;
    await ask({
      key: `${body.team_id}:${message.channel}:${message.ts}`,
      eventId: body.event_id,
      team: body.team_id,
      channel: message.channel,
      thread: message.thread_ts,
      ts: message.ts,
      person: message.user,
      source: 'direct message',
      text: readSlackText(message.text),
      isRepeated: isRepeated(context),
    });
  });
}
