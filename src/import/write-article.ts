import { Document, isNode, visit } from 'yaml';
import type { ArticleRecord } from '../library/article.ts';
import { escapeHeading, escapeMarkdown } from './escape-markdown.ts';
import type { SourceBlock } from './source.ts';

/** An article as the Markdown file that the library reads. */
export function writeArticle(record: ArticleRecord, blocks: readonly SourceBlock[]): string {
  const document = new Document(inOrder(record, pagesOf(blocks)));
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

/** The page of each paragraph; one without a page stands on that of the paragraph above. */
function pagesOf(blocks: readonly SourceBlock[]): string[] {
  const paragraphs = blocks.filter(({ kind }) => kind !== 'heading');
  const first = paragraphs.find(({ page }) => page)?.page;
  if (!first) return [];
  // What stands above the first page that is marked stands on the one before it.
  const isMarkedLate =
    paragraphs[0]?.page === undefined && /^\d+$/.test(first) && Number(first) > 1;
  let last = isMarkedLate ? String(Number(first) - 1) : first;
  return paragraphs.map(({ page }) => {
    last = page ?? last;
    return last;
  });
}

/** The fields as people read them, whatever made the record: the same record is the same file. */
function inOrder(record: ArticleRecord, pages: readonly string[]): object {
  const { organisations = [], authors, authorsRomanised = [], inferred, review = [] } = record;
  const written = authors.map((name) => (organisations.includes(name) ? `{${name}}` : name));
  const list = (name: string, values: readonly string[]) => values.length > 0 && { [name]: values };
  const text = (name: keyof ArticleRecord) => record[name] && { [name]: record[name] };
  return {
    id: record.id,
    title: record.title,
    ...text('titleRomanised'),
    ...text('titleTranslated'),
    ...list('authors', written),
    ...list('authorsRomanised', authorsRomanised),
    ...text('publisher'),
    ...text('published'),
    ...text('url'),
    language: record.language,
    text: record.text,
    ...list('inferred', inferred),
    ...list('review', review),
    ...text('source'),
    ...list('pages', pages),
  };
}
