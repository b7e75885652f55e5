import { type CitedQuote, isVerbatim } from '../answer/quote.ts';
import { restoreQuotes, storeQuotes } from '../answer/stored-answer.ts';
import type { Library } from '../library/library.ts';
import { type PublicQuestion, unansweredOf } from './asked.ts';
import type { PassageKey, Seen } from './subscription.ts';

/** Something new that is not in the library: a feed gives no more than its beginning. */
export interface ListedLink {
  /** The same for every digest. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published?: string | undefined;
  readonly address: string;
}

/** What a channel is told: what is new, what was asked without an answer, and old articles if wanted. */
export interface Digest {
  /** The best passage of each new article. */
  readonly fresh: readonly CitedQuote[];
  /** Further new articles, which are told by their titles. */
  readonly titles: readonly CitedQuote[];
  /** How many new articles there are beyond these. */
  readonly unlisted: number;
  /** What is new elsewhere, and how many more of it there are. */
  readonly links: readonly ListedLink[];
  readonly unlistedLinks: number;
  /** Of old articles, each from another one. */
  readonly passages: readonly CitedQuote[];
  /** Whether all passages of old articles were shown before, so that they come again. */
  readonly repeats: boolean;
  /** What was asked here and has no answer in the library. */
  readonly unanswered: readonly string[];
}

/** What a digest is made from. */
export interface DigestInput {
  /** Every passage on the channel's topics, one a paragraph, best first. */
  readonly matching: readonly CitedQuote[];
  readonly seen: Seen;
  /** How many passages are wanted. */
  readonly passages: number;
  /** Whether old articles fill it up. */
  readonly archive: boolean;
  /** New links on the channel's topics, newest first. */
  readonly links: readonly ListedLink[];
  /** What was asked since the last digest, newest first. */
  readonly asked: readonly PublicQuestion[];
}

/** So many articles are told by their titles; more are only counted. */
const maxTitles = 40;

/** So many links are listed; more are only counted. */
const maxLinks = 10;

/**
 * Chooses what to tell: new articles, and where they are wanted passages of old ones that were not shown
 * yet, each from another article; once all were shown, those that were not shown for longest.
 */
export function composeDigest(input: DigestInput): Digest {
  const { matching, seen, passages: wanted, archive } = input;
  const news = bestOfArticles(matching.filter(({ article }) => !seen.articles.has(article)));
  const fresh = news.slice(0, wanted);
  const told = new Set(news.map(({ article }) => article));
  const others = matching.filter(({ article }) => !told.has(article));
  const old = archive
    ? choose(others, seen, wanted - fresh.length)
    : { passages: [], repeats: false };
  const left = news.slice(wanted);
  return {
    ...{ fresh, ...old },
    titles: left.slice(0, maxTitles),
    unlisted: Math.max(0, left.length - maxTitles),
    links: input.links.slice(0, maxLinks),
    unlistedLinks: Math.max(0, input.links.length - maxLinks),
    unanswered: unansweredOf(input.asked),
  };
}

/** Whether there is nothing to say; what was asked waits until there is. */
export function isEmpty({ fresh, passages, links }: Digest): boolean {
  return fresh.length + passages.length + links.length === 0;
}

/** What a digest shows of the library; its new articles are none any more. */
export function shownIn({ fresh, titles, passages, links }: Digest): PassageKey[] {
  const shown = [...fresh, ...passages].map(({ article, paragraph }) => ({ article, paragraph }));
  const told = [...fresh, ...titles].map(({ article }) => ({ article, paragraph: 0 }));
  return [...shown, ...told, ...links.map(({ id }) => ({ article: id, paragraph: 0 }))];
}

/** Fails closed: without the quotes that are not, word for word, what the library holds there. */
export function verbatimOnly(digest: Digest, library: Library): Digest {
  const keep = (quotes: readonly CitedQuote[]) =>
    quotes.filter((quote) => isVerbatim(library, quote, quote.text));
  return {
    ...digest,
    fresh: keep(digest.fresh),
    titles: keep(digest.titles),
    passages: keep(digest.passages),
  };
}

/** Writes down what a digest shows, by reference; nothing of what people asked. */
export function storeDigest(digest: Digest): string {
  const { fresh, titles, passages, unlisted, repeats, links, unlistedLinks } = digest;
  const [storedFresh, storedMore, storedPassages] = [fresh, titles, passages].map((quotes) =>
    storeQuotes(quotes),
  );
  const others = { unlisted, repeats, links, unlistedLinks };
  return JSON.stringify({ storedFresh, storedMore, storedPassages, ...others });
}

/** The digest that was stored; undefined when the library no longer holds exactly these words. */
export function restoreDigest(
  json: string,
  library: Library,
  asked: readonly PublicQuestion[],
): Digest | undefined {
  const stored = JSON.parse(json) as StoredDigest;
  const fresh = restoreQuotes(stored.storedFresh, library);
  const titles = restoreQuotes(stored.storedMore, library);
  const passages = restoreQuotes(stored.storedPassages, library);
  if (!fresh || !titles || !passages) return undefined;
  const { unlisted, repeats, links = [], unlistedLinks = 0 } = stored;
  const others = { unlisted, repeats, links, unlistedLinks };
  return { fresh, titles, passages, ...others, unanswered: unansweredOf(asked) };
}

interface StoredDigest {
  readonly storedFresh: string;
  readonly storedMore: string;
  readonly storedPassages: string;
  readonly unlisted: number;
  readonly repeats: boolean;
  /** Absent in what an earlier version wrote down. */
  readonly links?: readonly ListedLink[];
  readonly unlistedLinks?: number;
}

function choose(
  matching: readonly CitedQuote[],
  seen: Seen,
  wanted: number,
): { readonly passages: CitedQuote[]; readonly repeats: boolean } {
  const unseen = matching.filter((quote) => !seen.passages.has(keyOf(quote)));
  const passages = fromFullest(matching, unseen, wanted);
  if (unseen.length > passages.length || passages.length >= wanted) {
    return { passages, repeats: false };
  }
  const taken = new Set(passages.map(({ article }) => article));
  const shownAt = (quote: CitedQuote) => seen.passages.get(keyOf(quote)) ?? 0;
  const again = bestOfArticles(
    matching
      .filter(({ article }) => !taken.has(article))
      .filter((quote) => seen.passages.has(keyOf(quote)))
      .sort((a, b) => shownAt(a) - shownAt(b)),
  );
  const repeated = again.slice(0, wanted - passages.length);
  return { passages: [...passages, ...repeated], repeats: repeated.length > 0 };
}

/**
 * The best passage of each of some articles: those with the largest share left, so that all articles
 * take turns, and there are different ones for as many digests as possible.
 */
function fromFullest(
  matching: readonly CitedQuote[],
  unseen: readonly CitedQuote[],
  wanted: number,
): CitedQuote[] {
  const all = countByArticle(matching);
  const left = countByArticle(unseen);
  const share = ({ article }: CitedQuote) => (left.get(article) ?? 0) / (all.get(article) ?? 1);
  const chosen = bestOfArticles(unseen)
    .sort((a, b) => share(b) - share(a))
    .slice(0, Math.max(0, wanted));
  return unseen.filter((quote) => chosen.includes(quote));
}

function countByArticle(quotes: readonly CitedQuote[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of quotes) counts.set(article, (counts.get(article) ?? 0) + 1);
  return counts;
}

/** The first quote of each article, in order. */
function bestOfArticles(quotes: readonly CitedQuote[]): CitedQuote[] {
  const articles = new Set<string>();
  return quotes.filter(({ article }) => !articles.has(article) && articles.add(article));
}

function keyOf({ article, paragraph }: PassageKey): string {
  return `${article}:${paragraph}`;
}
