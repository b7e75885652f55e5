import { cleanText } from '../library/paragraphs.ts';
import { isDateLine } from './date-line.ts';
import { withoutFootnotes } from './footnotes.ts';
import { datelineOf, furnitureRule, opensHighlights, shoutedDatelineOf } from './page-furniture.ts';
import { type Removal, type SourceBlock, sentenceEnd } from './source-block.ts';

/** What is known of an article before its text is cut out of the page. */
export interface BodyClues {
  readonly title: string;
  readonly authors: readonly string[];
}

/** A paragraph or heading of the article itself. */
export interface BodyBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

/** An article's own text, and everything that was left out, each by a rule with a name. */
export interface ArticleBody {
  readonly blocks: readonly BodyBlock[];
  readonly removed: readonly Removal[];
}

/** Longest line that may be a title, heading or headline, in characters. */
const longestLine = 150;

/** Fewest words of a sentence that opens an article. */
const leastWords = 5;

/** A heading that is written like a sentence has at most so many words; more are another story's headline. */
const mostWordsOfHeading = 5;

/** An author's affiliation stands among the last blocks. */
const lastBlocks = 3;

/** How many blocks stand above an article's first paragraph: titles, bylines, highlights. */
export function lengthOfHead(blocks: readonly SourceBlock[]): number {
  const first = blocks.findIndex(({ text, isHeading }, index) => {
    if (isHeading || furnitureRule(text)) return false;
    if (text.length > longestLine) return true;
    if (index === 0 && /[?!]\S?$/.test(text)) return false;
    return sentenceEnd.test(text) && text.split(' ').length >= leastWords;
  });
  return first === -1 ? blocks.length : first;
}

/** Cuts the article's own text out of a page. */
export function readBody(all: readonly SourceBlock[], clues: BodyClues): ArticleBody {
  const { blocks, removed } = withoutFootnotes(all);
  const head = lengthOfHead(blocks);
  const reader = new BodyReader(blocks.slice(head), clues, [
    ...removed,
    ...headRemovals(blocks.slice(0, head)),
  ]);
  return reader.read();
}

function headRemovals(head: readonly SourceBlock[]): Removal[] {
  let inHighlights = false;
  return head.map(({ text }) => {
    const rule = furnitureRule(text) ?? (datelineOf(text) && 'dateline');
    if (opensHighlights(text)) inHighlights = true;
    else if (rule) inHighlights = false;
    if (rule) return { rule, text };
    if (inHighlights) return { rule: 'story highlights', text };
    return { rule: isDateLine(text) ? 'date line' : 'title or byline', text };
  });
}

/** Goes through the blocks below the head. */
class BodyReader {
  readonly #blocks: readonly SourceBlock[];
  readonly #clues: BodyClues;
  readonly #removed: Removal[];
  readonly #kept: BodyBlock[] = [];
  /** Where each group's last video caption stands. */
  readonly #captions = new Map<number, number>();

  constructor(blocks: readonly SourceBlock[], clues: BodyClues, removed: Removal[]) {
    this.#blocks = blocks;
    this.#clues = clues;
    this.#removed = removed;
    for (const [index, { text, group }] of blocks.entries()) {
      if (furnitureRule(text) === 'video caption') this.#captions.set(group, index);
    }
  }

  read(): ArticleBody {
    let inHighlights = false;
    for (const [index, block] of this.#blocks.entries()) {
      const opens = opensHighlights(block.text);
      inHighlights = opens || (inHighlights && isLine(block.text) && !block.isHeading);
      const rule = inHighlights ? 'story highlights' : this.#ruleFor(block, index);
      if (rule) this.#removed.push({ rule, text: block.text });
      else this.#keep(block);
    }
    while (this.#kept.at(-1)?.kind === 'heading') {
      this.#removed.push({ rule: 'heading without text', text: this.#kept.pop()?.text ?? '' });
    }
    return { blocks: this.#kept, removed: this.#removed };
  }

  #ruleFor(block: SourceBlock, index: number): string | undefined {
    const { text, isHeading } = block;
    const rule = furnitureRule(text);
    if (rule) return rule;
    if (this.#isAboveCaption(block, index)) return 'video caption';
    if (datelineOf(text) === text) return 'dateline';
    if (sameWords(text, this.#clues.title)) return 'repeated title';
    if (this.#clues.authors.some((author) => sameWords(text, author))) return 'byline';
    if (this.#isAffiliation(text, index)) return 'affiliation';
    return !isHeading && isHeadline(text) ? 'headline of another story' : undefined;
  }

  /** The lines above the time and source of a video are its title. */
  #isAboveCaption({ text, group }: SourceBlock, index: number): boolean {
    return isLine(text) && index < (this.#captions.get(group) ?? -1);
  }

  #isAffiliation(text: string, index: number): boolean {
    if (index < this.#blocks.length - lastBlocks - 1) return false;
    const plain = text.replace(/^[•*–—-]\s*/, '');
    return this.#clues.authors.some((author) => plain.startsWith(`${author} is `));
  }

  #keep({ text, isHeading }: SourceBlock): void {
    if (isHeading || isPlainHeading(text)) {
      this.#kept.push({ kind: 'heading', text });
      return;
    }
    const isFirst = this.#kept.length === 0;
    const everything = () => this.#blocks.map((block) => block.text).join('\n');
    const before = datelineOf(text) || (isFirst ? shoutedDatelineOf(text, everything()) : '');
    if (before) this.#removed.push({ rule: 'dateline', text: before });
    this.#kept.push({ kind: 'paragraph', text: text.slice(before.length) });
  }
}

/** Whether a text is a line beside sentences: short, open at its end, and no part of a list. */
function isLine(text: string): boolean {
  const isOpen = !sentenceEnd.test(text) && !/[:;,]["”’]?$/.test(text) && !/^[•*–—-]\s/.test(text);
  return isOpen && text.length <= longestLine;
}

function isPlainHeading(text: string): boolean {
  if (isLine(text)) return true;
  return text.length <= longestLine && /[?!]$/.test(text) && isTitleCase(text);
}

function isHeadline(text: string): boolean {
  return isLine(text) && !isTitleCase(text) && text.split(' ').length > mostWordsOfHeading;
}

/** Whether every longer word begins with a capital letter or digit. */
function isTitleCase(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word.length >= 4);
  return words.length > 1 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

function sameWords(a: string, b: string): boolean {
  const bare = (text: string) =>
    cleanText(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(a) !== '' && bare(a) === bare(b);
}
