import { cleanText, readParagraphs } from '../library/paragraphs.ts';
import type { SourceFormat } from './source-file.ts';

/** A line or paragraph of a source, in reading order. */
export interface SourceBlock {
  readonly text: string;
  /** Marked as a heading by the source itself (`## …`). */
  readonly isHeading: boolean;
  /** Blocks that no empty line divides share a number. */
  readonly group: number;
}

/** Something of a source that was left out or mended, and by which rule. */
export interface Removal {
  readonly rule: string;
  readonly text: string;
}

/** The blocks of a source, and what was mended on the way. */
export interface SourceBlocks {
  readonly blocks: readonly SourceBlock[];
  readonly removed: readonly Removal[];
}

/** Lines of prose that somebody's editor broke are about this long, in characters. */
const brokenLine = { least: 40, most: 110 };

/** A sentence that a page break cuts is at least so long already, in characters. */
const leastBeforeBreak = 60;

/** The end of a sentence, closing quotes and footnote marks included. */
export const sentenceEnd = /[.!?…。！？][\s"'”’»)\]¹²³⁰⁴-⁹]*$/;

/** Divides a source into its lines or paragraphs; sentences cut by a page break are whole again. */
export function splitIntoBlocks(text: string, format: SourceFormat): SourceBlocks {
  const removed: Removal[] = [];
  const blocks =
    format === 'markdown'
      ? markdownBlocks(text)
      : plainBlocks(text).map((block) => ({ ...block, text: mended(block.text, removed) }));
  return { blocks: joinPages(blocks, removed), removed };
}

/** Markdown is read as the library reads it. */
function markdownBlocks(markdown: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let above: string | undefined;
  for (const { text, heading, number } of readParagraphs(markdown.replaceAll('\f', '\n\n'))) {
    if (heading && heading !== above) {
      blocks.push({ text: heading, isHeading: true, group: -number });
    }
    above = heading;
    blocks.push({ text, isHeading: false, group: number });
  }
  return blocks;
}

function plainBlocks(text: string): SourceBlock[] {
  const groups = text.replaceAll('\f', '\n\n').split(/\n[^\S\n]*\n/);
  return groups.flatMap((group, index) => {
    const lines = group.split('\n').filter((line) => cleanText(line) !== '');
    const whole = isBroken(lines) ? [lines.join('\n')] : lines;
    return whole.map((line) => ({
      text: cleanText(line.replace(/^\s*#{1,6}\s+/, '')),
      isHeading: /^\s*#{1,6}\s+\S/.test(line),
      group: index,
    }));
  });
}

/** Whether the lines are one paragraph that an editor broke, rather than a paragraph each. */
function isBroken(lines: readonly string[]): boolean {
  const upper = lines.slice(0, -1);
  if (upper.length === 0) return false;
  const fit = upper.every(({ length }) => length >= brokenLine.least && length <= brokenLine.most);
  const open = upper.filter((line) => !sentenceEnd.test(line));
  return fit && open.length * 2 >= upper.length;
}

/** Plain text that was Markdown once: `\$69.6` and `[written](#)`. */
function mended(text: string, removed: Removal[]): string {
  const note = (rule: string, found: string, kept: string) => {
    removed.push({ rule, text: found });
    return kept;
  };
  return text
    .replace(/\[([^[\]]*)\]\(((?:#|\/|https?:|mailto:)[^()\s]*)?\)/g, (found, label: string, to) =>
      note(to && to !== '#' ? 'address of a link' : 'empty link', found, label),
    )
    .replace(/\\([$#*_[\]{}()<>`~|!&%+.-])/g, (found, character: string) =>
      note('escaped Markdown', found, character),
    );
}

function joinPages(blocks: readonly SourceBlock[], removed: Removal[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && isCut(last, block)) {
      removed.push({
        rule: 'page break',
        text: `${last.text.slice(-30)} | ${block.text.slice(0, 30)}`,
      });
      joined[joined.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    } else if (!isPageNumber(block, removed)) joined.push(block);
  }
  return joined;
}

function isCut(above: SourceBlock, { text, isHeading, group }: SourceBlock): boolean {
  return (
    !above.isHeading &&
    !isHeading &&
    above.group !== group &&
    above.text.length >= leastBeforeBreak &&
    !sentenceEnd.test(above.text) &&
    !/[:;]$/.test(above.text) &&
    /^\p{Ll}/u.test(text)
  );
}

function isPageNumber({ text }: SourceBlock, removed: Removal[]): boolean {
  const isOne = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3}|page \d{1,4}(?: (?:of|\/) \d{1,4})?)$/i.test(
    text,
  );
  if (isOne) removed.push({ rule: 'page number', text });
  return isOne;
}
