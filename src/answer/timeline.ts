import type { Library } from '../library/library.ts';
import { daysOf, type PartialDate } from '../library/partial-date.ts';
import type { Answered } from './answer.ts';
import type { CitedQuote } from './quote.ts';

/** Which end of a timeline comes first. */
export type TimelineOrder = 'oldest' | 'newest';

/** A quote with the date on which its article was published. */
export interface DatedQuote {
  readonly quote: CitedQuote;
  readonly published: PartialDate | undefined;
}

/**
 * All quotes of an answer by the date on which their articles were published, those of one article in the order of
 * its paragraphs, the undated ones last. A date that is known less well comes before those that it
 * may stand for: 2017, 2017-07, 2017-07-04.
 */
export function timelineOf(
  { quotes, further }: Pick<Answered, 'quotes' | 'further'>,
  library: Library,
  order: TimelineOrder,
): DatedQuote[] {
  const dated = [...quotes, ...further.flat()].map((quote) => ({
    quote,
    published: library.articles.get(quote.article)?.published,
  }));
  const turn = order === 'oldest' ? 1 : -1;
  return dated.sort(
    (a, b) =>
      Number(!a.published) - Number(!b.published) ||
      turn * compare(firstDay(a), firstDay(b)) ||
      turn * compare(a.published ?? '', b.published ?? '') ||
      compare(a.quote.article, b.quote.article) ||
      a.quote.paragraph - b.quote.paragraph,
  );
}

function firstDay({ published }: DatedQuote): string {
  return published ? daysOf(published).first : '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
