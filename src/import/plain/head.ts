import { furnitureRule, opensHighlights } from '../furniture.ts';
import { readBareNames } from '../record/byline.ts';
import { isAgency } from '../record/outlets.ts';
import { isRole, opensWithName } from '../record/person-name.ts';
import { type FoundRecord, inferred, type Removal, recordOf, stated } from '../source.ts';
import { type HeadLine, isTimeLine, readHeadLine } from './head-line.ts';
import { countWords, type PlainBlock, sentenceEnd } from './lines.ts';
import { chooseTitle } from './title.ts';

/** What stands above an article's first paragraph, and what of it belongs to the text after all. */
export interface PlainHead {
  readonly record: FoundRecord;
  readonly body: readonly PlainBlock[];
  readonly removed: readonly Removal[];
}

/** A byline or date farther down belongs to something else. */
const maxBlocksAbove = 20;

/** A standfirst above the byline, in paragraphs and characters. */
const maxStandfirst = { paragraphs: 2, characters: 700 };

/** A sentence that opens an article has at least so many words. */
const minWords = 5;

const maxTitleLength = 250;

/** Whether a block is a sentence rather than a line beside sentences. */
export function isProse({ text, isHeading, isRow }: PlainBlock): boolean {
  if (isHeading || isRow) return false;
  return text.length > maxTitleLength || (sentenceEnd.test(text) && countWords(text) >= minWords);
}

/** Reads the lines above an article's first paragraph; a title that is known is not looked for. */
export function readHead(blocks: readonly PlainBlock[], knownTitle?: string): PlainHead {
  const lines = blocks.slice(0, maxBlocksAbove).map((block) => readHeadLine(block.text));
  const last = lastOfHead(blocks, lines);
  if (last !== -1) return headDownTo(blocks, lines, last, knownTitle);
  return knownTitle ? { record: {}, body: blocks, removed: [] } : headWithout(blocks);
}

/** The index of the lowest line of the head that says something of the record; -1 for none. */
function lastOfHead(
  blocks: readonly PlainBlock[],
  lines: readonly (HeadLine | undefined)[],
): number {
  let last = -1;
  let characters = 0;
  let paragraphs = 0;
  for (const [index, line] of lines.entries()) {
    const block = blocks[index] as PlainBlock;
    const isBelowProse = paragraphs > 0 && !(line?.rule === 'byline' || line?.rule === 'date line');
    if (line && !isBelowProse) last = index;
    if (line || !isProse(block)) continue;
    characters += block.text.length;
    paragraphs += 1;
    const isTooMuch = characters > maxStandfirst.characters;
    if (isTooMuch || paragraphs > maxStandfirst.paragraphs) break;
    // Below the byline, the article begins with its first sentence.
    if (last !== -1) break;
  }
  return last;
}

function headDownTo(
  blocks: readonly PlainBlock[],
  lines: readonly (HeadLine | undefined)[],
  last: number,
  knownTitle?: string,
): PlainHead {
  const first = lines.findIndex((line) => line !== undefined);
  const removed: Removal[] = [];
  const kept: PlainBlock[] = [];
  let record: FoundRecord = {};
  for (const line of lines.slice(0, last + 1)) record = merged(record, line?.record);
  const isLine = (index: number) =>
    lines[index] === undefined && !isProse(blocks[index] as PlainBlock);
  const above = range(0, first).filter(isLine);
  const candidates = above.length > 0 ? above : range(first, last + 1).filter(isLine);
  const title = (record.title ?? knownTitle) ? undefined : chooseTitle(blocks, candidates, first);
  const end = endOfHead(blocks, last);
  for (const index of range(0, end)) {
    const block = blocks[index] as PlainBlock;
    const line = lines[index];
    if (line) removed.push({ rule: line.rule, text: block.text, kind: 'read' });
    else if (title?.indices.includes(index)) {
      removed.push({ rule: 'title', text: block.text, kind: 'read' });
    } else {
      const rule = asideRule(
        block,
        index > last,
        record,
        title !== undefined && index < (title.indices[0] ?? 0),
      );
      const people = rule === 'byline' ? (namesOf(block.text) ?? agencyIn(block.text)) : undefined;
      if (people) record = merged(record, people);
      if (rule) removed.push({ rule, text: block.text, kind: people ? 'read' : 'left out' });
      else kept.push(block);
    }
  }
  const found = title && (title.isSure ? stated(title.text) : inferred(title.text));
  return {
    record: recordOf({ ...record, title: record.title ?? found }),
    body: [...kept, ...blocks.slice(end)],
    removed,
  };
}

/** Below the byline, a place, a time and a name still belong to the head. */
function endOfHead(blocks: readonly PlainBlock[], last: number): number {
  let end = last + 1;
  while (end < blocks.length && end <= last + 3) {
    const { text, isHeading } = blocks[end] as PlainBlock;
    const isOne = isTimeLine(text) || isPlace(text) || namesOf(text) !== undefined;
    if (isHeading || !isOne) break;
    end += 1;
  }
  return end;
}

function isPlace(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:The )?\p{Lu}[\p{L} ’'-]*, \p{Lu}[\p{L} ’'-]*$/u.test(text) &&
    !isRole(text)
  );
}

/** Why a line of the head that says nothing of the record is left out; undefined for one that stays. */
function asideRule(
  block: PlainBlock,
  isBelow: boolean,
  record: FoundRecord,
  isAboveTitle: boolean,
): string | undefined {
  const { text } = block;
  const furniture = furnitureRule(text);
  if (furniture) return furniture;
  if (isProse(block)) return undefined;
  if (isTimeLine(text)) return 'date line';
  if (namesOf(text) || isAgency(text)) return 'byline';
  if (isPlace(text)) return 'place';
  if (isBelow || record === undefined) return undefined;
  return isAboveTitle
    ? 'line above the title'
    : countWords(text) <= 3
      ? 'line beside the title'
      : undefined;
}

/** A name that no word announces: "Jane Doe", "Kathryn Stoner, Stanford University". */
function namesOf(text: string): FoundRecord | undefined {
  const names = opensWithName(text) ? readBareNames(text) : undefined;
  if (!names || names.authors.length === 0) return undefined;
  return recordOf({ authors: inferred(names.authors), publisher: inferred(names.publisher) });
}

function agencyIn(text: string): FoundRecord | undefined {
  return isAgency(text) ? recordOf({ publisher: inferred(text) }) : undefined;
}

/** Without a byline or date, the head is the first line of the first group, if that is none of prose. */
function headWithout(blocks: readonly PlainBlock[]): PlainHead {
  const start = blocks.findIndex(({ text }) => !furnitureRule(text));
  const candidates = range(Math.max(0, start), blocks.length).slice(0, 4);
  const group = candidates.filter((index) => blocks[index]?.group === blocks[start]?.group);
  const removed: Removal[] = [];
  let rest = Math.max(0, start);
  for (const index of range(0, rest)) {
    const text = blocks[index]?.text ?? '';
    removed.push({ rule: furnitureRule(text) ?? 'page control', text, kind: 'left out' });
  }
  const opening = blocks[start];
  const isTitle = opening && !opensHighlights(opening.text) && isTitleLine(blocks, start);
  const title = isTitle ? chooseTitle(blocks, titleLines(blocks, start), start + 1) : undefined;
  let record: FoundRecord = {};
  if (title) {
    const lowest = title.indices.at(-1) ?? start;
    for (const index of range(start, lowest + 1)) {
      const isPart = title.indices.includes(index);
      const rule = isPart ? 'title' : 'line above the title';
      removed.push({ rule, text: blocks[index]?.text ?? '', kind: isPart ? 'read' : 'left out' });
    }
    rest = lowest + 1;
    const named = group.find((index) => index === rest && namesOf(blocks[index]?.text ?? ''));
    if (named !== undefined) {
      record = namesOf(blocks[named]?.text ?? '') ?? {};
      removed.push({ rule: 'byline', text: blocks[named]?.text ?? '', kind: 'read' });
      rest += 1;
    }
  }
  const found = title && (title.isSure ? stated(title.text) : inferred(title.text));
  return { record: recordOf({ ...record, title: found }), body: blocks.slice(rest), removed };
}

function isTitleLine(blocks: readonly PlainBlock[], index: number): boolean {
  const block = blocks[index] as PlainBlock;
  if (block.isHeading) return true;
  const isQuestion = /[?!？！]["”’]?$/.test(block.text) && block.text.length <= maxTitleLength;
  if (block.isRow || (isProse(block) && !isQuestion)) return false;
  if (blocks.length - index < 2 || /[,;]$|^[-•*–—]\s|^\p{Ll}/u.test(block.text)) return false;
  const below = blocks[index + 1] as PlainBlock;
  return !/[:：]$/.test(block.text) || !isProse(below);
}

/** The first line, or a word or two in capitals above it that name the section. */
function titleLines(blocks: readonly PlainBlock[], start: number): number[] {
  const isKicker = /^[\p{Lu} &]{3,20}$/u.test(blocks[start]?.text ?? '');
  const below = blocks[start + 1];
  return isKicker && below && !isProse(below) && isTitleLine(blocks, start + 1)
    ? [start, start + 1]
    : [start];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** What is stated goes before what is inferred, and what stands above before what stands below. */
function merged(above: FoundRecord, below: FoundRecord = {}): FoundRecord {
  const result: Record<string, unknown> = { ...above };
  for (const [field, value] of Object.entries(below)) {
    const held = above[field as keyof FoundRecord] as { from?: string } | undefined;
    const isBetter = (value as { from?: string }).from === 'stated' && held?.from === 'inferred';
    if (held === undefined || isBetter) result[field] = value;
  }
  return result as FoundRecord;
}
