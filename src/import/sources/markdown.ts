import type { ArticleRecord } from '../../library/article.ts';
import { cleanText, proseBlocks, readParagraphs } from '../../library/paragraphs.ts';
import { parseArticle } from '../../library/parse-article.ts';
import { whyUnreadable } from '../../library/unreadable.ts';
import type { PlainBlock } from '../plain/lines.ts';
import {
  type FoundRecord,
  type ReadSource,
  type Removal,
  recordOf,
  type SourceDocument,
  stated,
} from '../source.ts';
import { readForeignFields, splitFrontMatter } from './front-matter.ts';
import { readPlainBlocks } from './text.ts';

/**
 * Reads Markdown. Front matter of other tools is read for what it says; the body keeps its lists and
 * tables as text, and loses pictures, tags and comments.
 */
export function readMarkdown(text: string): ReadSource {
  const removed: Removal[] = [];
  const { fields, body } = splitFrontMatter(text);
  const unreadable = whyUnreadable(proseBlocks(body));
  if (unreadable) return { problem: unreadable };
  const own = fields && ownRecord(text);
  const record = own ? foundIn(own) : fields ? readForeignFields(fields, removed) : {};
  const read = readPlainBlocks(markdownBlocks(body, removed), removed, record);
  const language = fields?.language ? own?.language : read.record.language;
  const document: SourceDocument = { ...read, format: 'markdown' };
  return {
    documents: [own ? { ...document, own: { ...own, ...(language && { language }) } } : document],
  };
}

/** The record of a file in the library's own form; undefined where it is another tool's. */
function ownRecord(text: string): ArticleRecord | undefined {
  const read = parseArticle(text);
  if ('problems' in read) return undefined;
  const { paragraphs: _, ...record } = read.article;
  return record;
}

function foundIn({ title, authors, inferred }: ArticleRecord): FoundRecord {
  // An inferred title may be the first sentence, which is no repetition.
  const isStated = !inferred.includes('title');
  return recordOf({
    title: isStated ? stated(title) : undefined,
    authors: stated(authors.length > 0 ? authors : undefined),
  });
}

const picture = /!\[([^[\]\n]{0,500})\]\([^()\n]{0,1000}\)/g;
const tag = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?\/?>|<!--[\s\S]{0,1000}?-->/gi;

/** Divides Markdown into its blocks: headings, paragraphs, rows, items and notes. */
export function markdownBlocks(markdown: string, removed: Removal[]): PlainBlock[] {
  const plain = markdown
    .replaceAll('\f', '\n\n')
    .replace(tag, (found) => note(removed, 'HTML tag', found, ''))
    .replace(picture, (found) => note(removed, 'picture', found, ''));
  return plain
    .split(/\n[^\S\n]*\n/)
    .flatMap((group, index) => readGroup(group.split('\n'), index, removed));
}

function note(removed: Removal[], rule: string, found: string, kept: string): string {
  removed.push({ rule, text: cleanText(found).slice(0, 60), kind: 'mended' });
  return kept;
}

function readGroup(lines: readonly string[], group: number, removed: Removal[]): PlainBlock[] {
  const blocks: { text: string; isHeading: boolean; isRow: boolean; isOpen: boolean }[] = [];
  const add = (text: string, kind?: 'heading' | 'row', isOpen = true) =>
    blocks.push({ text, isHeading: kind === 'heading', isRow: kind === 'row', isOpen });
  for (const raw of lines) {
    const line = raw.replace(/^\s{0,3}(?:>\s?)+/, '').trim();
    const above = blocks.at(-1);
    const [, title] = /^#{1,6}\s+(.+?)(?:\s+#+)?$/.exec(line) ?? [];
    if (line === '') continue;
    if (/^(?:={2,}|-{2,})$/.test(line) && above?.isOpen && !above.isRow) {
      above.isHeading = true;
      above.isOpen = false;
    } else if (/^\|?[\s:|-]{3,}$/.test(line) || /^(?:[*_=-]\s*){3,}$/.test(line)) {
      note(removed, 'drawn line', line, '');
    } else if (title) add(title, 'heading', false);
    else if (/^\|.*\|$/.test(line))
      add(line.replace(/^\||\|$/g, '').replace(/\s*\|\s*/g, ' | '), 'row', false);
    else if (isItemOrNote(line)) add(line);
    else if (above?.isOpen) above.text += `\n${line}`;
    else add(line);
  }
  return blocks.flatMap(({ text, isHeading, isRow }) => {
    const bare = inline(text);
    return bare === '' ? [] : [{ text: bare, isHeading, group, indent: 0, isRow }];
  });
}

function isItemOrNote(line: string): boolean {
  return /^(?:[-*+•–—]|\(?\d{1,3}[.)]|\[\^?[\w-]{1,20}\]:)\s/.test(line);
}

/** The text of a block as the library reads it, without emphasis, links and escapes. */
function inline(text: string): string {
  return readParagraphs(text.replace(/^(#)/, '\\$1'))
    .map((paragraph) => paragraph.text)
    .join(' ');
}
