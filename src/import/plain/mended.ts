import { decodeHTML } from 'entities';
import type { Removal } from '../source.ts';

/** Tags that end a paragraph, and those that stand within one. */
const blockTag =
  /<\/?(?:p|div|br|hr|h[1-6]|ul|ol|li|blockquote|table|tr|article|section|header|footer|figure|figcaption|html|body|head)(?:\s[^<>]{0,300})?\/?>/giu;
const inlineTag =
  /<\/?(?:b|i|u|s|em|strong|a|span|sup|sub|small|font|cite|q|td|th|thead|tbody|img|excerpt|code|pre|mark|abbr|time)(?:\s[^<>]{0,300})?\/?>|<!--[^<>]{0,1000}-->/giu;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/giu;
const link = /\[([^[\]\n]{1,500})\]\(((?:#|\/|https?:|mailto:)[^()\s]{0,1000})?\)/g;
const escaped = /\\([$#*_[\]{}()<>`~|!&%+.-])/g;
const emphasis =
  /(?<![\p{L}\p{N}*_\\])([*_]{1,3})(?=[^\s*_])([^\n]{1,2000}?)(?<=[^\s*_\\])\1(?![\p{L}\p{N}*_])/gu;

/** More marks in a line are no emphasis, and pairing them up takes the square of their number. */
const maxMarks = 60;

/** Longest beginning of a mended piece that is listed, in characters. */
const maxListedLength = 60;

/** Plain text that was Markdown or HTML once, without their marks: `\$69.6`, `[written](#)`, `<p>`. */
export function mendedText(text: string): { readonly text: string; readonly removed: Removal[] } {
  const removed: Removal[] = [];
  const note = (rule: string, found: string, kept: string) => {
    removed.push({ rule, text: found.slice(0, maxListedLength), kind: 'mended' });
    return kept;
  };
  const untagged = text
    .replace(blockTag, (found) => note('HTML tag', found, '\n\n'))
    .replace(inlineTag, (found) => note('HTML tag', found, ''));
  const mended = untagged
    .replace(entity, (found) => {
      const decoded = decodeHTML(found);
      return decoded === found ? found : note('HTML entity', found, decoded);
    })
    .replace(link, (found, label: string, to?: string) =>
      note(to && to !== '#' ? 'address of a link' : 'empty link', found, label),
    );
  const plain = mended
    .split('\n')
    .map((line) => withoutEmphasis(line, note))
    .join('\n')
    .replace(escaped, (found, character: string) => note('escaped Markdown', found, character));
  return { text: plain, removed };
}

type Note = (rule: string, found: string, kept: string) => string;

/** Twice, for emphasis within emphasis. */
function withoutEmphasis(line: string, note: Note): string {
  if ((line.match(/[*_]/g)?.length ?? 0) > maxMarks) return line;
  const strip = (text: string) =>
    text.replace(emphasis, (found, _, within: string) => note('emphasis', found, within));
  return strip(strip(line));
}
