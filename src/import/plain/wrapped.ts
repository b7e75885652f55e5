import type { Removal } from '../source.ts';
import { joinHyphenated } from './hyphens.ts';
import { type PlainBlock, sentenceEnd } from './lines.ts';

/** A line of less is an entry of a list rather than prose that somebody's editor broke. */
const shortestBroken = 25;
const shortestBrokenHan = 12;

/** Longest line to which an editor breaks prose, in characters. */
const maxBrokenLength = 130;

/** How many of the lines that may be broken have to run on into the next one. */
const shareRunningOn = 0.5;

/**
 * Joins the lines of paragraphs that an editor broke. `standsAlone` names lines that are no prose,
 * such as bylines: nothing is joined over them.
 */
export function joinBroken(
  lines: readonly PlainBlock[],
  standsAlone: (line: PlainBlock) => boolean,
  removed: Removal[],
): PlainBlock[] {
  const known = knownWords(lines);
  const width = widthOf(lines);
  const join = (above: string, below: string): string => {
    if (/\p{L}[-\u2010\u00ad]$/u.test(above)) {
      const text = `${above.slice(-20)} | ${below.slice(0, 20)}`;
      removed.push({ rule: 'hyphen at the end of a line', text, kind: 'mended' });
      return joinHyphenated(above, below, known);
    }
    return isWithinHan(above, below) ? above + below : `${above} ${below}`;
  };
  return groupsOf(lines, standsAlone).flatMap((group) => {
    if (group.length < 2 || !isBroken(group, width)) return group;
    return atIndents(group).map(([first, ...rest]) => ({
      ...(first as PlainBlock),
      text: rest.reduce((text, line) => join(text, line.text), first?.text ?? ''),
    }));
  });
}

/** The width to which lines are filled: that of the longest one, when others come near it. */
function widthOf(lines: readonly PlainBlock[]): number {
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length <= maxBrokenLength);
  const width = lengths.reduce((a, b) => Math.max(a, b), 0);
  const near = lengths.filter((length) => length >= width * 0.85);
  return near.length >= 3 ? width : Number.POSITIVE_INFINITY;
}

/** The words of a text in lower case: they tell whether a hyphen at a line's end belongs to the word. */
function knownWords(lines: readonly PlainBlock[]): ReadonlySet<string> {
  const words = lines.flatMap(
    ({ text }) => text.toLowerCase().match(/\p{L}[\p{L}’'-]*\p{L}/gu) ?? [],
  );
  return new Set(words);
}

function groupsOf(
  lines: readonly PlainBlock[],
  standsAlone: (line: PlainBlock) => boolean,
): PlainBlock[][] {
  const groups: PlainBlock[][] = [];
  let above: PlainBlock | undefined;
  for (const line of lines) {
    const isApart = line.isHeading || line.isRow || standsAlone(line);
    const continues = above && above.group === line.group && !isApart;
    if (continues) groups.at(-1)?.push(line);
    else groups.push([line]);
    above = isApart ? undefined : line;
  }
  return groups;
}

function isBroken(group: readonly PlainBlock[], width: number): boolean {
  const upper = group.slice(0, -1).map(({ text }) => text);
  const lengths = upper.map(({ length }) => length).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const isHan = /\p{Script=Han}{4}/u.test(upper.join(''));
  if (median < (isHan ? shortestBrokenHan : shortestBroken) || median > maxBrokenLength)
    return false;
  const running = upper.filter((text, index) => runsOn(text, group[index + 1]?.text ?? '', width));
  return running.length >= upper.length * shareRunningOn;
}

/** Whether a line breaks within a sentence: by how the next begins, or as no further word had room. */
function runsOn(text: string, next: string, width: number): boolean {
  if (sentenceEnd.test(text) || /^[-•*–—]\s|^\(?\d{1,2}[.)]\s/.test(next)) return false;
  if (/^\p{Ll}/u.test(next) || /[,\p{L}]-$|,$/u.test(text)) return true;
  const [word = ''] = next.split(' ');
  return text.length + 1 + Math.min(word.length, 12) > width;
}

/** A few lines that stand further in than the others begin a paragraph each. */
function atIndents(group: readonly PlainBlock[]): PlainBlock[][] {
  const margin = Math.min(...group.map(({ indent }) => indent));
  const isFurtherIn = ({ indent }: PlainBlock) => indent >= margin + 2;
  const divides = group.filter(isFurtherIn).length * 2 <= group.length;
  const paragraphs: PlainBlock[][] = [];
  for (const line of group) {
    if (paragraphs.length === 0 || (divides && isFurtherIn(line))) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** Chinese has no spaces between its words. */
function isWithinHan(above: string, below: string): boolean {
  return (
    /[\p{Script=Han}，。、；：！？”」』）]$/u.test(above) && /^[\p{Script=Han}“「『（]/u.test(below)
  );
}
