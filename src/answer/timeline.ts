import type { Library } from '../library/library.ts';
import { daysOf, type PartialDate } from '../library/partial-date.ts';
import {
  type Answer,
  type Answered,
  type CitedQuote,
  hasPassages,
  type Question,
} from './answer.ts';

/** Which end of a timeline comes first. */
export type TimelineOrder = 'oldest' | 'newest';

/** A quote with the date on which its article was published. */
export interface DatedQuote {
  readonly quote: CitedQuote;
  readonly published: PartialDate | undefined;
}

/** As many pages of an answer as a timeline is made from: all that a search looks through. */
const mostPages = 10;

/**
 * The whole answer to a question, not only its best passages. `answer` gives the pages of it, the
 * best one first.
 */
export async function answerInFull(
  question: Question,
  answer: (question: Question, page: number) => Promise<Answer>,
): Promise<Answer> {
  const first = await answer(question, 0);
  if (!hasPassages(first)) return first;
  const quotes = [...first.quotes];
  let next: Answered | undefined = first;
  for (let page = 1; next?.hasMore && page < mostPages; page += 1) {
    const found = await answer(question, page);
    next = hasPassages(found) ? found : undefined;
    quotes.push(...(next?.quotes ?? []));
  }
  return { ...first, quotes, hasMore: false };
}

/**
 * Quotes by the date on which their articles were published, those of one article in the order of
 * its paragraphs, the undated ones last. A date that is known less well comes before those that it
 * may stand for: 2017, 2017-07, 2017-07-04.
 */
export function timelineOf(
  quotes: readonly CitedQuote[],
  library: Library,
  order: TimelineOrder,
): DatedQuote[] {
  const dated = quotes.map((quote) => ({
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
