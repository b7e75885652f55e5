import type { App } from '@slack/bolt';
import { readSlackText } from '../text.ts';
import { type HandlerParts, isRepeated } from './handler-parts.ts';

/** Answers a mention in a channel or thread, in the thread. */
export function registerMention(app: App, { ask }: HandlerParts): void {
  app.event('app_mention', async ({ event, body, context }) => {
    // Another bot's mention could begin an endless talk; an edit is no second question.
    if (event.bot_id || event.edited || !event.user) return;
    await ask({
      key: `${body.team_id}:${event.channel}:${event.ts}`,
      eventId: body.event_id,
      team: body.team_id,
      channel: event.channel,
      thread: event.thread_ts ?? event.ts,
      ts: event.ts,
      person: event.user,
      source: 'mention',
      text: readSlackText(event.text),
      isRepeated: isRepeated(context),
    });
  });
}
