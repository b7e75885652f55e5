import type { Article, Paragraph } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { runAtOnce, runWithPauses } from '../library/pause.ts';
import { readWording } from './wording.ts';

/** A paragraph of the library, and where its wording begins among all wordings. */
export interface IndexedParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly to: number;
}

/** Words that are looked up together. */
export const wordsOfGram = 3;

/** Grams with more places say nothing about where a quotation is from. */
const mostPlaces = 4000;

/** How many positions are listed before the caller may pause. */
const stride = 50_000;

/** Stands between articles: no quotation runs from one into the next. */
const boundary = -1;

const indexes = new WeakMap<object, WordingIndex>();

/** The index of a library's wording, built when it is first asked for and kept as long as its articles are. */
export function wordingIndexOf({ articles }: Library): WordingIndex {
  const index = indexes.get(articles) ?? runAtOnce(buildWordingIndex(articles.values()));
  indexes.set(articles, index);
  return index;
}

/** Builds the index with pauses for everybody else: that of a large library takes seconds. */
export async function prepareWordingIndex({ articles }: Library): Promise<void> {
  if (indexes.has(articles)) return;
  indexes.set(articles, await runWithPauses(buildWordingIndex(articles.values())));
}

function* buildWordingIndex(articles: Iterable<Article>): Generator<void, WordingIndex> {
  const index = new WordingIndex();
  for (const article of articles) yield* index.add(article);
  yield* index.finish();
  return index;
}

/**
 * Finds runs of words anywhere in a library. All wordings stand in one array of word numbers; every
 * position is listed under the hash of the three words that begin there.
 *
 * Three words, because an excerpt of eight words with any one of them changed still holds three in a
 * row, and because they are rare enough: in 20,000 paragraphs the median list has one place. A suffix
 * array would find runs of any length without seeds, but building it takes a sort of all positions;
 * this is two passes, and 8 bytes a word of text beside the 4 of the word itself.
 */
export class WordingIndex {
  readonly paragraphs: IndexedParagraph[] = [];
  readonly #collected: number[] = [];
  #words: Int32Array = new Int32Array();
  readonly #numbers = new Map<string, number>();
  /** In how many paragraphs each word stands. */
  #spread: Int32Array = new Int32Array();
  /** Where the list of each bucket begins; the next one's beginning is its end. */
  #buckets: Int32Array = new Int32Array();
  #places: Int32Array = new Int32Array();
  #mask = 0;

  /** Collects the wording of an article; yields after each paragraph. */
  *add(article: Article): Generator<void> {
    const words = this.#collected;
    words.push(boundary);
    for (const paragraph of article.paragraphs) {
      const from = words.length;
      for (const { key } of readWording(paragraph.text)) words.push(this.#numberFor(key));
      this.paragraphs.push({ article, paragraph, from, to: words.length });
      yield;
    }
  }

  /** Makes what was collected ready to be searched. */
  *finish(): Generator<void> {
    this.#words = Int32Array.from(this.#collected.splice(0));
    yield;
    this.#spread = this.#countSpread();
    yield;
    this.#mask = 2 ** Math.ceil(Math.log2(this.#words.length + 2)) - 1;
    yield* this.#listPlaces();
  }

  #numberFor(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #countSpread(): Int32Array {
    const spread = new Int32Array(this.#numbers.size);
    const last = new Int32Array(this.#numbers.size).fill(-1);
    for (const [at, { from, to }] of this.paragraphs.entries()) {
      for (const word of this.#words.subarray(from, to)) {
        if (last[word] === at) continue;
        last[word] = at;
        spread[word] = (spread[word] ?? 0) + 1;
      }
    }
    return spread;
  }

  *#listPlaces(): Generator<void> {
    const count = Math.max(0, this.#words.length - wordsOfGram + 1);
    const buckets = new Int32Array(this.#mask + 2);
    for (let at = 0; at < count; at += 1) {
      const next = this.#bucketOf(this.#words, at) + 1;
      buckets[next] = (buckets[next] ?? 0) + 1;
      if (at % stride === 0) yield;
    }
    for (let at = 1; at < buckets.length; at += 1) {
      buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0);
    }
    yield;
    const free = buckets.slice();
    const places = new Int32Array(count);
    for (let at = 0; at < count; at += 1) {
      const bucket = this.#bucketOf(this.#words, at);
      const place = free[bucket] ?? 0;
      places[place] = at;
      free[bucket] = place + 1;
      if (at % stride === 0) yield;
    }
    this.#buckets = buckets;
    this.#places = places;
  }

  /** FNV-1a over three numbers, scrambled once more for its lower bits. */
  #bucketOf(words: ArrayLike<number>, at: number): number {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + wordsOfGram; next += 1) {
      hash = Math.imul(hash ^ (words[next] ?? boundary), 0x01000193);
      hash ^= hash >>> 15;
    }
    return (Math.imul(hash, 0x2c1b3c6d) >>> 9) & this.#mask;
  }

  /** The words as the numbers that the index knows them by; -2 for one that stands nowhere. */
  numbersOf(keys: readonly string[]): number[] {
    return keys.map((key) => this.#numbers.get(key) ?? -2);
  }

  /** Every position where the three words from `at` on stand; none where they stand almost everywhere. */
  placesOf(numbers: readonly number[], at: number): number[] {
    if (at + wordsOfGram > numbers.length) return [];
    const bucket = this.#bucketOf(numbers, at);
    const list = this.#places.subarray(this.#buckets[bucket], this.#buckets[bucket + 1]);
    if (list.length > mostPlaces) return [];
    const places: number[] = [];
    for (const place of list) {
      if (this.runLength(numbers, at, place, wordsOfGram) === wordsOfGram) places.push(place);
    }
    return places;
  }

  /** How many words are the same from both positions on, `most` at most. */
  runLength(numbers: readonly number[], at: number, place: number, most = numbers.length): number {
    let length = 0;
    while (
      length < most &&
      at + length < numbers.length &&
      this.#words[place + length] === numbers[at + length]
    ) {
      length += 1;
    }
    return length;
  }

  /** Every position where all the words stand in a row. */
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
    const starts: number[] = [];
    let at = this.#words.indexOf(numbers[0] ?? boundary);
    while (at !== -1) {
      if (this.#isAt(numbers, at)) starts.push(at);
      at = this.#words.indexOf(numbers[0] ?? boundary, at + 1);
    }
    return starts;
  }

  /** The paragraph that the word at a position stands in. */
  homeOf(place: number): IndexedParagraph | undefined {
    return this.paragraphs[this.firstParagraphFrom(place)];
  }

  /** The place in the list of paragraphs of the first one that ends behind a position. */
  firstParagraphFrom(place: number): number {
    let low = 0;
    let high = this.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.paragraphs[middle]?.to ?? 0) > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** How much a word says, in bits: rare ones say much. */
  bitsOf(number: number): number {
    const spread = this.#spread[number] ?? 0;
    return Math.log2((this.paragraphs.length + 1) / (spread + 0.5));
  }

  /** The words of a paragraph as numbers. */
  wordsIn({ from, to }: IndexedParagraph): Int32Array {
    return this.#words.subarray(from, to);
  }
}
