import type { Lexicon } from '../engine.ts';
import { classOf } from '../query/word-class.ts';

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
