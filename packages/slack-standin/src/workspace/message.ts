import type { Message } from '../wire.ts';

/** Tells whether a person may see a message. */
export function isVisibleTo(message: Message, user: string): boolean {
  return message.ephemeral_to === undefined || message.ephemeral_to === user;
}

/** Tells whether a message stands in a thread under another one. */
export function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}
