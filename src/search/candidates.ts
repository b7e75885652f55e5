import type { Asked, AskedWord } from './asked.ts';
import { dampersOf } from './bm25.ts';
import type { PassageIndex } from './passage-index.ts';
import type { RankingSettings } from './settings.ts';
import { Top } from './top.ts';

/** A passage that is worth a close look, with what its length and its title count there. */
export interface Candidate {
  readonly passage: number;
  /** What its length adds to the denominator of BM25. */
  readonly damper: number;
  /** What a word of the title or heading counts beside one of the text. */
  readonly titleWorth: number;
}

/** Lets the engine score all passages that hold a word of a question, roughly, and keeps the best. */
export class CandidateFinder {
  readonly #index: PassageIndex;
  readonly #settings: RankingSettings;
  readonly #dampers: Float64Array;
  readonly #titleWorths: Float64Array;

  constructor(index: PassageIndex, settings: RankingSettings) {
    this.#index = index;
    this.#settings = settings;
    const { wordStarts, articleOf } = index;
    const length = (_: number, p: number) => (wordStarts[p + 1] ?? 0) - (wordStarts[p] ?? 0);
    this.#dampers = dampersOf(Float64Array.from(articleOf, length), settings);
    this.#titleWorths = titleWorthsOf(articleOf, settings);
  }

  /** The best passages that are admitted, best first. */
  find(asked: Asked, limit: number, admits: (passage: number) => boolean): Candidate[] {
    const { k, b } = this.#settings;
    const words = [...asked.words].flatMap(([code, word]) => this.#boosted(code - 1, word));
    const top = new Top<number>(limit);
    this.#index.engine.search(words.map(({ term }) => term).join(' '), {
      tokenize: (terms) => terms.split(' '),
      processTerm: (term) => term,
      boostTerm: (_, at) => words[at]?.boost ?? 0,
      bm25: { k, b, d: 0 },
      // Keeps the best and lets none through: MiniSearch would sort a list of all. It multiplies
      // scores by the words that are held, which puts long passages before those that answer.
      filter: ({ id, score, queryTerms }) => {
        const own = score / queryTerms.length;
        if (top.admits(own) && admits(id)) top.offer(own, id);
        return false;
      },
    });
    return top.entries.map(({ item: passage }) => ({
      passage,
      damper: this.#dampers[passage] ?? 1,
      titleWorth: this.#titleWorths[passage] ?? 0,
    }));
  }

  /** A word with what turns MiniSearch's idf into ours; none for one that is not held or worth nothing. */
  #boosted(number: number, { term, idf, weight }: AskedWord): { term: string; boost: number }[] {
    const holders = this.#index.holders[number] ?? 0;
    if (holders === 0 || weight * idf <= 0) return [];
    const size = this.#index.articleOf.length;
    const theirs = Math.log1p((size - holders + 0.5) / (holders + 0.5));
    return [{ term, boost: (weight * idf) / theirs }];
  }
}

/** A title speaks of all passages of its article: the more they are, the less it says of each. */
function titleWorthsOf(
  articleOf: Uint32Array,
  { titleWorth, leastTitleWorth }: RankingSettings,
): Float64Array {
  const sizes = new Uint32Array((articleOf.at(-1) ?? -1) + 1);
  for (const article of articleOf) sizes[article] = (sizes[article] ?? 0) + 1;
  return Float64Array.from(articleOf, (article) =>
    Math.max(leastTitleWorth, titleWorth / Math.sqrt(sizes[article] ?? 1)),
  );
}
