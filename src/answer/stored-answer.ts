import type { Span } from '../language/sentences.ts';
import { fingerprintOf } from '../library/fingerprint.ts';
import type { Library } from '../library/library.ts';
import { readQuery } from '../search/query/query.ts';
import type { Answered } from './answer.ts';
import { cite } from './citation.ts';
import { differencesIn } from './differing.ts';
import { type CitedQuote, placeOf } from './quote.ts';

/** A quote as it is stored: by reference, with what its words came to. */
interface StoredQuote extends Span {
  readonly article: string;
  readonly paragraph: number;
  readonly matches: readonly Span[];
  readonly fingerprint: number;
  /** The page of the answer that shows it; absent on the first one, which is 0. */
  readonly page?: number;
}

/**
 * Writes the quotes of an answer down as ids and offsets, those of its further pages with them: JSON,
 * without a word of the articles.
 */
export function storeQuotes(
  quotes: readonly CitedQuote[],
  further: readonly (readonly CitedQuote[])[] = [],
): string {
  const stored = [quotes, ...further].flatMap((some, page) =>
    some.map(
      ({ article, paragraph, start, end, matches, text }): StoredQuote => ({
        article,
        paragraph,
        start,
        end,
        matches,
        fingerprint: fingerprintOf(text),
        ...(page > 0 && { page }),
      }),
    ),
  );
  return JSON.stringify(stored);
}

/**
 * The quotes of a stored page, word for word as they were found then; undefined when the library no
 * longer holds exactly these words at these places. A page that was not stored is empty.
 */
export function restoreQuotes(json: string, library: Library, page = 0): CitedQuote[] | undefined {
  const stored = JSON.parse(json) as readonly StoredQuote[];
  const quotes: CitedQuote[] = [];
  for (const quote of stored) {
    if ((quote.page ?? 0) !== page) continue;
    const restored = restoreQuote(quote, library);
    if (!restored) return undefined;
    quotes.push(restored);
  }
  return quotes;
}

/** Whether a stored answer quotes an article that was erased since. */
export function quotesWithdrawn(json: string, { withdrawn }: Library): boolean {
  const stored = JSON.parse(json) as readonly StoredQuote[];
  return stored.some(({ article }) => withdrawn?.has(article));
}

/** An answer with quotes as it is stored. */
export interface StoredAnswer {
  /** What `storeQuotes` wrote. */
  readonly json: string;
  /** Undefined when it is no longer kept. */
  readonly question: string | undefined;
  readonly kind: Answered['kind'];
}

/**
 * A stored answer from one of its pages on, under the question if that is still remembered; undefined
 * when the library no longer holds what the page shows, or when there is no such page. What the library
 * no longer holds of the pages after it is left out.
 */
export function restoreAnswer(
  { json, question, kind }: StoredAnswer,
  library: Library,
  page = 0,
): Answered | undefined {
  const quotes = restoreQuotes(json, library, page);
  if (!quotes || quotes.length === 0) return undefined;
  const further: CitedQuote[][] = [];
  for (let next = page + 1; ; next += 1) {
    const quotes = restoreQuotes(json, library, next);
    if (quotes?.length === 0) break;
    if (quotes) further.push(quotes);
  }
  const read = question === undefined ? undefined : readQuery(question);
  return {
    kind,
    question: question ?? '',
    filters: read && 'query' in read ? read.query.filters : [],
    notes: [],
    missing: [],
    quotes,
    further,
    differing: page === 0 ? differencesIn(question ?? '', quotes, library) : [],
  };
}

function restoreQuote(
  { page: _, ...stored }: StoredQuote,
  library: Library,
): CitedQuote | undefined {
  const { start, end } = stored;
  const place = placeOf(library, stored);
  if (!place) return undefined;
  const { article, paragraph } = place;
  const text = paragraph.text.slice(start, end);
  return { ...stored, text, score: 0, citation: cite(article, paragraph, { start, end }) };
}
