import type { Message } from '../outbox/delivery.ts';

/** A message of one small line; no character of it is read as formatting. */
export function plainMessage(text: string): Message {
  return {
    text,
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }],
  };
}
