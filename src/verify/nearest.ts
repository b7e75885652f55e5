import type { Span } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { IndexedParagraph, WordingIndex } from './wording-index.ts';

/** Where a quotation may come from: positions in an article's wording. */
export interface Candidate extends Span {
  readonly article: Article;
}

/** How many places with many of the quotation's words are compared closely. */
const mostCandidates = 6;

/** Places that differ by less are one; a power of two. */
const cell = 16;

/** How many words an ellipsis may leave out. */
const mostLeftOut = 300;

/** How much of what a quotation says a brief has to say, by its words, to be named. */
const leastShare = 0.45;

/** Words in a row that a place shares with the quotation. */
interface Support {
  count: number;
  /** The first and the last of them in the library. */
  first: number;
  last: number;
}

/** The places where most of the quotation's words stand three in a row, best first. */
export function nearestPlaces(
  index: WordingIndex,
  numbers: readonly number[],
  ellipses: number,
): Candidate[] {
  const cells = supportedCells(index, numbers);
  const weigh = (key: number) => (cells.get(key)?.count ?? 0) + (cells.get(key + 1)?.count ?? 0);
  const keys = [...cells.keys()].sort((a, b) => weigh(b) - weigh(a));
  const slack = 8 + Math.ceil(numbers.length * 0.4) + ellipses * mostLeftOut;
  return keys.slice(0, mostCandidates).flatMap((key) => {
    const start = Math.max(0, key * cell - slack);
    const end = (key + 2) * cell + numbers.length + slack;
    // A cell may reach over the boundary between two articles.
    const articles = [key, key + 1].flatMap((each) => articlesOf(index, cells.get(each)));
    return [...new Set(articles)].map((article) => ({ article, start, end }));
  });
}

function supportedCells(index: WordingIndex, numbers: readonly number[]): Map<number, Support> {
  const cells = new Map<number, Support>();
  for (const at of numbers.keys()) {
    for (const place of index.placesOf(numbers, at)) {
      const key = Math.floor((place - at) / cell);
      const support = cells.get(key) ?? { count: 0, first: place, last: place };
      support.count += 1;
      support.first = Math.min(support.first, place);
      support.last = Math.max(support.last, place);
      cells.set(key, support);
    }
  }
  return cells;
}

function articlesOf(index: WordingIndex, support: Support | undefined): Article[] {
  const places = support ? [support.first, support.last] : [];
  return places.flatMap((place) => index.articleAt(place) ?? []);
}

/**
 * The paragraph of a brief that says most of what the quotation says, by the words they share: of any
 * that says enough of it, or the best of some articles whatever it says.
 */
export function nearestBrief(
  index: WordingIndex,
  numbers: readonly number[],
  among?: ReadonlySet<Article>,
): IndexedParagraph | undefined {
  const wanted = new Map([...new Set(numbers)].map((number) => [number, index.bitsOf(number)]));
  const all = [...wanted.values()].reduce((sum, bits) => sum + bits, 0);
  let best: IndexedParagraph | undefined;
  let most = among ? 0 : all * leastShare;
  for (const home of index.paragraphs()) {
    if (home.article.text !== 'brief' || (among && !among.has(home.article))) continue;
    let shared = 0;
    for (const word of new Set(index.wordsIn(home))) shared += wanted.get(word) ?? 0;
    if (shared >= most && (shared > 0 || !best)) [best, most] = [home, shared];
  }
  return best;
}
