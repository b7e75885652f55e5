import { cleanText } from '../../library/paragraphs.ts';
import { datelineOf } from '../dateline.ts';
import { furnitureRule } from '../furniture.ts';
import { readHeadLine } from '../plain/head-line.ts';
import { sentenceEnd } from '../plain/lines.ts';
import type { FoundRecord, Removal, SourceBlock } from '../source.ts';
import type { HtmlBlock } from './blocks.ts';
import type { MainText } from './page.ts';

/** The text of a page's article, what was left out of it, and what its lines say of the record. */
export interface PageText {
  readonly blocks: readonly SourceBlock[];
  readonly removed: readonly Removal[];
  readonly said: FoundRecord;
}

/** A lead above the main text is a sentence of at least so many characters. */
const shortestLead = 60;

/** Bylines and dates stand among the first blocks of the main text. */
const blocksOfHead = 8;

/** Cuts the article out of a page's main text, and brings back the lead that stood above it. */
export function articleOf(page: MainText, record: FoundRecord): PageText {
  const removed: Removal[] = [];
  const title = record.title?.value ?? '';
  const whole = [...leadOf(page, title), ...page.main];
  const sentences = whole.filter(({ kind }) => kind !== 'quote').map(({ text }) => bare(text));
  let said: FoundRecord = {};
  const kept: HtmlBlock[] = [];
  for (const [index, block] of whole.entries()) {
    const line = index < blocksOfHead ? readHeadLine(block.text) : undefined;
    if (line) said = { ...line.record, ...said };
    const isRead = line !== undefined || (bare(block.text) === bare(title) && title !== '');
    const rule = isRead ? (line?.rule ?? 'title') : ruleFor(block, sentences);
    if (rule) removed.push({ rule, text: block.text, kind: isRead ? 'read' : 'left out' });
    else kept.push(block);
  }
  const joined = withoutLooseHeadings(joinCut(kept), removed);
  const opening = joined.find(({ kind }) => kind !== 'heading');
  const dateline = opening && datelineOf(opening.text);
  if (dateline) removed.push({ rule: 'dateline', text: dateline.text, kind: 'left out' });
  const blocks = joined.map(({ kind, text, page: number }, index) => {
    const rest = dateline && joined[index] === opening ? text.slice(dateline.text.length) : text;
    return { kind, text: rest || text, ...(number && { page: number }) };
  });
  return { blocks, removed, said: { ...dateline?.record, ...said } };
}

function ruleFor(block: HtmlBlock, sentences: readonly string[]): string | undefined {
  const { text, kind, linked } = block;
  const rule = furnitureRule(text);
  if (rule) return rule;
  if (kind === 'quote' && isWithin(bare(text), sentences)) return 'pull quote';
  const isLink = linked > 0.95 && !sentenceEnd.test(text) && kind !== 'heading';
  return isLink && text.length < 200 ? 'link to another page' : undefined;
}

function isWithin(words: string, sentences: readonly string[]): boolean {
  return words.length > 10 && sentences.some((text) => text !== words && text.includes(words));
}

/** Sentences between the title and the main text, which the search for the main text passed over. */
function leadOf({ main, all }: MainText, title: string): HtmlBlock[] {
  const opening = main.find(({ kind }) => kind !== 'heading');
  const first = opening ? all.findIndex(({ text }) => text === opening.text) : -1;
  const above = all
    .slice(0, Math.max(0, first))
    .findLastIndex(({ kind, text }) => kind === 'heading' && bare(text) === bare(title));
  if (above === -1) return [];
  const held = new Set(main.map(({ text }) => text));
  return all.slice(above + 1, first).filter((block) => {
    const { text, isAside, linked, kind } = block;
    const isProse = text.length >= shortestLead && sentenceEnd.test(text) && kind !== 'heading';
    const isOther = isAside || linked > 0.5 || held.has(text) || furnitureRule(text);
    return isProse && !isOther && !readHeadLine(text);
  });
}

/** Puts together a paragraph that a box within it cut in two, even within a word. */
function joinCut(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const joined: HtmlBlock[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    const isProse = above?.kind === 'paragraph' && block.kind === 'paragraph';
    const continues = isProse && !sentenceEnd.test(above.text) && /^\p{Ll}/u.test(block.text);
    if (continues && block.isCut) {
      joined[joined.length - 1] = { ...above, text: above.text + block.text };
    } else joined.push(block);
  }
  return joined;
}

/** A heading with nothing below it opened a box that is left out. */
function withoutLooseHeadings(blocks: readonly HtmlBlock[], removed: Removal[]): HtmlBlock[] {
  const kept = [...blocks];
  while (kept.at(-1)?.kind === 'heading') {
    removed.push({ rule: 'heading without text', text: kept.pop()?.text ?? '', kind: 'left out' });
  }
  return kept;
}

function bare(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
