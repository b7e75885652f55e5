import { createHash } from 'node:crypto';
import type { Article, ArticleRecord, InferableField } from '../library/article.ts';
import { webAddress } from '../library/field-reader.ts';
import { cleanText } from '../library/paragraphs.ts';
import { maxArticleBytes, parseArticle } from '../library/parse-article.ts';
import type { PartialDate } from '../library/partial-date.ts';
import { articleId } from './article-id.ts';
import { fieldsToReview } from './review.ts';
import type { Found, FoundRecord, Removal, SourceBlock, SourceDocument } from './source.ts';
import { writeArticle } from './write-article.ts';

/** The articles that the library holds, as far as a new one has to know them. */
export interface Held {
  has(id: Article['id']): boolean;
  /** The article that was made from the file with this digest. */
  madeFrom(sha256: string): Article | undefined;
}

/** The articles as they are held, by id. */
export function heldOf(articles: Iterable<Article>): Held & { add(article: Article): void } {
  const ids = new Set<string>();
  const bySource = new Map<string, Article>();
  const add = (article: Article) => {
    ids.add(article.id);
    if (article.source) bySource.set(article.source.sha256, article);
  };
  for (const article of articles) add(article);
  return { add, has: (id) => ids.has(id), madeFrom: (sha256) => bySource.get(sha256) };
}

/** Where a document is from. */
export interface Origin {
  /** The name of its file, or the last part of its address. */
  readonly file: string;
  /** Of the bytes that were read. */
  readonly sha256: string;
  readonly url?: string;
  /** The day on which it was fetched. */
  readonly retrieved?: PartialDate;
}

/**
 * Where one of some documents of a source is from. Of several each has a digest of its own, or one
 * would be taken for another, and none the address of all.
 */
export function originOf(document: SourceDocument, whole: Origin, documents: number): Origin {
  if (documents === 1) return whole;
  const { file, sha256, retrieved } = whole;
  const text = document.blocks.map((block) => block.text).join('\n');
  const own = createHash('sha256').update(`${sha256}\n${text}`).digest('hex');
  return { file, sha256: own, ...(retrieved && { retrieved }) };
}

/** A document as an article, with what a person should look over. */
export interface ImportedArticle {
  readonly article: Article;
  /** The article's file. */
  readonly markdown: string;
  /** Where the record is from: one that the library holds for this very file, the file's own, or what it says. */
  readonly record: 'known' | 'stated' | 'deduced';
  readonly removed: readonly Removal[];
}

/** An article, or every reason why the document does not become one. */
export type ImportOutcome = ImportedArticle | { readonly problems: readonly string[] };

/** Longest title that is taken from a document, in characters; the rest is cut off. */
const maxTitleLength = 400;
const maxHeadingLength = 300;

/** A title made of the first words has so many. */
const wordsOfTitle = 9;

/**
 * Makes an article of a document. One whose `sha256` an article of the library names takes that
 * article's record; its text is the original from then on. Any other one gets the record that it
 * states or that was deduced. The article's file is read back before it is handed out.
 */
export function makeArticle(document: SourceDocument, origin: Origin, held: Held): ImportOutcome {
  const blocks = document.blocks.map(withoutLongHeading).filter(({ kind }) => kind !== 'note');
  const notes = document.blocks.filter(({ kind }) => kind === 'note');
  if (blocks.every(({ kind }) => kind === 'heading')) {
    return { problems: ['no paragraph of an article was found in it'] };
  }
  const removed = [
    ...document.removed,
    ...notes.map(({ text }): Removal => ({ rule: 'footnote', text, kind: 'left out' })),
  ];
  const known = held.madeFrom(origin.sha256);
  const from = known ? 'known' : document.own ? 'stated' : 'deduced';
  const record = known ?? document.own ?? deducedRecord(document.record, blocks, origin, held);
  const whole: ArticleRecord = {
    ...record,
    text: known ? 'original' : record.text,
    source: known?.source ?? sourceOf(origin),
    ...(from === 'deduced' && withReview(document.record, blocks, removed)),
  };
  const markdown = writeArticle(whole, blocks);
  const bytes = Buffer.byteLength(markdown);
  if (bytes > maxArticleBytes) {
    const problem = `its text has ${bytes} bytes; divide it into articles of at most ${maxArticleBytes}`;
    return { problems: [problem] };
  }
  const read = parseArticle(markdown);
  if ('problems' in read) return read;
  if (!isSame(read.article, blocks)) {
    return { problems: ['its text does not survive being written down; report this as a bug'] };
  }
  return { article: read.article, markdown, record: from, removed };
}

function withReview(
  found: FoundRecord,
  blocks: readonly SourceBlock[],
  removed: readonly Removal[],
): Pick<ArticleRecord, 'review'> {
  const review = fieldsToReview(found, blocks, removed);
  return review.length > 0 ? { review } : {};
}

function sourceOf({ file, sha256, url, retrieved }: Origin): ArticleRecord['source'] {
  const name = cleanText(file).slice(0, 255) || 'page';
  return { file: name, sha256, ...(url && { url }), ...(retrieved && { retrieved }) };
}

function deducedRecord(
  found: FoundRecord,
  blocks: readonly SourceBlock[],
  origin: Origin,
  held: Held,
): ArticleRecord {
  const title = found.title ?? { value: openingOf(blocks), from: 'inferred' };
  const url = found.url ?? (origin.url ? { value: origin.url, from: 'stated' } : undefined);
  const address = url && webAddress(url.value);
  const fields = { ...found, title, ...(url && { url }) };
  const record = {
    title: cleanText(title.value).slice(0, maxTitleLength),
    authors: found.authors?.value.map((name) => cleanText(name).slice(0, 120)) ?? [],
    ...(found.organisations && { organisations: found.organisations }),
    ...present('publisher', found.publisher && cleanText(found.publisher.value).slice(0, 200)),
    ...present('published', found.published?.value),
    ...present('url', address && address.length <= 1000 ? address : undefined),
    language: found.language ?? 'en',
    text: 'original' as const,
    inferred: inferredOf(fields),
  };
  return { id: articleId(record, origin.sha256, held), ...record };
}

function present<K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } {
  return (value ? { [name]: value } : {}) as { [key in K]?: V };
}

function inferredOf(found: FoundRecord): InferableField[] {
  const fields = ['title', 'authors', 'publisher', 'published', 'url'] as const;
  return fields.filter(
    (field) => (found[field] as Found<unknown> | undefined)?.from === 'inferred',
  );
}

/** The first words, for a document that states no title. */
function openingOf(blocks: readonly SourceBlock[]): string {
  const text = blocks.find(({ kind }) => kind !== 'heading')?.text ?? '';
  const words = text.split(' ');
  if (words.length < 3 && text.length > 40) return `${text.slice(0, 25)} …`;
  const opening = words.slice(0, wordsOfTitle).join(' ');
  return words.length > wordsOfTitle ? `${opening.replace(/[,;:.]$/, '')} …` : opening;
}

/** What is too long for a heading is none. */
function withoutLongHeading(block: SourceBlock): SourceBlock {
  const isLong = block.kind === 'heading' && cleanText(block.text).length > maxHeadingLength;
  return isLong ? { ...block, kind: 'paragraph' } : block;
}

/** Whether the article holds these very paragraphs, each under its heading. */
function isSame(article: Article, blocks: readonly SourceBlock[]): boolean {
  let heading: string | undefined;
  const expected = blocks.flatMap(({ kind, text }) => {
    if (kind === 'heading') heading = cleanText(text);
    return kind === 'heading' ? [] : [`${heading ?? ''}\n${cleanText(text)}`];
  });
  const read = article.paragraphs.map(({ heading = '', text }) => `${heading}\n${text}`);
  return read.join('\n\n') === expected.join('\n\n');
}
