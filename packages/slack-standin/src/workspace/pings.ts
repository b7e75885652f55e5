import { isObject } from '../block-kit/check.ts';
import type { Message } from '../wire.ts';

const markup = /<(@U\w+|!(?:channel|here|everyone)|!subteam\^\w+)(?:\|[^>]*)?>/g;

/**
 * Lists the people whom a message would notify by mention: `@U…` for people, `!channel` and the like for many.
 * Markup counts in the top text, in mrkdwn and in markdown blocks; rich text mentions by element.
 */
export function pingsOf(message: Pick<Message, 'text' | 'blocks'>): string[] {
  // Blocks replace the text on screen, but the text still makes notifications.
  return [...new Set([...inMarkup(message.text), ...inBlocks(message.blocks)])];
}

function inMarkup(text: string): string[] {
  return [...text.matchAll(markup)].map(([, target]) => target ?? '');
}

function inBlocks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inBlocks);
  if (!isObject(value)) return [];
  switch (value.type) {
    case 'user':
      return [`@${String(value.user_id)}`];
    case 'usergroup':
      return [`!subteam^${String(value.usergroup_id)}`];
    case 'broadcast':
      return [`!${String(value.range)}`];
    case 'mrkdwn':
    case 'markdown':
      return inMarkup(String(value.text));
    default:
      return Object.values(value).flatMap(inBlocks);
  }
}
