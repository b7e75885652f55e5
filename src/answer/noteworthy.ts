import type { Span } from '../language/sentences.ts';
import type { Article, Paragraph } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { runWithPauses } from '../library/pause.ts';
import {
  candidatesIn,
  namesAmong,
  type Rarity,
  type ReadParagraph,
  readParagraphs,
  worthOf,
} from './telling.ts';

/** Quotes that say less are no reason to write to a channel. */
const minWorth = 4;

/** A quote that is worth reading without having been asked for. */
export interface Noteworthy {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly quote: Span;
  /** In bits; comparable within one library. */
  readonly worth: number;
}

/** What is worth reading in a library. */
export interface Noteworthies {
  /**
   * The most telling whole sentences of each paragraph, one quote a paragraph, most telling first.
   * Paragraphs without figures, names or sayings are left out. Every article has at least one.
   */
  readonly all: readonly Noteworthy[];
  readonly rarity: Rarity;
}

const known = new WeakMap<Library['articles'], Promise<Noteworthies>>();

/**
 * What is worth reading in a library, with turns for everybody else. An article is read once, however
 * many libraries hold it; what its names are worth in another library is a matter of additions.
 */
export function noteworthyIn({ articles }: Library): Promise<Noteworthies> {
  const weighed = known.get(articles) ?? runWithPauses(weigh([...articles.values()]));
  known.set(articles, weighed);
  return weighed;
}

function* weigh(articles: readonly Article[]): Generator<void, Noteworthies> {
  const rarity = yield* nameRarity(articles);
  const all: Noteworthy[] = [];
  for (const article of articles) {
    const read = yield* readParagraphs(article);
    const own = read.map((each) => mostTelling(article, each, rarity));
    own.sort((a, b) => b.worth - a.worth);
    all.push(...own.filter(({ worth }, index) => index === 0 || worth >= minWorth));
    yield;
  }
  return { rarity, all: all.sort((a, b) => b.worth - a.worth) };
}

function mostTelling(article: Article, read: ReadParagraph, rarity: Rarity): Noteworthy {
  const { paragraph, candidates } = read;
  const { text } = paragraph;
  let quote: Span = { start: 0, end: text.length };
  let worth = -100;
  for (const candidate of candidates ?? candidatesIn(text, article.language)) {
    const own = worthOf(candidate, read, rarity);
    if (own > worth) [quote, worth] = [{ start: candidate.start, end: candidate.end }, own];
  }
  return { article, paragraph, quote, worth };
}

/** 1 for a name of one paragraph, towards 0 for one that stands in most. */
function* nameRarity(articles: readonly Article[]): Generator<void, Rarity> {
  const counts = new Map<string, number>();
  let all = 1;
  for (const article of articles) {
    for (const paragraph of yield* readParagraphs(article)) {
      all += 1;
      for (const name of namesAmong(paragraph)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    yield;
  }
  const most = Math.log(all);
  return (name) => Math.max(0, Math.log(all / (counts.get(name) ?? 1)) / most);
}
