import { cleanText } from '../../library/paragraphs.ts';
import type { Removal } from '../source.ts';

/** A line or paragraph of a plain text. */
export interface PlainBlock {
  readonly text: string;
  /** Marked as a heading by the source itself: `## …`, or underlined. */
  readonly isHeading: boolean;
  /** Blocks that no empty line divides share a number. */
  readonly group: number;
  /** White space before the line, in characters; a tab counts for four. */
  readonly indent: number;
  /** Whether its cells are divided by tabs or strokes. */
  readonly isRow: boolean;
}

/** The end of a sentence, closing quotes and footnote marks included. */
export const sentenceEnd = /[.!?…。！？][\s"'”’»」』)）\]¹²³⁰⁴-⁹]*$/u;

/** How many words a text has; two Han characters count for one. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return others + Math.ceil(han / 2);
}

/** Whether every longer word begins with a capital letter or digit. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word.length >= 4);
  return words.length > 1 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** Divides a text into its lines; what only draws a line across the page is left out. */
export function readLines(text: string, removed: Removal[]): PlainBlock[] {
  const groups = text.replaceAll('\f', '\n\n').split(/\n[^\S\n]*\n/);
  return groups.flatMap((group, index) => {
    const lines: PlainBlock[] = [];
    for (const line of group.split('\n')) {
      const bare = cleanText(line);
      const above = lines.at(-1);
      if (bare === '') continue;
      if (/^(?:={3,}|-{3,}|_{3,}|\*{3,}|[-*_=~ ]{5,})$/.test(bare)) {
        const underlines = above && lines.length === 1 && /^[=-]/.test(bare) && isTitle(above.text);
        if (underlines) lines[0] = { ...above, isHeading: true };
        removed.push({ rule: 'drawn line', text: bare.slice(0, 20), kind: 'mended' });
      } else lines.push(lineOf(line, bare, index));
    }
    return lines;
  });
}

function isTitle(text: string): boolean {
  return text.length <= 200 && !/[,;:]$/.test(text);
}

function lineOf(line: string, bare: string, group: number): PlainBlock {
  const [space = ''] = /^\s*/.exec(line) ?? [];
  const isHeading = /^\s{0,3}#{1,6}\s+\S/.test(line);
  return {
    text: isHeading ? bare.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '') : bare,
    isHeading,
    group,
    indent: space.replaceAll('\t', '    ').replaceAll('　', '  ').length,
    isRow: /\S\t+\S/.test(line) || /^\s*\|.*\|\s*$/.test(line),
  };
}
