import { cleanText } from '../library/paragraphs.ts';

/** `<@U1>`, `<#C1|name>`, `<!here>`, `<https://…|label>`: what Slack makes of what people type. */
const markup =
  /<(?:@([A-Z0-9]+)|#([A-Z0-9]+)|!([^|<>]+)|([a-z][a-z0-9+.-]*:[^|<>]+))(?:\|([^<>]*))?>/gi;

/** `:tada:`, `:wave::skin-tone-2:`: Slack sends an emoji by its name, which is no word of a question. */
const emoji =
  /(?<![\p{L}\p{N}:]):(?:[+-]1|(?=[\d_+'-]*[a-z])[a-z\d_+'-]+):(?::skin-tone-\d:)?(?![\p{L}\p{N}])/gu;

/**
 * A message's text as people read it, in one line: without mentions and emoji, which are no words of a
 * question, with labels for links and dates, and `&`, `<`, `>` as such.
 * (https://docs.slack.dev/messaging/formatting-message-text)
 */
export function readSlackText(text: string): string {
  const plain = text.replace(markup, (_, user, channel, special, url, label) => {
    if (user) return ' ';
    if (channel) return `#${label || channel}`;
    if (special) return special.startsWith('date^') ? label : ' ';
    return label || url;
  });
  return cleanText(decode(plain.replace(emoji, ' ')));
}

/** Exactly one pass, so that a typed "&amp;lt;" stays what it is. */
function decode(text: string): string {
  const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}

/** Text that Slack shows as it is, without mentions or links, in `text` and mrkdwn. */
export function escapeSlackText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Escapes a text and shortens it where that is too long, never inside an entity. */
export function escapeShortened(text: string, max: number): string {
  return shorten(escapeSlackText(text), max).replace(/&[a-z]*…$/, '…');
}

/** At most `max` characters, cut at a word and marked with an ellipsis; never half a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > max / 2 ? atWord : cut}…`;
}

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
