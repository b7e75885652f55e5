import type { ChannelView, Message, Status } from '../../../wire.ts';

/** How a thread looks from the channel. */
export interface ThreadSummary {
  readonly count: number;
  readonly lastTs: string;
  readonly users: readonly string[];
}

function byTime(a: Message, b: Message): number {
  return Number.parseFloat(a.ts) - Number.parseFloat(b.ts);
}

function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** The messages that stand in the channel itself, oldest first. */
export function channelMessages(channel: ChannelView): Message[] {
  return channel.messages
    .filter((message) => !isReply(message) || message.subtype === 'thread_broadcast')
    .sort(byTime);
}

/** The replies of one thread, ephemeral ones among them, oldest first. */
export function threadReplies(channel: ChannelView, ts: string): Message[] {
  return channel.messages
    .filter((message) => isReply(message) && message.thread_ts === ts)
    .sort(byTime);
}

/** What the app says it is doing in a thread, if anything. */
export function threadStatus(channel: ChannelView, ts: string): Status | undefined {
  return channel.statuses?.find((working) => working.thread_ts === ts);
}

/** Sums a thread up; ephemeral replies do not count, as they do not in Slack. */
export function summarizeThread(channel: ChannelView, root: Message): ThreadSummary | undefined {
  const replies = threadReplies(channel, root.ts).filter((reply) => !reply.ephemeral_to);
  const count = Math.max(replies.length, root.reply_count ?? 0);
  if (count === 0) return undefined;
  const users = [...new Set(replies.map((reply) => reply.user))];
  return { count, lastTs: replies.at(-1)?.ts ?? root.ts, users };
}

/** The words of a status: "NAME is thinking…", or the first of the messages that are shown in turn. */
export function statusWords({ status, loading_messages }: Status, name: string): string {
  return loading_messages[0] ?? `${name} ${status}`;
}

/** "1 reply", "3 replies". */
export function countReplies(count: number): string {
  return count === 1 ? '1 reply' : `${count} replies`;
}
