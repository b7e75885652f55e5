import { familyOf } from '../../language/english/words.ts';
import type { LanguageCode } from '../../language/languages.ts';
import { otherInitials, soundDistance, soundOf } from '../../language/sound.ts';
import { isReadable, scriptOfTerm } from '../../language/words.ts';
import type { Statistics } from '../engine.ts';
import type { Background } from './background.ts';

/** What sounds more different is another name: 0 is the same, 1 has nothing in common. Names in other cases stay below 0.13; chance begins at 0.2. */
const maxSoundDistance = 0.13;

/** An ending, and a letter that is written as three. */
const maxLettersMore = 4;

/** How long a passage of general English is taken to be. */
const passageWords = 100;

/** Which words the library holds, and in how many passages. */
export class Vocabulary {
  readonly #library: Statistics;
  readonly #background: Background;
  readonly #smoothing: number;
  /** How often each term is said, and all words together. */
  readonly #counts: Uint32Array;

  /** `smoothing` is how many passages of general language are mixed in: μ below. */
  constructor(
    library: Statistics,
    background: Background,
    { smoothing }: { readonly smoothing: number },
  ) {
    this.#smoothing = smoothing;
    this.#library = library;
    this.#background = background;
    this.#counts = new Uint32Array(library.holders.length);
    const { formTerms } = library.lexicon;
    for (const [form, count] of library.formCounts.entries()) {
      const term = formTerms[form] ?? 0;
      this.#counts[term] = (this.#counts[term] ?? 0) + count;
    }
  }

  /** The number of a term; undefined when neither a passage nor a title holds it. */
  numberOf(term: string): number | undefined {
    const number = this.#library.lexicon.numberOf(term);
    return number !== undefined && (this.#library.holders[number] ?? 0) > 0 ? number : undefined;
  }

  /** Whether any passage or title holds the term. */
  has(term: string): boolean {
    return this.numberOf(term) !== undefined;
  }

  /** Whether any passage is in another language than this one. */
  speaksOther(language: LanguageCode): boolean {
    return this.#library.size > this.#library.sizes[language];
  }

  /** The flags of the term of a number; none below 0, where stop words are. */
  classOf(number: number): number {
    return this.#library.lexicon.classOf(number);
  }

  /**
   * Inverse document frequency, ln((N + μ + 1) / (n + μ b + 0.5)), where b is the chance that a
   * passage of general English of the usual length holds the term. In a small library, where every
   * count is small, the background decides (Dirichlet smoothing, Zhai & Lafferty 2004, with μ
   * passages); in a large one the library does. Titles do not count: a name in a title would look
   * as common as its article is long.
   */
  idf(term: string): number {
    return this.idfOfAny([[term]]);
  }

  /** The same of all meanings of a word together, each of one or more terms of one language. */
  idfOfAny(meanings: readonly (readonly string[])[]): number {
    let [n, expected] = [0, 0];
    for (const terms of meanings) {
      n += Math.min(...terms.map((term) => this.holdersOf(term)));
      expected += Math.min(...terms.map((term) => this.#expected(term)));
    }
    const size = Math.max(n, this.#sizeFor(meanings[0]?.[0] ?? ''));
    const usual = this.#smoothing * Math.min(1, expected);
    return Math.max(0, Math.log((size + this.#smoothing + 1) / (n + usual + 0.5)));
  }

  /** In the text of how many passages a term stands. */
  holdersOf(term: string): number {
    return this.#library.textHolders[this.numberOf(term) ?? -1] ?? 0;
  }

  /** The chance that a passage of general language holds a term. */
  #expected(term: string): number {
    return 1 - (1 - 2 ** -this.#background.bitsOf(term)) ** passageWords;
  }

  /**
   * How much more of its words the library spends on a term than general English does, in bits: log2
   * of "weirdness" (Ahmad, Gillam & Tostevin 1999), with as much general English mixed into the
   * library as into its idf. 0 for an everyday word, more for the library's subjects, less than 0 for
   * what it hardly speaks of.
   */
  weirdness(term: string): number {
    const usual = 2 ** -this.#background.bitsOf(term);
    const mixed = this.#smoothing * passageWords;
    const count = this.#counts[this.numberOf(term) ?? -1] ?? 0;
    return Math.log2((count + mixed * usual) / (this.#library.wordCount + mixed) / usual);
  }

  /**
   * The held word that a misspelt one most likely stands for: same first letter, one edit in words
   * of 4 to 7 letters, two in longer ones; the fewest edits, then the most frequent word.
   */
  nearest(form: string): { readonly form: string; readonly term: string } | undefined {
    if (form.length < 4 || /\d/.test(form)) return undefined;
    const mostEdits = form.length < 8 ? 1 : 2;
    const { formCounts, lexicon } = this.#library;
    const { forms, formTerms, terms } = lexicon;
    let best: { number: number; edits: number; count: number } | undefined;
    for (const number of this.#formsWith(form)) {
      const candidate = forms[number] ?? '';
      if (Math.abs(candidate.length - form.length) > mostEdits) continue;
      const edits = editDistance(form, candidate, best?.edits ?? mostEdits);
      const count = formCounts[number] ?? 0;
      if (edits > mostEdits) continue;
      if (!best || edits < best.edits || (edits === best.edits && count > best.count)) {
        best = { number, edits, count };
      }
    }
    if (!best) return undefined;
    return { form: forms[best.number] ?? '', term: terms[formTerms[best.number] ?? 0] ?? '' };
  }

  /**
   * The held words of the other alphabet, Latin or Cyrillic, that sound like a name, the most alike
   * first: inflected ones by their stems too. None for a name of three letters, which many words are like.
   */
  soundingLike(
    form: string,
  ): { readonly form: string; readonly term: string; readonly distance: number }[] {
    if (form.length < 4 || !isReadable(form)) return [];
    const sound = soundOf(form);
    const { forms, formTerms, terms } = this.#library.lexicon;
    const best = new Map<string, { form: string; term: string; distance: number }>();
    for (const number of otherInitials(form).flatMap((letter) => this.#formsOf(letter))) {
      const other = forms[number] ?? '';
      const term = terms[formTerms[number] ?? 0] ?? '';
      if (Math.abs(other.length - form.length) > maxLettersMore || other.length < 4) continue;
      const distances = [other, term].map((each) => soundDistance(sound, soundOf(each)));
      const distance = Math.min(...distances);
      if (distance > maxSoundDistance || distance >= (best.get(term)?.distance ?? 1)) continue;
      best.set(term, { form: other, term, distance });
    }
    return [...best.values()].sort((a, b) => a.distance - b.distance);
  }

  /** Whether the library says a word of the same family: "suspended" for "suspension". */
  hasRelative(form: string): boolean {
    const family = familyOf(form);
    if (family === undefined) return false;
    const { forms } = this.#library.lexicon;
    return this.#formsWith(form).some((number) => familyOf(forms[number] ?? '') === family);
  }

  /** The forms that the library says and that begin with the same letter. */
  #formsWith(form: string): readonly number[] {
    return this.#formsOf(form[0] ?? '');
  }

  #formsOf(letter: string): readonly number[] {
    const { lexicon, formCounts } = this.#library;
    return lexicon.formsWith(letter).filter((number) => (formCounts[number] ?? 0) > 0);
  }

  /** How many passages may hold a term: those of its language, and all for one in Latin letters. */
  #sizeFor(term: string): number {
    const language = scriptOfTerm(term);
    return language === 'en' ? this.#library.size : this.#library.sizes[language];
  }
}

/**
 * How many letters have to be put in, taken out, replaced or swapped with their neighbour to turn
 * one word into another ("optimal string alignment"); any number above `most` when it is more.
 */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[to.length] ?? 0;
}
