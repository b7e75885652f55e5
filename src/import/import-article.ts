import { Document, isNode, visit } from 'yaml';
import type { Article, ArticleRecord } from '../library/article.ts';
import { cleanText, proseBlocks } from '../library/paragraphs.ts';
import { parseArticle } from '../library/parse-article.ts';
import { whyUnreadable } from '../library/unreadable.ts';
import { type BodyBlock, readBody } from './article-body.ts';
import { type DeducedRecord, deduceRecord } from './deduce-record.ts';
import { escapeHeading, escapeMarkdown } from './escape-markdown.ts';
import { type Removal, splitIntoBlocks } from './source-block.ts';
import type { SourceFile } from './source-file.ts';

/** A source as an article, with what a person should look over. */
export interface ImportedArticle {
  readonly article: Article;
  /** The article's file. */
  readonly markdown: string;
  /** Where the record is from: one that the library holds for this very file, the file's own front matter, or its text. */
  readonly record: 'known' | 'stated' | 'deduced';
  readonly removed: readonly Removal[];
}

/** An article, or every reason why the file does not become one. */
export type ImportOutcome = ImportedArticle | { readonly problems: readonly string[] };

/**
 * Makes an article of a file. A file whose `sha256` one of the articles names takes that article's
 * record; its text is the original from then on. Any other one gets the record that it states or
 * that its text gives away. The article's file is read back before it is handed out.
 */
export function importArticle(source: SourceFile, articles: Iterable<Article>): ImportOutcome {
  const held = [...articles];
  const known = held.find((article) => article.source?.sha256 === source.sha256);
  const own = known ? undefined : frontMatterOf(source);
  if (own && 'problems' in own) return own;
  const text = own?.body ?? source.text;
  const unreadable = source.format === 'markdown' ? whyUnreadable(proseBlocks(text)) : undefined;
  if (unreadable) return { problems: [unreadable] };
  const { blocks, removed } = splitIntoBlocks(text, source.format);
  const deduced = deduceRecord(blocks);
  const from = known ?? own?.record;
  const { title, authors, inferred } = from ?? deduced;
  const body = readBody(blocks, {
    // An inferred title may be the first sentence, which is no repetition.
    title: inferred.includes('title') ? '' : title,
    authors: [...authors, ...deduced.authors],
  });
  if (!body.blocks.some(({ kind }) => kind === 'paragraph')) {
    return { problems: ['no paragraph of an article was found in it'] };
  }
  const { name: file, sha256 } = source;
  const record: ArticleRecord = {
    ...(from ? recordOf(from) : { id: idOf(deduced, held), ...deduced }),
    text: own?.record.text ?? 'original',
    source: known?.source ?? { file: cleanText(file).slice(0, 255), sha256 },
  };
  const markdown = writeArticle(record, body.blocks);
  const read = parseArticle(markdown);
  if ('problems' in read) return read;
  if (!isSame(read.article, body.blocks)) {
    return { problems: ['its text does not survive being written down; report this as a bug'] };
  }
  return {
    article: read.article,
    markdown,
    record: known ? 'known' : own ? 'stated' : 'deduced',
    removed: [...removed, ...body.removed],
  };
}

function recordOf({ paragraphs: _, ...record }: Article): ArticleRecord {
  return record;
}

/** Markdown that begins with front matter states its record; a wrong one is for its author to mend. */
function frontMatterOf({
  text,
  format,
}: SourceFile):
  | { readonly record: Article; readonly body: string }
  | { readonly problems: readonly string[] }
  | undefined {
  const opened = /^---[ \t]*\n/.test(text);
  if (format !== 'markdown' || !opened) return undefined;
  const read = parseArticle(text);
  if ('problems' in read) return { problems: read.problems };
  const body = text.replace(/^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
  return { record: read.article, body };
}

/** The names of the authors, else the publisher or the title's first words, with the year. */
function idOf({ title, authors, publisher, published }: DeducedRecord, held: readonly Article[]) {
  const surnames = authors.slice(0, 2).map((author) => author.split(' ').at(-1) ?? '');
  const name = slugOf(surnames.join(' ')) || slugOf(title.split(' ').slice(0, 5).join(' '));
  const year = published?.slice(0, 4) ?? '';
  const id = [name || slugOf(publisher ?? '') || 'article', year].filter(Boolean).join('-');
  const taken = new Set(held.map((article) => article.id));
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

function writeArticle(record: ArticleRecord, blocks: readonly BodyBlock[]): string {
  const document = new Document(inOrder(record));
  visit(document, {
    Collection: (key, node) => {
      if (key !== null && isNode(node)) node.flow = true;
    },
  });
  const text = blocks.map(({ kind, text }) =>
    kind === 'heading' ? escapeHeading(text) : escapeMarkdown(text),
  );
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: true })}---\n\n${text.join('\n\n')}\n`;
}

/** The fields as people read them, whatever made the record: the same record is the same file. */
function inOrder(record: ArticleRecord): object {
  const { id, title, authors, publisher, published, url, language, text, inferred, source } =
    record;
  return {
    id,
    title,
    ...(authors.length > 0 && { authors }),
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(url && { url }),
    language,
    text,
    ...(inferred.length > 0 && { inferred }),
    ...(source && { source }),
  };
}

/** Whether the article holds these very paragraphs, each under its heading. */
function isSame(article: Article, blocks: readonly BodyBlock[]): boolean {
  let heading: string | undefined;
  const expected = blocks.flatMap(({ kind, text }) => {
    if (kind === 'heading') heading = cleanText(text);
    return kind === 'heading' ? [] : [`${heading ?? ''}\n${cleanText(text)}`];
  });
  const read = article.paragraphs.map(({ heading = '', text }) => `${heading}\n${text}`);
  return read.join('\n\n') === expected.join('\n\n');
}
