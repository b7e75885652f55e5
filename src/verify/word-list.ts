/** Words that are looked up together. */
export const wordsOfGram = 3;

/** Stands behind each article: no quotation runs from one into the next. */
export const boundary = -1;

/** How many positions are listed before the caller may pause. */
const stride = 20_000;

/** By how much a full list grows: its room costs memory, its copies time. */
const growth = 1.125;

/**
 * Words as numbers, one behind the other, with all positions where the same three words begin. Only ever
 * grows, so that what was found in it can be found again.
 *
 * Three words, because an excerpt of eight words with any one of them changed still holds three in a
 * row, and because they are rare enough: in 20,000 paragraphs the median list has one place. A suffix
 * array would find runs of any length without seeds, but nothing can be added to it; these are chains,
 * each position with the one before it, for 8 bytes a word of text beside the 4 of the word itself.
 */
export class WordList {
  #words = new Int32Array();
  #length = 0;
  /** How many of the words are in the chains. */
  #chained = 0;
  /** The latest position of each chain, counted from 1. */
  #latest = new Int32Array(1);
  /** To each position the one before it in its chain, counted from 1; 0 ends it. */
  #before = new Int32Array();

  get length(): number {
    return this.#length;
  }

  push(word: number): void {
    if (this.#length === this.#words.length) this.#words = enlarged(this.#words);
    this.#words[this.#length] = word;
    this.#length += 1;
  }

  /** Lists what was pushed since the last time; yields now and then. */
  *list(): Generator<void> {
    if (this.#length > this.#latest.length) yield* this.#widen();
    while (this.#before.length < this.#words.length) this.#before = enlarged(this.#before);
    yield* this.#chain(this.#latest, this.#before, this.#chained);
    this.#chained = this.#length;
  }

  /** Makes more chains, beside those that are still read meanwhile. */
  *#widen(): Generator<void> {
    const latest = new Int32Array(2 ** Math.ceil(Math.log2(this.#length)));
    const before = new Int32Array(this.#words.length);
    yield* this.#chain(latest, before, 0);
    this.#latest = latest;
    this.#before = before;
    this.#chained = this.#length;
  }

  *#chain(latest: Int32Array, before: Int32Array, from: number): Generator<void> {
    for (let at = from; at < this.#length; at += 1) {
      const chain = chainOf(this.#words, at, latest.length);
      before[at] = latest[chain] ?? 0;
      latest[chain] = at + 1;
      if (at % stride === 0) yield;
    }
  }

  /** Where the three words from `at` on stand, latest first. */
  *placesOf(words: readonly number[], at: number): Generator<number> {
    let next = this.#latest[chainOf(words, at, this.#latest.length)] ?? 0;
    while (next > 0) {
      const place = next - 1;
      if (this.runLength(words, at, place, wordsOfGram) === wordsOfGram) yield place;
      next = this.#before[place] ?? 0;
    }
  }

  /** How many words are the same from both positions on, `max` at most. */
  runLength(words: readonly number[], at: number, place: number, max = words.length): number {
    let length = 0;
    while (
      length < max &&
      at + length < words.length &&
      this.#words[place + length] === words[at + length]
    ) {
      length += 1;
    }
    return length;
  }

  /** The words from one position to another, without a copy. */
  between(from: number, to: number): Int32Array {
    return this.#words.subarray(from, to);
  }
}

/** A longer copy of some numbers, with zeros behind them. */
export function enlarged(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(1024, Math.ceil(numbers.length * growth)));
  larger.set(numbers);
  return larger;
}

/** FNV-1a over three numbers, scrambled once more for its lower bits; `chains` is a power of two. */
function chainOf(words: ArrayLike<number>, at: number, chains: number): number {
  let hash = 0x811c9dc5;
  for (let next = at; next < at + wordsOfGram; next += 1) {
    hash = Math.imul(hash ^ (words[next] ?? boundary), 0x01000193);
    hash ^= hash >>> 15;
  }
  return (Math.imul(hash, 0x2c1b3c6d) >>> 9) & (chains - 1);
}
