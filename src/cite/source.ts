import { textFragment } from '../answer/citation.ts';
import type { Span } from '../language/sentences.ts';
import type { Article, ArticleRecord, InferableField, Paragraph } from '../library/article.ts';
import { type AuthorName, readAuthorName } from './author-name.ts';

/** Where in its article a quote stands. Paragraph numbers are ours: the publisher prints none. */
export interface Pinpoint {
  readonly paragraph: number;
  readonly heading?: string;
  /** `7`, `ii`, `7-8`, or `PDF 9` where only the file counts pages. */
  readonly page?: string;
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
  { number, text, heading, page }: Paragraph,
  quote: Span,
): Source {
  const { paragraphs, ...record } = article;
  const words = text.slice(quote.start, quote.end);
  const place = { paragraph: number, words, ...(page !== undefined && { page }) };
  if (heading === undefined) return { record, pinpoint: place };
  const first = paragraphs.findLastIndex(
    (each, index) =>
      index < number && each.heading === heading && paragraphs[index - 1]?.heading !== heading,
  );
  return {
    record,
    pinpoint: { ...place, heading, underHeading: number - Math.max(first, 0) },
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

/** A page as a citation prints it, and whether only the file counts it; undefined without pages. */
export function pageOf(
  pinpoint: Pinpoint | undefined,
): { text: string; isOfFile: boolean } | undefined {
  if (pinpoint?.page === undefined) return undefined;
  const isOfFile = /^PDF\s/i.test(pinpoint.page);
  return { text: pinpoint.page.replace(/^PDF\s+/i, '').replace(/-/g, '–'), isOfFile };
}

/** A title as it is printed in Latin letters, and what follows it: Chinese characters, a translation. */
export function titleOf({ title, titleRomanised, titleTranslated }: ArticleRecord): {
  readonly printed: string;
  readonly original?: string;
  readonly translated?: string;
} {
  const isHan = titleRomanised !== undefined && /\p{Script=Han}/u.test(title);
  return {
    printed: titleRomanised ?? title,
    ...(isHan && { original: title }),
    ...(titleTranslated && { translated: `[${titleTranslated}]` }),
  };
}

/** A title with what follows it, and its mark: inside the quotation marks where they come last. */
export function titleWith(
  record: ArticleRecord,
  end: (title: string) => string,
  set: (title: string) => string,
): string {
  const { printed, original, translated } = titleOf(record);
  return end([set(printed), original, translated].filter(Boolean).join(' '));
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
