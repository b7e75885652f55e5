import type { Article, Paragraph } from '../library/article.ts';
import { boundary, type WordList, wordsOfGram } from './word-list.ts';

/** A paragraph of the library, and where its words stand among those of its article. */
export class IndexedParagraph {
  readonly article: Article;
  readonly #at: number;
  readonly from: number;
  readonly to: number;

  /** `at` is its place among the paragraphs of the article, counted from 0. */
  constructor(article: Article, at: number, [from, to]: readonly [number, number]) {
    this.article = article;
    this.#at = at;
    this.from = from;
    this.to = to;
  }

  /** Read when it is looked at: all of a large library would be too much for memory. */
  get paragraph(): Paragraph {
    return this.article.paragraphs[this.#at] as Paragraph;
  }
}

/** The wording of an article; the same one in every index that holds the article. */
export interface ArticleWording {
  readonly article: Article;
  readonly paragraphs: readonly IndexedParagraph[];
  /** The article's title and headings, as `titleKey` has them. */
  readonly titles: readonly string[];
  /** Its place among all articles that were ever put into the list of words. */
  readonly slot: number;
  /** Where it begins in that list, and the position of the boundary behind it. */
  readonly start: number;
  readonly end: number;
}

/** What an index reads, and shares with the indexes made before and after it. */
export interface SharedWording {
  readonly words: WordList;
  readonly numbers: ReadonlyMap<string, number>;
  /** Where each slot begins in the list of words. */
  readonly slots: readonly number[];
}

/** Grams with more places say nothing about where a quotation is from. */
const maxPlaces = 4000;

/**
 * Finds runs of words anywhere in a library. A place is a position among all words of its articles, one
 * article behind the other in the library's order, whenever each of them was read.
 */
export class WordingIndex {
  /** Titles and headings, which people cite between quotation marks. */
  readonly titles: ReadonlySet<string>;
  readonly #shared: SharedWording;
  readonly #articles: readonly ArticleWording[];
  /** In how many paragraphs each word stands. */
  readonly #spread: Int32Array;
  readonly #paragraphCount: number;
  /** Where each article begins, and the number of the article in each slot, counted from 1. */
  readonly #starts: Int32Array;
  readonly #inSlot: Int32Array;
  readonly #numberOf = new Map<Article, number>();

  constructor(shared: SharedWording, articles: readonly ArticleWording[], spread: Int32Array) {
    this.#shared = shared;
    this.#articles = articles;
    this.#spread = spread;
    this.titles = new Set(articles.flatMap(({ titles }) => titles));
    this.#starts = new Int32Array(articles.length);
    this.#inSlot = new Int32Array(shared.slots.length);
    let place = 1;
    let count = 0;
    for (const [number, { article, paragraphs, slot, start, end }] of articles.entries()) {
      this.#starts[number] = place;
      this.#inSlot[slot] = number + 1;
      this.#numberOf.set(article, number);
      place += end - start + 1;
      count += paragraphs.length;
    }
    this.#paragraphCount = count;
  }

  /** The words as the numbers that the index knows them by; -2 for one that stands nowhere. */
  numbersOf(keys: readonly string[]): number[] {
    return keys.map((key) => {
      const number = this.#shared.numbers.get(key) ?? -2;
      return this.#spread[number] ? number : -2;
    });
  }

  /** Every place where the three words from `at` on stand; none where they stand almost everywhere. */
  placesOf(numbers: readonly number[], at: number): number[] {
    if (at + wordsOfGram > numbers.length) return [];
    const places: number[] = [];
    for (const position of this.#shared.words.placesOf(numbers, at)) {
      const slot = lastUpTo(this.#shared.slots, position);
      const number = (this.#inSlot[slot] ?? 0) - 1;
      const article = this.#articles[number];
      // Others are of articles that the library does not hold any more, or not yet.
      if (article) places.push((this.#starts[number] ?? 0) + position - article.start);
      if (places.length > maxPlaces) return [];
    }
    return places.sort((a, b) => a - b);
  }

  /** How many words are the same from both places on, `max` at most. */
  runLength(numbers: readonly number[], at: number, place: number, max?: number): number {
    const number = lastUpTo(this.#starts, place);
    const article = this.#articles[number];
    if (!article) return 0;
    const position = article.start + place - (this.#starts[number] ?? 0);
    return this.#shared.words.runLength(numbers, at, position, max);
  }

  /** Every place where all the words stand in a row. */
  find(numbers: readonly number[]): number[] {
    if (numbers.length === 0 || numbers.includes(-2)) return [];
    if (numbers.length < wordsOfGram) return this.#scan(numbers);
    const lists = numbers.slice(wordsOfGram - 1).map((_, at) => {
      const places = this.placesOf(numbers, at);
      return places.map((place) => place - at);
    });
    const shortest = lists
      .filter(({ length }) => length > 0)
      .sort((a, b) => a.length - b.length)[0];
    const starts = shortest ?? this.#scan(numbers);
    return starts.filter((start) => start >= 0 && this.#isAt(numbers, start));
  }

  #isAt(numbers: readonly number[], start: number): boolean {
    return this.runLength(numbers, 0, start) === numbers.length;
  }

  #scan(numbers: readonly number[]): number[] {
    const first = numbers[0] ?? boundary;
    const found: number[] = [];
    for (const [number, { start, end }] of this.#articles.entries()) {
      const words = this.#shared.words.between(start, end);
      for (let at = words.indexOf(first); at !== -1; at = words.indexOf(first, at + 1)) {
        const place = (this.#starts[number] ?? 0) + at;
        if (this.#isAt(numbers, place)) found.push(place);
      }
    }
    return found;
  }

  /** The article that a place is in. */
  articleAt(place: number): Article | undefined {
    return this.#articles[lastUpTo(this.#starts, place)]?.article;
  }

  /** The place where an article begins; 0 for one that is not in the library. */
  startOf(article: Article): number {
    return this.#starts[this.#numberOf.get(article) ?? -1] ?? 0;
  }

  /** The paragraphs of an article, or of all articles in the library's order. */
  *paragraphs(of?: Article): Generator<IndexedParagraph> {
    if (!of) for (const { paragraphs } of this.#articles) yield* paragraphs;
    else yield* this.#articles[this.#numberOf.get(of) ?? -1]?.paragraphs ?? [];
  }

  /** How much a word says, in bits: rare ones say much. */
  bitsOf(number: number): number {
    const spread = this.#spread[number] ?? 0;
    return Math.log2((this.#paragraphCount + 1) / (spread + 0.5));
  }

  /** The words of a paragraph as numbers. */
  wordsIn({ article, from, to }: IndexedParagraph): Int32Array {
    const { start = 0 } = this.#articles[this.#numberOf.get(article) ?? -1] ?? {};
    return this.#shared.words.between(start + from, start + to);
  }
}

/** The place in an ascending list of the last number that is not above another one; -1 for none. */
function lastUpTo(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
