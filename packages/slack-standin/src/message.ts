import type { KnownBlock } from '@slack/types';
import type { FileRecord } from './files.ts';

/** A message as Slack keeps it and as it travels in events and answers. */
export interface Message {
  readonly type: 'message';
  readonly ts: string;
  readonly team: string;
  user: string;
  text: string;
  thread_ts?: string;
  username?: string;
  bot_id?: string;
  app_id?: string;
  client_msg_id?: string;
  subtype?: string;
  blocks?: readonly KnownBlock[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  edited?: { user: string; ts: string };
  files?: readonly FileRecord[];
  upload?: boolean;
  reactions?: { name: string; users: string[]; count: number }[];
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  /** The one person who sees the message: such a message never reaches the history. */
  ephemeral_to?: string;
}

/** Tells whether a person may see a message. */
export function isVisibleTo(message: Message, user: string): boolean {
  return message.ephemeral_to === undefined || message.ephemeral_to === user;
}

/** Tells whether a message stands in a thread under another one. */
export function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}
