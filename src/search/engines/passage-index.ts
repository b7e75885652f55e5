import MiniSearch, { type Options } from 'minisearch';
import { termOf } from '../../language/words.ts';
import type { Lexicon, Statistics } from '../engine.ts';
import { classOf } from '../query/word-class.ts';

/**
 * The passages of some articles as they were at one time, by number: the engine, which finds them by
 * their words, and what a close look at them needs: which words stand where, in arrays of numbers,
 * which are saved and read as they lie and take a tenth of the memory of objects. It never changes.
 * Engine and lexicon go on growing for later ones; passages that they know and this does not are none
 * of its own.
 */
export interface PassageIndex extends Statistics {
  readonly engine: Engine;
  readonly lexicon: GrowingLexicon;
  /** In how many passages the engine holds each term, those of other snapshots among them. */
  readonly engineHolders: { at(term: number): number };
  /** Words of passage p: `words` from `wordStarts[p]` to `wordStarts[p + 1]`: term + 1, or 0. */
  readonly wordStarts: Uint32Array;
  readonly words: Uint32Array;
  /** The title and heading above passage p: `titleWords`, in the same way, of title `titleOf[p]`. */
  readonly titleOf: Uint32Array;
  readonly titleStarts: Uint32Array;
  readonly titleWords: Uint32Array;
  /** Which article (by its place in the list), which paragraph, from where to where. */
  readonly articleOf: Uint32Array;
  readonly paragraphOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The places of articles that are no longer in the library. */
  readonly gone: ReadonlySet<number>;
  /** The language of each passage, by its place in `languageCodes`. */
  readonly languageOf: Uint32Array;
}

/** The words of a passage, in order: term + 1, or 0 for a stop word. */
export function wordsIn(
  { words, wordStarts }: Pick<PassageIndex, 'words' | 'wordStarts'>,
  passage: number,
): Uint32Array {
  return words.subarray(wordStarts[passage], wordStarts[passage + 1]);
}

/** The words of the title and heading above a passage. */
export function titleWordsOf(
  {
    titleOf,
    titleWords,
    titleStarts,
  }: Pick<PassageIndex, 'titleOf' | 'titleWords' | 'titleStarts'>,
  passage: number,
): Uint32Array {
  const title = titleOf[passage] ?? 0;
  return titleWords.subarray(titleStarts[title], titleStarts[title + 1]);
}

/** A passage as it is indexed. */
export interface IndexedPassage {
  readonly id: number;
  /** The forms of its words and of its title and heading, parted by spaces. */
  readonly forms: string;
}

/** The embedded search engine; passages go by number. */
type Engine = MiniSearch<IndexedPassage>;

const options: Options<IndexedPassage> = {
  fields: ['forms'],
  tokenize: (forms) => forms.split(' '),
  processTerm: (form) => termOf(form),
};

/** An engine that holds no passage yet. */
export function createEngine(): Engine {
  return new MiniSearch(options);
}

/** An engine as it is saved. */
export function engineToJson(engine: Engine): string {
  return JSON.stringify(engine);
}

/** The engine that was saved so. */
export function engineFromJson(json: string): Engine {
  return MiniSearch.loadJSON(json, options);
}

/**
 * The words that an index has met so far, by number. It only grows: a snapshot of the index goes on
 * using it while others add to it, and tells by its own counts which of the words it holds.
 */
export class GrowingLexicon implements Lexicon {
  readonly terms: string[];
  readonly forms: string[];
  readonly formTerms: number[];
  readonly #termNumbers: Map<string, number>;
  readonly #formNumbers: Map<string, number>;
  readonly #formsByLetter = new Map<string, number[]>();
  readonly #classes: number[] = [];
  #lettersRead = 0;

  constructor(
    terms: readonly string[] = [],
    forms: readonly string[] = [],
    formTerms: Iterable<number> = [],
  ) {
    this.terms = [...terms];
    this.forms = [...forms];
    this.formTerms = [...formTerms];
    this.#termNumbers = new Map(this.terms.map((term, number) => [term, number]));
    this.#formNumbers = new Map(this.forms.map((form, number) => [form, number]));
  }

  numberOf(term: string): number | undefined {
    return this.#termNumbers.get(term);
  }

  /** The number of a form of a term; a new one when it was never met. */
  numberOfForm(form: string, term: string): number {
    const known = this.#formNumbers.get(form);
    if (known !== undefined) return known;
    const number = this.#termNumbers.get(term) ?? this.terms.length;
    if (number === this.terms.length) this.terms.push(term);
    this.#termNumbers.set(term, number);
    this.#formNumbers.set(form, this.forms.length);
    this.formTerms.push(number);
    return this.forms.push(form) - 1;
  }

  classOf(number: number): number {
    const known = this.#classes[number];
    if (known !== undefined) return known;
    const flags = classOf(this.terms[number] ?? '');
    if (number >= 0) this.#classes[number] = flags;
    return flags;
  }

  formsWith(letter: string): readonly number[] {
    for (; this.#lettersRead < this.forms.length; this.#lettersRead += 1) {
      const form = this.forms[this.#lettersRead] ?? '';
      if (form.length < 4) continue;
      const known = this.#formsByLetter.get(form[0] ?? '');
      if (known) known.push(this.#lettersRead);
      else this.#formsByLetter.set(form[0] ?? '', [this.#lettersRead]);
    }
    return this.#formsByLetter.get(letter) ?? [];
  }
}

/** A growing list of numbers from 0 to 2^32 - 1 that takes four bytes each. */
export class NumberList {
  #numbers: Uint32Array;
  #length = 0;

  constructor(numbers: Uint32Array = new Uint32Array()) {
    this.#numbers = numbers;
    this.#length = numbers.length;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    this.#reach(this.#length + 1);
    this.#numbers[this.#length - 1] = number;
  }

  /** The number at a place; 0 behind the end. */
  at(place: number): number {
    return place < this.#length ? (this.#numbers[place] ?? 0) : 0;
  }

  /** Adds to the number at a place; the list is 0 up to there where it was shorter. */
  add(place: number, number: number): void {
    this.#reach(place + 1);
    this.#numbers[place] = (this.#numbers[place] ?? 0) + number;
  }

  /** The numbers so far, without a copy: what is pushed later does not change them, `add` does. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }

  toArray(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }

  #reach(length: number): void {
    if (length > this.#numbers.length) {
      const larger = new Uint32Array(Math.max(1024, length, this.#numbers.length * 2));
      larger.set(this.#numbers.subarray(0, this.#length));
      this.#numbers = larger;
    }
    this.#length = Math.max(this.#length, length);
  }
}
