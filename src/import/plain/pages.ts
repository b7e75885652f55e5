import type { Removal } from '../source.ts';
import { type PlainBlock, sentenceEnd } from './lines.ts';

/** A sentence that a page break cuts is at least so long already, in characters. */
const shortestBeforeBreak = 60;

/** Longest line that may be a running head, in characters. */
const maxHeadLength = 100;

/** So often a line stands at the top or foot of pages, if page numbers do not give it away. */
const minRepeats = 3;

const pageNumber =
  /^(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3}|page \d{1,4}(?: (?:of|\/) \d{1,4})?|стр\. ?\d{1,4}|第\s?\d{1,4}\s?页)$/i;

/** The lines without page numbers and running heads. */
export function withoutPageMarks(lines: readonly PlainBlock[], removed: Removal[]): PlainBlock[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(masked(text), (counts.get(masked(text)) ?? 0) + 1);
  const beside = new Set(
    lines.flatMap((line, index) =>
      isNumber(line)
        ? [lines[index - 1], lines[index + 1]].map((near) => near && masked(near.text))
        : [],
    ),
  );
  return lines.filter((line) => {
    const key = masked(line.text);
    const count = counts.get(key) ?? 0;
    const isShort = line.text.length <= maxHeadLength && !sentenceEnd.test(line.text);
    const repeats = count >= (beside.has(key) ? 2 : minRepeats) && /\p{L}{3}.*\s/u.test(line.text);
    const rule = isNumber(line) ? 'page number' : isShort && repeats ? 'running head' : undefined;
    if (rule) removed.push({ rule, text: line.text, kind: 'left out' });
    return rule === undefined;
  });
}

function isNumber({ text, isRow }: PlainBlock): boolean {
  return !isRow && pageNumber.test(text);
}

/** Running heads differ in their page's number only. */
function masked(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}

/** Joins the sentences that a page break cut, but for lines that are no prose. */
export function joinPages(
  blocks: readonly PlainBlock[],
  standsAlone: (line: PlainBlock) => boolean,
  removed: Removal[],
): PlainBlock[] {
  const joined: PlainBlock[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    if (above && isCut(above, block) && !standsAlone(above) && !standsAlone(block)) {
      const text = `${above.text.slice(-30)} | ${block.text.slice(0, 30)}`;
      removed.push({ rule: 'page break', text, kind: 'mended' });
      joined[joined.length - 1] = { ...above, text: `${above.text} ${block.text}` };
    } else joined.push(block);
  }
  return joined;
}

function isCut(above: PlainBlock, below: PlainBlock): boolean {
  return (
    !above.isHeading &&
    !below.isHeading &&
    !above.isRow &&
    above.group !== below.group &&
    above.text.length >= shortestBeforeBreak &&
    !sentenceEnd.test(above.text) &&
    !/[:;]$|https?:\S+$/.test(above.text) &&
    /^\p{Ll}/u.test(below.text)
  );
}
