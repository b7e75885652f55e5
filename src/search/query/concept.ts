import { isAttribute, pointsOf } from '../../language/english/questions.ts';
import type { Span } from '../../language/sentences.ts';
import { scriptOfTerm, type Word } from '../../language/words.ts';
import type { ContentWord, Name } from './names.ts';

/** One thing that a question asks about, and how the library may say it. */
export interface Concept {
  /** As the asker wrote it, and where: offsets in the question. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** Each stands for it by itself; none for a word that occurs nowhere in the library. */
  readonly alternatives: readonly Alternative[];
  /** How much it says, in bits of general English. */
  readonly bits: number;
  /** How rare it is in the library: the idf of its rarest word. */
  readonly rarity: number;
  /** Bits, weighed by rarity: what it says about what is wanted. */
  readonly information: number;
  /** How much more the library speaks of it than general English does, in bits. */
  readonly weirdness: number;
  /** 1, or less for a word of an earlier question, or more for a word said more than once. */
  readonly weight: number;
  /** What a word that the library does not hold was read as. */
  readonly readAs?: string;
  /** Whether it was read as names of the same thing in other languages. */
  readonly isTranslated?: boolean;
  /** Whether it is a word of an earlier question. */
  readonly isBorrowed?: boolean;
}

/** Terms that a passage has to hold, all of them, and how much of their score counts. */
export interface Alternative extends Pick<Name, 'terms' | 'offsets'> {
  readonly weight: number;
  /** The rarity of all meanings of a word together, which a rare wrong one must not outweigh. */
  readonly idf?: number;
}

/** Looks for a name, at some share of its worth. */
export function toAlternative({ terms, offsets }: Name, weight: number): Alternative {
  return { terms, offsets, weight };
}

/** The words of a question that are read together. */
export interface Match {
  /** How many content words of the question it takes up. */
  readonly length: number;
  readonly reading: Reading;
}

/** What some words of a question were read as. */
export type Reading = Pick<Concept, 'alternatives' | 'readAs' | 'isTranslated'>;

/** Words of a question for which the library has a shorter name. */
export interface SpelledOut {
  /** Behind the last of them. */
  readonly end: number;
  readonly short: Name;
}

/** The same for words that say the same. */
export function keyOf({ alternatives: [best] }: Reading, words: readonly ContentWord[]): string {
  return (best?.terms ?? words.map(({ term }) => term)).join(' ');
}

/**
 * What a word does in a question. Without a name, a number or the point (the noun asked about) a
 * passage does not answer; a rare word is worth telling that it is missing; other words may well
 * be said otherwise.
 */
export type Role = 'name' | 'number' | 'point' | 'rare' | 'word';

/** An English word that is said less than about once in 130,000 words: "diameter", not "replace". */
const rareBits = 17;

/** Texts whose words nearly all begin with a capital are titles: their capitals tell nothing. */
const titleShare = 0.7;
const leastWordsOfTitle = 4;

/** How far back the end of the sentence before is looked for, in characters. */
const maxBetweenSentences = 20;

/** Tells the roles of the words of one question. */
export class RoleReader {
  readonly #text: string;
  readonly #points: readonly Span[];
  readonly #capitalsTell: boolean;
  readonly #firstLetter: number;

  constructor(text: string, words: readonly Word[]) {
    this.#text = text;
    this.#points = pointsOf(text);
    this.#firstLetter = text.search(/[\p{L}\p{N}]/u);
    const capitalised = words.filter((word) => this.#isCapitalised(word)).length;
    const isTitle = words.length >= leastWordsOfTitle && capitalised > titleShare * words.length;
    this.#capitalsTell = !isTitle && /\p{Ll}/u.test(text);
  }

  /** The role of words that mean one thing; `bits` is how much they say in general English. */
  roleOf(words: readonly ContentWord[], bits: number): Role {
    if (words.some(({ form }) => /^\d/.test(form))) return 'number';
    // A pair of characters that a library does not hold may be no word at all.
    if (words.every(({ term }) => scriptOfTerm(term) === 'zh')) return 'word';
    if (words.some((word) => this.isName(word))) return 'name';
    if (words.some((word) => this.#isPoint(word))) return 'point';
    return bits >= rareBits ? 'rare' : 'word';
  }

  /** Whether a word is written as a name: a capital letter within a text that has others too. */
  isName(word: Word): boolean {
    return this.#capitalsTell && this.#isCapitalised(word) && !this.#beginsSentence(word.start);
  }

  /** Whether a name goes on with a word that has one capital only: "Jong Un", not "Xi UN". */
  goesOn(before: Word, { start, end }: Word): boolean {
    return (
      this.isName(before) &&
      /^[ -]$/u.test(this.#text.slice(before.end, start)) &&
      /^\p{Lu}\p{Ll}+$/u.test(this.#text.slice(start, end))
    );
  }

  #isPoint({ start, end, term }: ContentWord): boolean {
    return isAttribute(term) || this.#points.some((span) => start >= span.start && end <= span.end);
  }

  #isCapitalised({ start }: Word): boolean {
    return /^\p{Lu}/u.test(this.#text.slice(start, start + 2));
  }

  #beginsSentence(start: number): boolean {
    const before = this.#text.slice(Math.max(0, start - maxBetweenSentences), start);
    return start === this.#firstLetter || /[.?!:]\s+["“]?$/u.test(before);
  }
}
