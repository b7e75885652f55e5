import { opensWithName } from '../record/person-name.ts';
import { countWords, isTitleCase, type PlainBlock } from './lines.ts';

/** The lines that make the title. */
export interface ChosenTitle {
  readonly text: string;
  readonly indices: readonly number[];
  /** False where other lines could be the title too. */
  readonly isSure: boolean;
}

const maxTitleLength = 400;

/** A title that is a sentence of its own has at most so many words. */
const maxWordsOfSentence = 8;

/**
 * Chooses the title among the lines above the byline: not the site's menu, the section or a name
 * that stand there too. Without such a line, a first sentence above the byline is the title.
 */
export function chooseTitle(
  blocks: readonly PlainBlock[],
  candidates: readonly number[],
  byline: number,
): ChosenTitle | undefined {
  const textOf = (index: number) => blocks[index]?.text ?? '';
  const marked = candidates.filter((index) => blocks[index]?.isHeading);
  const open = candidates.filter((index) => !isKicker(textOf(index)));
  const lines = open.length > 0 ? open : candidates;
  const plausible = marked.length > 0 ? marked : belowMenu(lines, textOf);
  const unnamed = plausible.filter((index) => !opensWithName(textOf(index)));
  const [first, ...others] = unnamed.length > 0 ? unnamed : plausible;
  if (first === undefined) return firstSentence(blocks, byline);
  const next = others.find((index) => index === first + 1);
  const isCut = next !== undefined && runsOn(blocks[first], blocks[next]);
  const indices = isCut ? [first, next] : [first];
  const text = indices.map(textOf).join(' ');
  return {
    text: withoutSection(text).slice(0, maxTitleLength),
    indices,
    // A single short line above it may as well be the title, with this one for a subtitle.
    isSure:
      others.length === (isCut ? 1 : 0) &&
      (marked.length > 0 || !isOnlyOneShorter(lines, plausible, textOf)),
  };
}

/** Whether a title goes on in the next line: behind a colon, or in capitals where one line had no room. */
function runsOn(title: PlainBlock | undefined, next: PlainBlock | undefined): boolean {
  if (!title || !next) return false;
  if (/[:：]$/.test(title.text)) return true;
  const isBroken =
    title.group === next.group && title.text.length >= 30 && title.text.length >= next.text.length;
  return isBroken && [title, next].every(({ text }) => isTitleCase(text) && countWords(text) > 3);
}

/** `OPINION`, `World news`: a section. */
function isKicker(text: string): boolean {
  return (
    (/^[\p{Lu}\s&/|-]{2,24}$/u.test(text) &&
      !/\p{Script=Han}/u.test(text) &&
      countWords(text) <= 2) ||
    /^(?:opinion|analysis|comment(?:ary)?|editorial|news|world|politics|feature|essay|interview|report|мнение|анализ|评论|观点|时评|要闻)$/iu.test(
      text,
    )
  );
}

/** Entries of a menu have a word or two; the title below them has more. */
function belowMenu(indices: readonly number[], textOf: (index: number) => string): number[] {
  const lowest = indices.findLastIndex((index, place) => {
    return (
      place < indices.length - 1 &&
      countWords(textOf(index)) <= 2 &&
      !/\p{Script=Han}{4}/u.test(textOf(index))
    );
  });
  const below = indices.slice(lowest + 1);
  const isLonger = below.some((index) => countWords(textOf(index)) > 2);
  return isLonger ? below : [...indices];
}

function isOnlyOneShorter(
  lines: readonly number[],
  plausible: readonly number[],
  textOf: (index: number) => string,
): boolean {
  const dropped = lines.filter((index) => !plausible.includes(index));
  return dropped.length === 1 && dropped.some((index) => !opensWithName(textOf(index)));
}

/** A sentence above the byline is the title where it is short, stands right above, or looks like one. */
function firstSentence(blocks: readonly PlainBlock[], byline: number): ChosenTitle | undefined {
  const [block] = blocks.slice(0, byline);
  if (!block || block.text.length > maxTitleLength) return undefined;
  const isRightAbove = byline === 1 && blocks[1]?.group === block.group;
  const isTitle =
    isRightAbove || /\p{Lu}\.$/u.test(block.text) || countWords(block.text) <= maxWordsOfSentence;
  return isTitle ? { text: block.text, indices: [0], isSure: byline === 1 } : undefined;
}

/** `Africa|Convoys and Cables`: the longest piece is the title. */
function withoutSection(text: string): string {
  const pieces = text.split(/\s*[|｜]\s*/).filter((piece) => countWords(piece) > 0);
  return (
    pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '') || text
  );
}
