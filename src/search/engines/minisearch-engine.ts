import type { SearchOptions } from 'minisearch';
import { languageCodes } from '../../language/languages.ts';
import { wordsOf } from '../../language/words.ts';
import type { Article } from '../../library/article.ts';
import type { Candidate, Engine, HeldPassage, Required, Wanted, WantedWord } from '../engine.ts';
import { damperOf, gainOf } from '../rank/bm25.ts';
import { titleWorthOf } from '../rank/title-worth.ts';
import type { RankingSettings } from '../settings.ts';
import { type PassageIndex, titleWordsOf, wordsIn } from './passage-index.ts';

/** A held word with what it is worth, and what turns MiniSearch's idf into that. */
interface WorthyWord {
  readonly term: string;
  readonly worth: number;
  readonly boost: number;
}

/** For each candidate that is wanted, this many passages are scored word by word. */
const scoredForEach = 10;

/** How often a passage is taken to repeat a word until it is scored: between once and twice. */
const usualCount = 1.5;

/**
 * Lets the engine go through all passages that hold a word of a question, and score the ones that
 * may be among the best. MiniSearch makes several objects for every passage that it scores, which
 * costs twenty times what finding it does; most passages hold only what half of the library holds.
 */
export class MiniSearchEngine implements Engine {
  readonly statistics: PassageIndex;
  readonly #index: PassageIndex;
  /** By their places in the index. */
  readonly #articles: readonly Article[];
  readonly #settings: RankingSettings;
  readonly #dampers: Float64Array;
  readonly #titleWorths: Float64Array;
  /** What each passage promises while a question is answered; 0 for all in between. */
  readonly #promises: Float64Array;

  constructor(index: PassageIndex, articles: readonly Article[], settings: RankingSettings) {
    this.statistics = index;
    this.#index = index;
    this.#articles = articles;
    this.#settings = settings;
    this.#dampers = dampersIn(index, settings);
    this.#titleWorths = titleWorthsOf(index.articleOf, settings);
    this.#promises = new Float64Array(index.articleOf.length);
  }

  /** Does all its work before it returns, so that two questions never mix. */
  async candidates({ words: asked, limit, required }: Wanted): Promise<readonly Candidate[]> {
    const words = [...asked].flatMap(([code, word]) => this.#worthyWord(code - 1, word));
    const promises = this.#promises;
    const holders = this.#holdersOf(words, required);
    const least = leastOf(holders, promises, limit * scoredForEach);
    const top = new Top<number>(limit);
    this.#search(words, {
      boostDocument: (id) => ((promises[id] ?? 0) >= least ? 1 : 0),
      // Keeps the best and lets none through: MiniSearch would sort a list of all. It multiplies
      // scores by the words that are held, which puts long passages before those that answer.
      filter: ({ id, score, queryTerms }) => {
        top.offer(score / queryTerms.length, id);
        return false;
      },
    });
    for (const passage of holders) promises[passage] = 0;
    return top.entries.map(({ item: passage }) => ({
      ...this.#held(passage),
      titleWords: titleWordsOf(this.#index, passage),
      damper: this.#dampers[passage] ?? 1,
      titleWorth: this.#titleWorths[passage] ?? 0,
    }));
  }

  #held(passage: number): HeldPassage {
    const { articleOf, paragraphOf, starts, ends } = this.#index;
    return {
      article: this.#articles[articleOf[passage] ?? -1]?.id ?? '',
      paragraph: paragraphOf[passage] ?? 0,
      start: starts[passage] ?? 0,
      end: ends[passage] ?? 0,
      words: wordsIn(this.#index, passage),
    };
  }

  #admits(passage: number, required: Required): boolean {
    const { articleOf, paragraphOf, starts, ends } = this.#index;
    const article = this.#articles[articleOf[passage] ?? -1];
    if (!article || !required.meets(article)) return false;
    const { text = '' } = article.paragraphs[(paragraphOf[passage] ?? 0) - 1] ?? {};
    return required.admits(wordsIn(this.#index, passage), () =>
      wordsOf(text.slice(starts[passage], ends[passage])),
    );
  }

  /** The admitted passages that hold any of the words; notes what they promise. */
  #holdersOf(words: readonly WorthyWord[], required: Required | undefined): number[] {
    const promises = this.#promises;
    const holders: number[] = [];
    const rejected: number[] = [];
    const worths = new Map(words.map(({ term, worth }) => [term, worth]));
    this.#search(words, {
      // Passed over by a boost of 0, so that no objects are made.
      boostDocument: (id, term) => {
        // The engine may know passages of other snapshots.
        if (id >= promises.length) return 0;
        if (promises[id] === 0) {
          const isAdmitted = !this.#isGone(id) && (!required || this.#admits(id, required));
          (isAdmitted ? holders : rejected).push(id);
          if (!isAdmitted) promises[id] = Number.NEGATIVE_INFINITY;
        }
        promises[id] = (promises[id] ?? 0) + (worths.get(term) ?? 0);
        return 0;
      },
    });
    for (const passage of rejected) promises[passage] = 0;
    for (const passage of holders) {
      const gain = gainOf(usualCount, this.#dampers[passage] ?? 1, this.#settings);
      promises[passage] = (promises[passage] ?? 0) * gain;
    }
    return holders;
  }

  #isGone(passage: number): boolean {
    const { gone, articleOf } = this.#index;
    return gone.size > 0 && gone.has(articleOf[passage] ?? -1);
  }

  #search(words: readonly WorthyWord[], options: SearchOptions): void {
    const { k, b } = this.#settings;
    this.#index.engine.search(words.map(({ term }) => term).join(' '), {
      tokenize: (terms) => terms.split(' '),
      processTerm: (term) => term,
      boostTerm: (_, at) => words[at]?.boost ?? 0,
      bm25: { k, b, d: 0 },
      ...options,
    });
  }

  /** None for a word that is not held or worth nothing. */
  #worthyWord(number: number, { term, idf, weight }: WantedWord): WorthyWord[] {
    const worth = weight * idf;
    if ((this.#index.holders[number] ?? 0) === 0 || worth <= 0) return [];
    const holders = this.#index.engineHolders.at(number);
    const size = this.#index.engine.documentCount;
    const theirs = Math.log1p((size - holders + 0.5) / (holders + 0.5));
    return [{ term, worth, boost: worth / theirs }];
  }
}

/** What each passage's length adds to its denominator, beside those in the same language. */
function dampersIn(index: PassageIndex, settings: RankingSettings): Float64Array {
  const { wordStarts, articleOf, languageOf } = index;
  const lengths = Float64Array.from(
    articleOf,
    (_, p) => (wordStarts[p + 1] ?? 0) - (wordStarts[p] ?? 0),
  );
  const averages = languageCodes.map(
    (code) => index.lengths[code] / Math.max(1, index.sizes[code]),
  );
  return lengths.map((length, passage) =>
    damperOf(length, averages[languageOf[passage] ?? 0] ?? 1, settings),
  );
}

/** How finely promises are told apart: by a two-hundredth of the best one's. */
const steps = 200;

/** What a passage has to promise to be among the `most` best; a few more may. */
function leastOf(holders: readonly number[], promises: Float64Array, most: number): number {
  let best = 0;
  for (const passage of holders) best = Math.max(best, promises[passage] ?? 0);
  const counts = new Uint32Array(steps + 1);
  const stepOf = (promise: number) => Math.floor((promise / best) * steps);
  for (const passage of holders) {
    const step = stepOf(promises[passage] ?? 0);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let step = steps;
  for (let sum = counts[step] ?? 0; sum < most && step > 0; sum += counts[step] ?? 0) step -= 1;
  return Math.max(Number.MIN_VALUE, (step / steps) * best);
}

function titleWorthsOf(articleOf: Uint32Array, settings: RankingSettings): Float64Array {
  const sizes = new Uint32Array((articleOf.at(-1) ?? -1) + 1);
  for (const article of articleOf) sizes[article] = (sizes[article] ?? 0) + 1;
  return Float64Array.from(articleOf, (article) => titleWorthOf(sizes[article] ?? 1, settings));
}

/** Keeps the k best of what it is shown, best first. */
class Top<T> {
  readonly #k: number;
  readonly #entries: { readonly score: number; readonly item: T }[] = [];

  constructor(k: number) {
    this.#k = k;
  }

  /** Whether an item of this score would be kept. */
  admits(score: number): boolean {
    return this.#entries.length < this.#k || score > (this.#entries.at(-1)?.score ?? -Infinity);
  }

  /** Offers an item; of equal scores the earlier one stays ahead. */
  offer(score: number, item: T): void {
    if (!this.admits(score)) return;
    let at = this.#entries.length;
    while (at > 0 && score > (this.#entries[at - 1]?.score ?? 0)) at -= 1;
    this.#entries.splice(at, 0, { score, item });
    if (this.#entries.length > this.#k) this.#entries.pop();
  }

  /** The best so far, with their scores. */
  get entries(): readonly { readonly score: number; readonly item: T }[] {
    return this.#entries;
  }
}
