import { isAttribute, pointsOf } from '../../language/english/questions.ts';
import type { Span } from '../../language/sentences.ts';
import { scriptOfTerm, type Word } from '../../language/words.ts';
import type { ContentWord } from './names.ts';

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
