/** Subtypes of messages that people write; all others are edits, deletions and notices. */
const written = new Set([undefined, 'file_share', 'thread_broadcast']);

/** A message that a person wrote. */
export interface WrittenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly text: string;
}

/** The message of a `message` event; undefined when no person wrote it. */
export function readWrittenMessage(event: unknown): WrittenMessage | undefined {
  const { subtype, bot_id, user, channel, ts, thread_ts, text } = event as Partial<
    WrittenMessage & { subtype: string; bot_id: string }
  >;
  if (!written.has(subtype) || bot_id || !user || !channel || !ts) return undefined;
  return { channel, ts, user, text: text ?? '', ...(thread_ts && { thread_ts }) };
}
