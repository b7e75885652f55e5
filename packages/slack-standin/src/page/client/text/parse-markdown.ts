import { decodeEscapes } from './angle.ts';
import type { Stretch } from './marked-text.ts';
import { markdownDialect, parseInline } from './parse-inline.ts';

const heading = /^(#{1,6})\s+(.+?)\s*#*$/;
const fence = /^```/;
const quote = /^>\s?/;
const item = /^(\s*)([-*+]|(\d{1,9})[.)])\s+/;
const rule = /^\s*([-*_])(?:\s*\1){2,}\s*$/;

/** Reads the Markdown of a `markdown` block: headings, lists, quotes, code, rules and paragraphs. */
export function parseMarkdown(text: string): Stretch[] {
  return readStretches(text.split('\n'));
}

function readStretches(lines: string[]): Stretch[] {
  const stretches: Stretch[] = [];
  while (lines.length > 0) {
    const stretch = takeStretch(lines);
    if (stretch) stretches.push(stretch);
  }
  return stretches;
}

function takeStretch(lines: string[]): Stretch | undefined {
  const first = lines[0] ?? '';
  if (first.trim() === '') {
    lines.shift();
    return undefined;
  }
  if (fence.test(first)) return takeCode(lines);
  const [, hashes, title] = heading.exec(first) ?? [];
  if (hashes && title) {
    lines.shift();
    const children = parseInline(title, markdownDialect);
    return { kind: 'heading', level: hashes.length, children };
  }
  if (rule.test(first)) {
    lines.shift();
    return { kind: 'rule' };
  }
  if (quote.test(first)) {
    const quoted = takeWhile(lines, (line) => quote.test(line));
    return {
      kind: 'quote',
      children: readStretches(quoted.map((line) => line.replace(quote, ''))),
    };
  }
  return item.test(first) ? takeList(lines) : takeParagraph(lines);
}

function takeCode(lines: string[]): Stretch {
  lines.shift();
  const inside = takeWhile(lines, (line) => !fence.test(line));
  lines.shift();
  return { kind: 'code-block', text: decodeEscapes(inside.join('\n')) };
}

function takeList(lines: string[]): Stretch {
  const [, , , number] = item.exec(lines[0] ?? '') ?? [];
  const ordered = number !== undefined;
  const indent = indentOf(lines[0] ?? '');
  const items: Stretch[][] = [];
  while (startsItem(lines[0], indent, ordered)) {
    const first = (lines.shift() ?? '').replace(item, '');
    const rest = takeWhile(lines, (line) => line.trim() !== '' && indentOf(line) > indent);
    const margin = Math.min(...rest.map(indentOf));
    items.push(readStretches([first, ...rest.map((line) => line.slice(margin))]));
    // A blank line between two items does not end the list.
    if (lines[0]?.trim() === '' && startsItem(lines[1], indent, ordered)) lines.shift();
  }
  return { kind: 'list', ordered, start: Number(number ?? 1), items };
}

function startsItem(line: string | undefined, indent: number, ordered: boolean): boolean {
  const found = line === undefined ? null : item.exec(line);
  return found !== null && indentOf(line ?? '') === indent && (found[3] !== undefined) === ordered;
}

function takeParagraph(lines: string[]): Stretch {
  const startsAnew = (line: string) =>
    line.trim() === '' || [fence, heading, quote, item, rule].some((start) => start.test(line));
  const first = lines.shift() ?? '';
  const text = [first, ...takeWhile(lines, (line) => !startsAnew(line))].join('\n');
  return { kind: 'lines', children: parseInline(text, markdownDialect) };
}

function takeWhile(lines: string[], holds: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !holds(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
