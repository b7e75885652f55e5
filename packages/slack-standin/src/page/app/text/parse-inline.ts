import { decodeEscapes, readAngle } from './angle.ts';
import type { Inline } from './marked-text.ts';

type MarkKind = 'bold' | 'italic' | 'strike';

/** The marks of Slack's own `mrkdwn`. */
const fences: readonly (readonly [fence: string, kind: MarkKind])[] = [
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
];

interface Reading {
  /** Whether addresses that stand bare become links. */
  readonly linksBare: boolean;
  /**
   * Up to where it is known that no fence closes, by fence: what a search found in vain need not be
   * searched again, or a hostile text full of opening fences would take for ever.
   */
  readonly unclosedUntil: Map<string, number>;
}

interface Read {
  readonly node: Inline;
  readonly end: number;
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Reads the marks of one stretch of text. Whatever is not a mark stays as it was written. */
export function parseInline(text: string, linksBare: boolean): Inline[] {
  const reading = { linksBare, unclosedUntil: new Map<string, number>() };
  return readParts(text, (at) => readMark(text, at, reading), decodeEscapes);
}

/** Reads what Slack finds in words whose marks are read already: emoji names and bare addresses. */
export function readWords(text: string): Inline[] {
  const read = (at: number) => {
    if (text[at] === ':') return readEmoji(text, at);
    return text[at] === 'h' ? readBareAddress(text, at) : undefined;
  };
  return readParts(text, read, (plain) => plain);
}

function readParts(
  text: string,
  readAt: (at: number) => Read | undefined,
  decode: (plain: string) => string,
): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain) nodes.push({ kind: 'text', text: decode(plain) });
    plain = '';
  };
  while (at < text.length) {
    const read = readAt(at);
    if (read) {
      flush();
      nodes.push(read.node);
      at = read.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

function readMark(text: string, at: number, reading: Reading): Read | undefined {
  const character = text[at];
  if (character === '<') return readAngleMark(text, at);
  if (character === '`') return readCode(text, at);
  if (character === ':') return readEmoji(text, at);
  if (character === 'h' && reading.linksBare) return readBareAddress(text, at);
  for (const [fence, kind] of fences) {
    const read = text.startsWith(fence, at) && readFenced(text, at, fence, kind, reading);
    if (read) return read;
  }
  return undefined;
}

function readAngleMark(text: string, at: number): Read | undefined {
  const end = text.indexOf('>', at);
  const node = end < 0 ? undefined : readAngle(text.slice(at + 1, end));
  return node && { node, end: end + 1 };
}

function readCode(text: string, at: number): Read | undefined {
  const end = text.indexOf('`', at + 1);
  const inside = text.slice(at + 1, end);
  if (end < 0 || inside.trim() === '' || inside.includes('\n')) return undefined;
  return { node: { kind: 'code', text: decodeEscapes(inside) }, end: end + 1 };
}

function readEmoji(text: string, at: number): Read | undefined {
  const found = /:([a-z0-9_+'-]+):/y;
  found.lastIndex = at;
  const name = found.exec(text)?.[1];
  return name ? { node: { kind: 'emoji', name }, end: found.lastIndex } : undefined;
}

function readBareAddress(text: string, at: number): Read | undefined {
  if (wordCharacter.test(text[at - 1] ?? ' ')) return undefined;
  const found = /https?:\/\/[^\s<>|*~`]+/y;
  found.lastIndex = at;
  // The full stop after an address ends the sentence, not the address.
  const written = found.exec(text)?.[0].replace(/[.,;:!?)\]'"]+$/, '');
  if (!written || written.endsWith('//')) return undefined;
  const url = decodeEscapes(written);
  const node: Inline = { kind: 'link', url, children: [{ kind: 'text', text: url }] };
  return { node, end: at + written.length };
}

/** As in Slack, a fence opens only outside of words and before text, and closes after text. */
function readFenced(
  text: string,
  at: number,
  fence: string,
  kind: MarkKind,
  reading: Reading,
): Read | undefined {
  const before = text[at - 1] ?? ' ';
  const first = text[at + fence.length] ?? ' ';
  if (wordCharacter.test(before) || before === fence[0] || /\s/.test(first) || first === fence[0]) {
    return undefined;
  }
  const end = findClosing(text, at + fence.length, fence, reading);
  if (end < 0) return undefined;
  const children = parseInline(text.slice(at + fence.length, end), reading.linksBare);
  return { node: { kind, children }, end: end + fence.length };
}

function findClosing(text: string, from: number, fence: string, reading: Reading): number {
  if (from < (reading.unclosedUntil.get(fence) ?? 0)) return -1;
  let at = from;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    const skipped = readOpaque(text, at);
    if (skipped) {
      at = skipped.end - 1;
      continue;
    }
    const after = text[at + fence.length] ?? ' ';
    const before = text[at - 1] ?? ' ';
    const closes = at > from && text.startsWith(fence, at) && !/\s/.test(before);
    if (closes && before !== fence[0] && !wordCharacter.test(after) && after !== fence[0])
      return at;
  }
  reading.unclosedUntil.set(fence, at);
  return -1;
}

/** What a fence cannot close in: code, links and mentions. */
function readOpaque(text: string, at: number): Read | undefined {
  if (text[at] === '<') return readAngleMark(text, at);
  if (text[at] === '`') return readCode(text, at);
  return undefined;
}
