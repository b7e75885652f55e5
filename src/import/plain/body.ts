import { cleanText } from '../../library/paragraphs.ts';
import { datelineOf, placeBefore } from '../dateline.ts';
import { furnitureRule, opensHighlights } from '../furniture.ts';
import { isLikelyName, isRole } from '../record/person-name.ts';
import type { FoundRecord, Removal, SourceBlock } from '../source.ts';
import { isProse } from './head.ts';
import { countWords, isTitleCase, type PlainBlock, sentenceEnd } from './lines.ts';

/** What is known of an article before its text is cut out of the page. */
export interface BodyClues {
  readonly title: string;
  readonly authors: readonly string[];
}

/** An article's own text, what was left out of it, and what that said of the record. */
export interface PlainBody {
  readonly blocks: readonly SourceBlock[];
  readonly removed: readonly Removal[];
  /** What its dateline says. */
  readonly said: FoundRecord;
  /** An author whom a line at the end introduces: "Ada Li is a fellow at …". */
  readonly introduced?: string;
}

/** Longest line that may be a heading, in characters and words. */
const maxHeadingLength = 120;
const maxWordsOfHeading = 12;

/** A heading that is written like a sentence has at most so many words. */
const maxWordsOfPlainHeading = 5;

/** An author is introduced among the last blocks, or right at the beginning. */
const lastBlocks = 6;

/** What is copied along where other stories are offered within an article. */
const boxes = new Set(['video caption', 'other story', 'share counts', 'newsletter']);

const introduction =
  /^[•*–—-]?\s*(?:(?:Dr|Prof)\.?\s)?(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*| (?:van|von|de|der|bin|al)){1,3}),? (is|was|teaches|writes|works|serves)\b(.{3,400})$/u;

/** What somebody is stands within the first words of an introduction. */
const wordsOfRole = 8;

/** Cuts the article's own text out of what stands below its head. */
export function readBody(blocks: readonly PlainBlock[], clues: BodyClues): PlainBody {
  return new BodyReader(blocks, clues).read();
}

class BodyReader {
  readonly #blocks: readonly PlainBlock[];
  readonly #clues: BodyClues;
  readonly #removed: Removal[] = [];
  readonly #kept: PlainBlock[] = [];
  #said: FoundRecord | undefined;
  /** Whether boxes with other stories were copied together with the article. */
  #hasBoxes = false;
  #introduced: string | undefined;
  /** Where each group's last video caption stands. */
  readonly #captions = new Map<number, number>();

  constructor(blocks: readonly PlainBlock[], clues: BodyClues) {
    this.#blocks = blocks;
    this.#clues = clues;
    for (const [index, { text, group }] of blocks.entries()) {
      const rule = furnitureRule(text);
      if (rule === 'video caption') this.#captions.set(group, index);
      if (rule && boxes.has(rule)) this.#hasBoxes = true;
      const name = this.#introducedBy(text, index);
      if (name && clues.authors.length === 0) this.#introduced ??= name;
    }
  }

  read(): PlainBody {
    let inHighlights = false;
    for (const [index, block] of this.#blocks.entries()) {
      const opens = opensHighlights(block.text);
      inHighlights = opens || (inHighlights && isLine(block) && !datelineOf(block.text));
      const rule = inHighlights ? 'story highlights' : this.#ruleFor(block, index);
      if (rule) this.#removed.push({ rule, text: block.text, kind: 'left out' });
      else this.#kept.push(block);
    }
    const blocks = withHeadings(this.#kept).map((block) => this.#withoutDateline(block));
    return {
      blocks: blocks.filter(({ text }) => text !== ''),
      removed: this.#removed,
      said: this.#said ?? {},
      ...(this.#introduced && { introduced: this.#introduced }),
    };
  }

  #ruleFor(block: PlainBlock, index: number): string | undefined {
    const { text, isHeading } = block;
    const rule = furnitureRule(text);
    if (rule) return rule;
    if (this.#isAboveCaption(block, index)) return 'video caption';
    const dateline = datelineOf(text);
    if (dateline?.text.trim() === text) {
      this.#said ??= dateline.record;
      return 'dateline';
    }
    if (sameWords(text, this.#clues.title) && !isProse(block)) return 'repeated title';
    if (this.#authors().some((author) => sameWords(text, author))) return 'byline';
    if (isHeading) return undefined;
    if (this.#introducedBy(text, index)) return 'affiliation';
    return this.#hasBoxes && this.#isHeadline(index) ? 'headline of another story' : undefined;
  }

  #authors(): readonly string[] {
    return this.#introduced ? [this.#introduced] : this.#clues.authors;
  }

  /** A line like an open sentence, by itself between paragraphs. */
  #isHeadline(index: number): boolean {
    const [above, block, below] = [index - 1, index, index + 1].map((at) => this.#blocks[at]);
    if (!block || !above || !below || !isProse(above) || !isProse(below)) return false;
    return (
      isLine(block) &&
      !block.isRow &&
      countWords(block.text) > maxWordsOfPlainHeading &&
      !isTitleCase(block.text)
    );
  }

  /** The lines above the time and source of a video are its title. */
  #isAboveCaption(block: PlainBlock, index: number): boolean {
    return isLine(block) && index < (this.#captions.get(block.group) ?? -1);
  }

  /**
   * The author whom a paragraph introduces and says no more than that; undefined for any other one.
   * News is about people too: whom no byline names is introduced where nothing else follows, and by
   * what they are now.
   */
  #introducedBy(text: string, index: number): string | undefined {
    if (index > 0 && index < this.#blocks.length - lastBlocks) return undefined;
    const [, name = '', verb = '', rest = ''] = introduction.exec(text.slice(0, 500)) ?? [];
    if (!name) return undefined;
    if (this.#clues.authors.some((author) => sameWords(author, name))) return name;
    const isIntroduced = index > 0 && verb !== 'was' && isLikelyName(name) && tellsRole(rest);
    return isIntroduced && this.#endsWith(index) ? name : undefined;
  }

  /** Whether what follows a block is no text of the article. */
  #endsWith(index: number): boolean {
    const after = this.#blocks.slice(index + 1);
    return after.every(({ text }) => furnitureRule(text) || introduction.test(text.slice(0, 500)));
  }

  #withoutDateline(block: SourceBlock, index = this.#kept.length): SourceBlock {
    if (block.kind === 'heading') return block;
    const dateline = datelineOf(block.text);
    const isFirst = this.#kept[0]?.text === block.text && index > 0;
    const before = dateline?.text ?? (isFirst ? placeBefore(block.text, this.#everything()) : '');
    this.#said ??= dateline?.record;
    if (before) this.#removed.push({ rule: 'dateline', text: before, kind: 'left out' });
    return before ? { ...block, text: block.text.slice(before.length) } : block;
  }

  #everything(): string {
    return this.#blocks.map(({ text }) => text).join('\n');
  }
}

/**
 * A short open line above a paragraph is its heading. Lines that follow one another are a list or
 * table, and stay in the text.
 */
function withHeadings(blocks: readonly PlainBlock[]): SourceBlock[] {
  return blocks.map((block, index) => {
    const below = blocks[index + 1];
    const above = blocks[index - 1];
    const isAlone = (!above || isProse(above) || above.isHeading) && below && isProse(below);
    const isHeading = below && (block.isHeading || (isAlone && isHeadingLine(block)));
    const kind = isHeading ? 'heading' : isItem(block.text) ? 'item' : 'paragraph';
    return { kind, text: block.text };
  });
}

function isHeadingLine(block: PlainBlock): boolean {
  const { text, isRow } = block;
  const words = countWords(text);
  if (isRow || text.length > maxHeadingLength || words > maxWordsOfHeading) return false;
  if (/[.!?]\s\p{Lu}/u.test(text)) return false;
  if (/[?!？！]$/.test(text)) return isTitleCase(text);
  const isPlain = words <= maxWordsOfPlainHeading || isTitleCase(text);
  return isLine(block) && isPlain && !/^[\p{Ll}"“‘«]/u.test(text);
}

/** Whether what follows "Ada Li is" tells what she is, and not what she does: "managing editor of …". */
function tellsRole(text: string): boolean {
  const words = text.trim().split(' ').slice(0, wordsOfRole);
  const [first = '', second = ''] = words;
  const isDeed = /(?:ing|ed)$/.test(first) && !isRole(second);
  return !isDeed && isRole(words.join(' '));
}

function isItem(text: string): boolean {
  return /^(?:[-•*–—▪●]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/.test(text);
}

/** Whether a block is a line beside sentences: short, open at its end, and no part of a list. */
function isLine({ text, isHeading }: PlainBlock): boolean {
  if (isHeading || isItem(text)) return false;
  const isOpen = !sentenceEnd.test(text) && !/[:;,：；，]["”’]?$/u.test(text);
  return isOpen && text.length <= 150;
}

function sameWords(a: string, b: string): boolean {
  const bare = (text: string) =>
    cleanText(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return a.length < 500 && bare(a) !== '' && bare(a) === bare(b);
}
