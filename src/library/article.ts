import type { PartialDate } from './partial-date.ts';

/** The unit of pinpointing: counted from 1 over the body; headings are not counted. */
export interface Paragraph {
  readonly number: number;
  readonly text: string;
  /** The nearest heading above, where the article has any. */
  readonly heading?: string;
}

/** Whether the stored text is the publisher's own words or our paragraph-by-paragraph retelling. */
export type TextKind = 'original' | 'brief';

/** The parts of a record that may be deduced from the contents instead of stated by them. */
export const inferableFields = ['title', 'authors', 'publisher', 'published', 'url'] as const;
export type InferableField = (typeof inferableFields)[number];

/** The bibliographic record of an article. What is unknown is absent, never invented. */
export interface ArticleRecord {
  /** Unique and stable: citations, buttons and stored answers refer to it. */
  readonly id: string;
  readonly title: string;
  /** In the order of the byline; empty when nobody is named. */
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly published?: PartialDate;
  readonly url?: string;
  /** BCP 47, for instance `en`. */
  readonly language: string;
  readonly text: TextKind;
  /** Printed in square brackets: deduced from the contents, not stated there. */
  readonly inferred: readonly InferableField[];
  /** The file that the record was made from. */
  readonly source?: { readonly file: string; readonly sha256: string };
}

/** One document of the library, with its record. */
export interface Article extends ArticleRecord {
  readonly paragraphs: readonly Paragraph[];
}
