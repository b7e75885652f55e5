import { decodeEscapes, readAngle } from './angle.ts';
import type { Inline } from './marked-text.ts';

/** The marks of a dialect: which fence means what. Longer fences come first. */
export interface Dialect {
  readonly fences: readonly (readonly [fence: string, kind: 'bold' | 'italic' | 'strike'])[];
  /** Whether `[label](address)` is a link. */
  readonly bracketLinks: boolean;
  /** Whether addresses that stand bare become links. */
  readonly autoLink: boolean;
}

/** The marks of Slack's own `mrkdwn`. */
export const mrkdwnDialect: Dialect = {
  fences: [
    ['*', 'bold'],
    ['_', 'italic'],
    ['~', 'strike'],
  ],
  bracketLinks: false,
  autoLink: true,
};

/** The marks of Markdown as `markdown` blocks have it. */
export const markdownDialect: Dialect = {
  fences: [
    ['**', 'bold'],
    ['__', 'bold'],
    ['~~', 'strike'],
    ['*', 'italic'],
    ['_', 'italic'],
  ],
  bracketLinks: true,
  autoLink: true,
};

interface Reading {
  readonly dialect: Dialect;
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
export function parseInline(text: string, dialect: Dialect): Inline[] {
  const reading = { dialect, unclosedUntil: new Map<string, number>() };
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain) nodes.push({ kind: 'text', text: decodeEscapes(plain) });
    plain = '';
  };
  while (at < text.length) {
    const read = readMark(text, at, reading);
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
  const { dialect } = reading;
  const character = text[at];
  if (character === '<') return readAngleMark(text, at);
  if (character === '`') return readCode(text, at);
  if (character === ':') return readEmoji(text, at);
  if (character === '[' && dialect.bracketLinks) return readBracketLink(text, at, dialect);
  if (character === 'h' && dialect.autoLink) return readBareAddress(text, at);
  for (const [fence, kind] of dialect.fences) {
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

function readBracketLink(text: string, at: number, dialect: Dialect): Read | undefined {
  const found = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/y;
  found.lastIndex = at;
  const [, label = '', url = ''] = found.exec(text) ?? [];
  if (!url) return undefined;
  const children = parseInline(label, { ...dialect, bracketLinks: false, autoLink: false });
  return { node: { kind: 'link', url, children }, end: found.lastIndex };
}

/** As in Slack, a fence opens only outside of words and before text, and closes after text. */
function readFenced(
  text: string,
  at: number,
  fence: string,
  kind: 'bold' | 'italic' | 'strike',
  reading: Reading,
): Read | undefined {
  const before = text[at - 1] ?? ' ';
  const first = text[at + fence.length] ?? ' ';
  if (wordCharacter.test(before) || before === fence[0] || /\s/.test(first) || first === fence[0]) {
    return undefined;
  }
  const end = findClosing(text, at + fence.length, fence, reading);
  if (end < 0) return undefined;
  const children = parseInline(text.slice(at + fence.length, end), reading.dialect);
  return { node: { kind, children }, end: end + fence.length };
}

function findClosing(text: string, from: number, fence: string, reading: Reading): number {
  if (from < (reading.unclosedUntil.get(fence) ?? 0)) return -1;
  let at = from;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    const skipped = readOpaque(text, at, reading.dialect);
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
function readOpaque(text: string, at: number, dialect: Dialect): Read | undefined {
  if (text[at] === '<') return readAngleMark(text, at);
  if (text[at] === '`') return readCode(text, at);
  if (text[at] === '[' && dialect.bracketLinks) return readBracketLink(text, at, dialect);
  return undefined;
}
