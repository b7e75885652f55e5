import { datesIn, type WrittenDate } from '../language/dates.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { daysOf, type PartialDate, readPartialDate } from '../library/partial-date.ts';
import type { Say } from '../texts/say.ts';
import { timelineTexts as texts } from '../texts/timeline.ts';
import type { Answered } from './answer.ts';
import { printDate } from './citation.ts';
import { type CitedQuote, spansWithin } from './quote.ts';

/** Which end of a timeline comes first. */
export type TimelineOrder = 'oldest' | 'newest';

/** When something was, as a timeline says it. */
export interface When {
  /** As it is known: a date, or the words of the text, "late 1950s". */
  readonly date: PartialDate | undefined;
  readonly words: string;
  /** The first and last day (`YYYY-MM-DD`) that it may stand for. */
  readonly first: string;
  readonly last: string;
  readonly kind: 'written' | 'approximate' | 'published';
}

/** A quote with the date that it tells of; undefined where not even its article has one. */
export interface DatedQuote {
  readonly quote: CitedQuote;
  readonly when: When | undefined;
}

/**
 * All quotes of an answer by the dates that stand in them; one that names no year stands where its
 * article was published, the undated ones last. A date that is known less well comes before those that
 * it may stand for: 2017, 2017-07, 2017-07-04. Quotes of one date keep the order of their paragraphs.
 */
export function timelineOf(
  { quotes, further }: Pick<Answered, 'quotes' | 'further'>,
  library: Library,
  order: TimelineOrder,
): DatedQuote[] {
  const dated = [...quotes, ...further.flat()].map((quote) => ({
    quote,
    when: whenOf(
      quote,
      library.articles.get(quote.article) ?? library.earlier?.get(quote.article)?.[0],
    ),
  }));
  const turn = order === 'oldest' ? 1 : -1;
  return dated.sort(
    (a, b) =>
      Number(!a.when) - Number(!b.when) ||
      turn * compare(a.when?.first ?? '', b.when?.first ?? '') ||
      turn * compare(b.when?.last ?? '', a.when?.last ?? '') ||
      compare(a.quote.article, b.quote.article) ||
      a.quote.paragraph - b.quote.paragraph,
  );
}

function whenOf(quote: CitedQuote, article: Article | undefined): When | undefined {
  const written = dateOf(quote, article?.language ?? 'en');
  if (written) return whenWritten(written, quote.text);
  const published = article?.published;
  if (!published) return undefined;
  return { date: published, words: '', ...daysOf(published), kind: 'published' };
}

function whenWritten({ start, end, exact = '', first, last }: WrittenDate, text: string): When {
  const date = readPartialDate(exact);
  const words = text.slice(start, end);
  return { date, words, first, last, kind: date ? 'written' : 'approximate' };
}

/** "November 2017", "Late 1950s (approximate)", "Published November 2017". */
export function whenLine(when: When | undefined, say: Say): string {
  if (!when) return say(texts.undated);
  const { date: known, words, kind } = when;
  if (!known) {
    const capitalised = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
    return say(texts.approximate, { words: capitalised });
  }
  const date = printDate(known, say.locale);
  return kind === 'published' ? say(texts.published, { date }) : date;
}

/** The first date of the sentence that holds most of what was asked about, among those with a date. */
function dateOf({ text, matches }: CitedQuote, language: string): WrittenDate | undefined {
  const dates = datesIn(text);
  if (dates.length < 2) return dates[0];
  let best: WrittenDate | undefined;
  let most = -1;
  for (const sentence of splitSentences(text, language)) {
    const [date] = spansWithin(dates, sentence);
    const held = spansWithin(matches, sentence).length;
    if (date && held > most) [best, most] = [date, held];
  }
  return best ?? dates[0];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
