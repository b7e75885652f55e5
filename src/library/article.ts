import type { PartialDate } from './partial-date.ts';

/** The unit of pinpointing: counted from 1 over the body; headings are not counted. */
export interface Paragraph {
  readonly number: number;
  readonly text: string;
  /** The nearest heading above, where the article has any. */
  readonly heading?: string;
  /** Where the source has pages: `7`, `ii`, `7-8`, or `PDF 9` where only the file counts them. */
  readonly page?: string;
}

/** Whether the stored text is the publisher's own words or our paragraph-by-paragraph retelling. */
export type TextKind = 'original' | 'brief';

/** The parts of a record that may be deduced from the contents instead of stated by them. */
export const inferableFields = ['title', 'authors', 'publisher', 'published', 'url'] as const;
export type InferableField = (typeof inferableFields)[number];

/** What of an article a person should look over; `text` where much of the source was left out. */
export const reviewableFields = [...inferableFields, 'text'] as const;
export type ReviewableField = (typeof reviewableFields)[number];

/** The file that a record was made from, and where and on which day that was fetched. */
export interface ArticleSource {
  readonly file: string;
  readonly sha256: string;
  readonly url?: string;
  /** A whole date. */
  readonly retrieved?: PartialDate;
}

/** The bibliographic record of an article. What is unknown is absent, never invented. */
export interface ArticleRecord {
  /** Unique and stable: citations, buttons and stored answers refer to it. */
  readonly id: string;
  readonly title: string;
  /** The title in Latin letters, where it is written in others. */
  readonly titleRomanised?: string;
  /** The title in English, in our words. */
  readonly titleTranslated?: string;
  /** In the order of the byline; empty when nobody is named. */
  readonly authors: readonly string[];
  /** The authors in Latin letters: none, or as many as `authors` in the same order. */
  readonly authorsRomanised?: readonly string[];
  /** Those of the authors whose names are whole: organisations, which have no family name. */
  readonly organisations?: readonly string[];
  readonly publisher?: string;
  readonly published?: PartialDate;
  readonly url?: string;
  /** BCP 47, for instance `en`. */
  readonly language: string;
  readonly text: TextKind;
  /** Printed in square brackets: deduced from the contents, not stated there. */
  readonly inferred: readonly InferableField[];
  /** What nobody has looked over yet. */
  readonly review?: readonly ReviewableField[];
  readonly source?: ArticleSource;
}

/** One document of the library, with its record. */
export interface Article extends ArticleRecord {
  readonly paragraphs: readonly Paragraph[];
}
