import type { App } from '@slack/bolt';
import { readSlackText } from '../slack-text.ts';
import type { SurfaceParts } from './surface-parts.ts';

/** Subtypes of messages that people write; all others are edits, deletions and notices. */
const written = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Answers a direct message where it was written. */
export function registerDirectMessage(app: App, { desk }: SurfaceParts): void {
  app.event('message', async ({ event, body, context }) => {
    if (event.channel_type !== 'im' || !written.has(event.subtype)) return;
    const message = event as WrittenMessage;
    if (message.bot_id || !message.user) return;
    await desk.take({
      key: `${body.team_id}:${message.channel}:${message.ts}`,
      eventId: body.event_id,
      team: body.team_id,
      channel: message.channel,
      thread: message.thread_ts,
      ts: message.ts,
      person: message.user,
      surface: 'direct message',
      text: readSlackText(message.text ?? '', context.botUserId ?? ''),
    });
  });
}

interface WrittenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
}
