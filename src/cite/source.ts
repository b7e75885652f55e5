import { textFragment } from '../answer/text-fragment.ts';
import type { Span } from '../language/sentences.ts';
import type { Article, ArticleRecord, InferableField, Paragraph } from '../library/article.ts';
import { type AuthorName, readAuthorName } from './author-name.ts';

/** Where in its article a quote stands. Paragraph numbers are ours: the publisher prints none. */
export interface Pinpoint {
  readonly paragraph: number;
  readonly heading?: string;
  /** The number of the paragraph under its heading. */
  readonly underHeading?: number;
  /** The quoted words. */
  readonly words: string;
}

/** What is cited: an article, and the place of a quote in it. */
export interface Source {
  readonly record: ArticleRecord;
  readonly pinpoint?: Pinpoint;
  /** Further places, where one entry stands for several quotes. */
  readonly others?: readonly Pinpoint[];
}

/** The source of a quote. */
export function sourceOf(
  article: Article,
  { number, text, heading }: Paragraph,
  quote: Span,
): Source {
  const { paragraphs, ...record } = article;
  const words = text.slice(quote.start, quote.end);
  if (heading === undefined) return { record, pinpoint: { paragraph: number, words } };
  const first = paragraphs.findLastIndex(
    (each, index) =>
      index < number && each.heading === heading && paragraphs[index - 1]?.heading !== heading,
  );
  return {
    record,
    pinpoint: { paragraph: number, heading, underHeading: number - Math.max(first, 0), words },
  };
}

/** One source an article, with the places of all its quotes. */
export function groupedByArticle(sources: readonly Source[]): Source[] {
  const groups = new Map<string, Source>();
  for (const source of sources) {
    const { id } = source.record;
    const first = groups.get(id);
    const { pinpoint } = source;
    if (!first) groups.set(id, source);
    else if (pinpoint) groups.set(id, { ...first, others: [...(first.others ?? []), pinpoint] });
  }
  return [...groups.values()];
}

/** The names of a byline, in Latin letters where the record has them so; organisations stay whole. */
export function authorsOf({
  authors,
  authorsRomanised,
  organisations = [],
}: ArticleRecord): AuthorName[] {
  const printed = authorsRomanised ?? authors;
  return authors.map((author, at) => {
    const name = printed[at] ?? author;
    return organisations.includes(author) ? { kind: 'whole', name } : readAuthorName(name);
  });
}

/** The names of a byline as the record's own script has them, for files that others read. */
export function originalAuthorsOf({ authors, organisations = [] }: ArticleRecord): AuthorName[] {
  return authors.map((name) =>
    organisations.includes(name) ? { kind: 'whole', name } : readAuthorName(name),
  );
}

/** Puts what was deduced into square brackets. */
export function bracketed(record: ArticleRecord, field: InferableField, text: string): string {
  return record.inferred.includes(field) ? `[${text}]` : text;
}

/** The address of the quoted words where the stored words are the publisher's, else of the article. */
export function linkOf({ record, pinpoint }: Source): string | undefined {
  const { url, text } = record;
  if (!url || !pinpoint || text === 'brief') return url;
  return url + textFragment(url, pinpoint.words);
}

/** What has to be said of words that are not the publisher's. */
const briefNote = "in brief; the wording is not the author's";

/** The brief's note for a citation in the text; nothing for an original. */
export function noteOfBrief({ record, pinpoint }: Source): string | undefined {
  return pinpoint && record.text === 'brief' ? briefNote : undefined;
}
