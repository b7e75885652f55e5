import { sentenceEnd } from '../plain/lines.ts';
import type { PdfLine } from './lines.ts';

/** Lines that are one block. */
export interface LineGroup {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'note';
  readonly lines: readonly PdfLine[];
}

/** What most of a document is set in. */
interface Setting {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in points. */
  readonly lead: number;
}

/** How far to the right the lines around one reach, in points. */
type RightOf = (line: PdfLine) => number;

const bullet = /^(?:[•▪●◦■□–—\u2043\uf0b7-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/;

/** Divides lines into paragraphs by the room between them, indents, short ends, and their type. */
export function groupLines(lines: readonly PdfLine[]): LineGroup[] {
  const setting = settingOf(lines);
  const rights = rightEdges(lines);
  const groups: PdfLine[][] = [];
  let above: PdfLine | undefined;
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    const isNew = !group || !above || begins(line, above, lines[index + 1], setting, rights, group);
    if (isNew) groups.push([line]);
    else group.push(line);
    above = line;
  }
  return groups.map((group) => ({ kind: kindOf(group, setting, rights), lines: group }));
}

function settingOf(lines: readonly PdfLine[]): Setting {
  const [sizes, fonts, leads] = [
    new Map<number, number>(),
    new Map<string, number>(),
    new Map<number, number>(),
  ];
  const count = <K>(counts: Map<K, number>, key: K, by: number) =>
    counts.set(key, (counts.get(key) ?? 0) + by);
  for (const [index, line] of lines.entries()) {
    count(sizes, Math.round(line.size * 2) / 2, line.text.length);
    count(fonts, line.font, line.text.length);
    const above = lines[index - 1];
    const lead = above && above.page === line.page ? above.y - line.y : 0;
    if (lead > 0 && lead < line.size * 2.5) count(leads, Math.round(lead * 2) / 2, 1);
  }
  const size = most(sizes) ?? 10;
  return { size, font: most(fonts) ?? '', lead: most(leads) ?? size * 1.2 };
}

function most<K>(counts: ReadonlyMap<K, number>): K | undefined {
  return [...counts].reduce<[K, number] | undefined>(
    (best, next) => (best && best[1] >= next[1] ? best : next),
    undefined,
  )?.[0];
}

/** How far to the right the lines of a page reach that begin at about the same place. */
function rightEdges(lines: readonly PdfLine[]): RightOf {
  const edges = new Map<string, number>();
  const keyOf = ({ page, x }: PdfLine, shift = 0) => `${page.number} ${Math.round(x / 40) + shift}`;
  for (const line of lines)
    edges.set(keyOf(line), Math.max(edges.get(keyOf(line)) ?? 0, line.right));
  return (line) => Math.max(...[-1, 0, 1].map((shift) => edges.get(keyOf(line, shift)) ?? 0));
}

function begins(
  line: PdfLine,
  above: PdfLine,
  below: PdfLine | undefined,
  setting: Setting,
  rightOf: RightOf,
  group: readonly PdfLine[],
): boolean {
  const hasEnded = sentenceEnd.test(above.text);
  const runsOn = !hasEnded && /^\p{Ll}/u.test(line.text);
  if (Math.abs(line.size - above.size) > above.size * 0.08) return true;
  if (
    bullet.test(line.text) &&
    (hasEnded || above.x >= line.x - 1 || bullet.test(group[0]?.text ?? ''))
  )
    return true;
  const isTurn = line.page !== above.page || line.y > above.y + line.size * 0.5;
  const isShort = above.right < rightOf(above) - above.size * 4;
  if (isTurn)
    return (
      !runsOn && (hasEnded || isHeadingLike(group, setting, rightOf) || line.font !== above.font)
    );
  const gap = above.y - line.y;
  const isApart = gap > Math.max(setting.lead, line.size * 1.05) * 1.35;
  if (isApart) return !(runsOn && gap < setting.lead * 2 && above.text.length > 60);
  if (isOtherFont(group, line, setting, rightOf)) return true;
  const indent = line.x - Math.min(above.x, below?.page === line.page ? below.x : above.x);
  const isIndented =
    indent > line.size * 0.7 && indent < line.size * 5 && line.x > above.x + line.size * 0.7;
  if (isIndented && hasEnded) return true;
  const isNarrow = above.right < rightOf(above) - (rightOf(above) - above.x) * 0.15;
  return hasEnded && isShort && isNarrow;
}

/**
 * A line wholly in another font than the text above it: one of them is a heading, if it ends before
 * the line is full. A sentence may be set in several fonts of one look.
 */
function isOtherFont(
  group: readonly PdfLine[],
  line: PdfLine,
  setting: Setting,
  rightOf: RightOf,
): boolean {
  if (group.some((each) => each.font === line.font)) return false;
  const isHeading = isHeadingLike(group, setting, rightOf);
  const opensOne = line.font !== setting.font && sentenceEnd.test(group.at(-1)?.text ?? '');
  return isHeading || (opensOne && isHeadingLike([line], setting, rightOf));
}

/** What is longer, in characters, and ends as a sentence does is one in large type. */
const shortSentence = 60;

function isHeadingLike(group: readonly PdfLine[], setting: Setting, rightOf: RightOf): boolean {
  const text = group.map((line) => line.text).join(' ');
  if (group.length > 3 || text.length > 160 || !/\p{L}{2}/u.test(text) || bullet.test(text))
    return false;
  if (group.every(({ size }) => size > setting.size * 1.12)) {
    return text.length <= shortSentence || !/[.;,:]$/.test(text);
  }
  const last = group.at(-1);
  const isShort = last !== undefined && last.right < rightOf(last) - last.size * 4;
  const isMarked = group.every(({ font }) => font !== setting.font);
  return isMarked && isShort && text.length <= 100 && !/[.;,:]$|[.!?]\s\p{Lu}/u.test(text);
}

function kindOf(group: readonly PdfLine[], setting: Setting, rightOf: RightOf): LineGroup['kind'] {
  const [first] = group;
  if (!first) return 'paragraph';
  const isLow = first.y < first.page.height * 0.45;
  const isSmall = group.every(({ size }) => size < setting.size * 0.93);
  const isMarked = first.hasMark || /^(?:\d{1,3}|[*†‡])[.)]?\s?\S/.test(first.text);
  if (isSmall && isLow && isMarked) return 'note';
  if (isHeadingLike(group, setting, rightOf)) return 'heading';
  return bullet.test(first.text) ? 'item' : 'paragraph';
}
