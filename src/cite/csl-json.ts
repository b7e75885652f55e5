import { afterWhom } from '../answer/citation.ts';
import type { ArticleRecord } from '../library/article.ts';
import { sayIn } from '../texts/say.ts';
import { type AuthorName, fullFamily } from './author-name.ts';
import { datePartsOf } from './printed-date.ts';
import { linkOf, originalAuthorsOf, type Pinpoint, type Source } from './source.ts';

/** A record as reference managers and citation processors read it (https://github.com/citation-style-language/schema). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language: string;
  readonly note?: string;
}

/** A name in parts, or one that is printed as it stands. */
export type CslName =
  | {
      readonly family: string;
      readonly given: string;
      readonly suffix?: string;
      readonly 'static-ordering'?: boolean;
    }
  | { readonly literal: string };

/** A source as CSL-JSON. What is deduced, and a brief's wording, stand in the note. */
export function toCslItem(source: Source): CslItem {
  const { record } = source;
  const { id, title, authors, publisher, published, language } = record;
  const url = linkOf(source);
  const note = noteOf(source);
  return {
    id,
    type: publisher ? 'article-newspaper' : 'webpage',
    title,
    ...(authors.length > 0 && { author: originalAuthorsOf(record).map(toCslName) }),
    ...(publisher && { 'container-title': publisher }),
    ...(published && { issued: { 'date-parts': [numbersOf(published)] } }),
    ...(url && { URL: url }),
    language,
    ...(note && { note }),
  };
}

/** Sources as a file that reference managers import. */
export function writeCslJson(sources: readonly Source[]): string {
  return JSON.stringify(sources.map(toCslItem), null, 2);
}

/** Reference managers hold notes in one language, whoever reads them. */
const english = sayIn('en');

/** What a reference manager has no field for: deduced parts, and the place and kind of the words. */
export function noteOf({ record, pinpoint, others = [] }: Source): string {
  const { inferred, text } = record;
  return [
    record.titleRomanised && `Title in Latin letters: ${record.titleRomanised}.`,
    record.titleTranslated && `Title in English: ${record.titleTranslated}.`,
    record.authorsRomanised && `Authors in Latin letters: ${record.authorsRomanised.join('; ')}.`,
    inferred.length > 0 && `Deduced from the contents: ${inferred.join(', ')}.`,
    pinpoint &&
      `${text === 'brief' ? afterWhom(record, english) : 'Quoted'}: ${[pinpoint, ...others].map(placeOf).join('; ')}.`,
    text === 'brief' && "The stored text is a brief: its wording is not the author's.",
  ]
    .filter(Boolean)
    .join(' ');
}

function placeOf({ paragraph, heading, page }: Pinpoint): string {
  return `${page ? `p. ${page}, ` : ''}para. ${paragraph} (counted)${heading ? `, under “${heading}”` : ''}`;
}

function toCslName(name: AuthorName): CslName {
  if (name.kind === 'whole') return { literal: name.name };
  const { given, suffix, familyFirst } = name;
  return {
    family: fullFamily(name),
    given,
    ...(suffix && { suffix }),
    ...(familyFirst && { 'static-ordering': true }),
  };
}

function numbersOf(date: NonNullable<ArticleRecord['published']>): number[] {
  const { year, month, day } = datePartsOf(date);
  return [Number(year), month, day].filter((part) => part !== undefined);
}
