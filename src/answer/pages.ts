import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import type { Findings, Hit } from '../search/search.ts';
import { type Difference, differencesIn } from './differing.ts';
import { type CitedQuote, isVerbatim } from './quote.ts';

/** The quotes of an answer, page by page. */
export interface Pages {
  /** The first page, best first; at least one. */
  readonly quotes: readonly CitedQuote[];
  /** The next pages, each chosen as the first one is from what is left. */
  readonly further: readonly (readonly CitedQuote[])[];
  /** Where the quotes of the first page contradict each other. */
  readonly differing: readonly Difference[];
}

/** What quotes are compared with before they are shown. */
export interface CheckParts {
  readonly library: Library;
  /** Hears of quotes that are left out because the library holds other words at their place. */
  readonly tell?: (message: string) => void;
}

/** A passage that scores less than this share of the best one's score is no answer beside it. */
const minShareOfBest = 0.3;

/** The hits that may be shown, best first. */
export function likelyHits({ hits }: Findings): Hit[] {
  const [best] = hits;
  if (!best) return [];
  const least = best.score * minShareOfBest;
  return hits.filter(({ score, isInText }) => isInText && score >= least);
}

/** Divides the hits into pages of `limit`. */
export function pagesOf(answering: readonly Hit[], limit: number): (readonly Hit[])[] {
  const pages: (readonly Hit[])[] = [];
  for (let rest = answering; rest.length > 0; ) {
    const page = spread(rest, limit);
    pages.push(page);
    rest = rest.filter((hit) => !page.includes(hit));
  }
  return pages;
}

/** The best hits; not all of one article when another article answers too. */
function spread(answering: readonly Hit[], limit: number): Hit[] {
  const maxOfOneArticle = Math.max(1, Math.ceil((limit * 2) / 3));
  const counts = new Map<Article, number>();
  const first = answering.filter(({ passage: { article } }) => {
    const count = (counts.get(article) ?? 0) + 1;
    counts.set(article, count);
    return count <= maxOfOneArticle;
  });
  const rest = answering.filter((hit) => !first.includes(hit));
  return [...first, ...rest].slice(0, limit).sort((a, b) => b.score - a.score);
}

/** Fails closed: only quotes that are what the library holds, and where they contradict each other. */
export function checkedPages(
  question: string,
  pages: readonly (readonly CitedQuote[])[],
  parts: CheckParts,
): Pages {
  const held = pages
    .map((quotes) => quotes.filter((quote) => isHeld(quote, parts)))
    .filter(({ length }) => length > 0);
  const [quotes, ...further] = held;
  if (!quotes) throw new Error('No quote of the answer is what the library holds');
  return { quotes, further, differing: differencesIn(question, quotes, parts.library) };
}

/** Whether a quote is, word for word, what the library holds at its place; one that is not is told of. */
export function isHeld(quote: CitedQuote, { library, tell }: CheckParts): boolean {
  const { article, paragraph, text } = quote;
  if (isVerbatim(library, quote, text)) return true;
  tell?.(`A quote of ${article}, paragraph ${paragraph}, is not what is stored there`);
  return false;
}
