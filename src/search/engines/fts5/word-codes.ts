import type { Word } from '../../../language/words.ts';
import type { GrowingLexicon } from '../lexicon.ts';
import type { ReadText } from '../library-counts.ts';

/**
 * The words of passages as numbers: 2 form + 1 for one that is searched for, 2 n for the stop word n.
 * Stop words are kept too, so that a phrase can be told without the text.
 */
export class WordCodes {
  readonly stopForms: string[];
  readonly #lexicon: GrowingLexicon;
  readonly #stopNumbers: Map<string, number>;

  constructor(lexicon: GrowingLexicon, stopForms: readonly string[] = []) {
    this.#lexicon = lexicon;
    this.stopForms = [...stopForms];
    this.#stopNumbers = new Map(this.stopForms.map((form, number) => [form, number]));
  }

  encode({ forms, formNumbers }: Pick<ReadText, 'forms' | 'formNumbers'>): Buffer {
    const codes = Uint32Array.from(formNumbers, (form, at) =>
      form >= 0 ? 2 * form + 1 : 2 * this.#stopNumberOf(forms[at] ?? ''),
    );
    return Buffer.from(codes.buffer);
  }

  /** By number; -1 for a stop word. */
  formNumbersOf(words: Buffer): number[] {
    return Array.from(codesIn(words), (code) => (code % 2 === 1 ? (code - 1) / 2 : -1));
  }

  /** Term + 1, or 0 for a stop word. */
  termsOf(words: Buffer): Uint32Array {
    const { formTerms } = this.#lexicon;
    const codes = codesIn(words);
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] ?? 0;
      codes[at] = code % 2 === 1 ? (formTerms[(code - 1) / 2] ?? -1) + 1 : 0;
    }
    return codes;
  }

  /** The words as they are compared with phrases. */
  wordsOf(words: Buffer): Pick<Word, 'form' | 'term'>[] {
    const { forms, terms, formTerms } = this.#lexicon;
    return Array.from(codesIn(words), (code) => {
      if (code % 2 === 0) return { form: this.stopForms[code / 2] ?? '', term: undefined };
      const form = (code - 1) / 2;
      return { form: forms[form] ?? '', term: terms[formTerms[form] ?? -1] };
    });
  }

  #stopNumberOf(form: string): number {
    const known = this.#stopNumbers.get(form);
    if (known !== undefined) return known;
    this.#stopNumbers.set(form, this.stopForms.length);
    return this.stopForms.push(form) - 1;
  }
}

/** A copy, since the bytes of a row may lie anywhere. */
function codesIn(words: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(words).buffer);
}
