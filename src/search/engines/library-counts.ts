import {
  type Abbreviation,
  AbbreviationCounter,
  abbreviationsIn,
} from '../../language/english/abbreviations.ts';
import { type LanguageCode, languageOf } from '../../language/languages.ts';
import { wordsOf } from '../../language/words.ts';
import type { Passage } from '../../library/passage.ts';
import type { Statistics } from '../engine.ts';
import { GrowingLexicon } from './lexicon.ts';
import { NumberList } from './number-list.ts';

/** The words of a text as they are indexed. */
export interface ReadText {
  /** Of all words in order. */
  readonly forms: readonly string[];
  /** By number; -1 for a stop word. */
  readonly formNumbers: readonly number[];
  /** Term + 1, or 0 for a stop word. */
  readonly words: Uint32Array;
}

/** What is counted of a passage. */
export interface CountedPassage {
  readonly language: LanguageCode;
  readonly text: ReadText;
  /** Of its title and heading. */
  readonly titleWords: Uint32Array;
  readonly abbreviations: readonly Abbreviation[];
}

/** What stands above a passage and is searched with it. */
export function titleTextOf({ article, heading = '' }: Passage): string {
  const { title, published = '', authors, publisher = '' } = article;
  // Who asks what Hammond wrote in 2017 means these articles, though no passage of them may say so.
  return [title, heading, published.slice(0, 4), ...authors, publisher].join('\n');
}

/** Which counts changed: forms and terms by number. */
export interface ChangedCounts {
  readonly forms: ReadonlySet<number>;
  readonly terms: ReadonlySet<number>;
  readonly abbreviations: Iterable<Abbreviation>;
}

function nothingChanged() {
  return {
    forms: new Set<number>(),
    terms: new Set<number>(),
    abbreviations: new Map<string, Abbreviation>(),
  };
}

/** What a library says of its words, kept as its passages come and go. */
export class LibraryCounts {
  readonly lexicon: GrowingLexicon;
  readonly formCounts = new NumberList();
  readonly textHolders = new NumberList();
  readonly holders = new NumberList();
  readonly abbreviations = new AbbreviationCounter();
  readonly sizes: Record<LanguageCode, number> = { en: 0, ru: 0, zh: 0 };
  readonly lengths: Record<LanguageCode, number> = { en: 0, ru: 0, zh: 0 };
  wordCount = 0;
  #changed = nothingChanged();

  constructor(lexicon = new GrowingLexicon()) {
    this.lexicon = lexicon;
  }

  /** How many passages there are. */
  get size(): number {
    return this.sizes.en + this.sizes.ru + this.sizes.zh;
  }

  /** Takes over the totals of counts that were kept. */
  setTotals({ sizes, lengths, wordCount }: Pick<LibraryCounts, 'sizes' | 'lengths' | 'wordCount'>) {
    Object.assign(this.sizes, sizes);
    Object.assign(this.lengths, lengths);
    this.wordCount = wordCount;
  }

  /** Reads a text; words that were never met get numbers. */
  read(text: string): ReadText {
    const words = wordsOf(text);
    const formNumbers = words.map(({ form, term }) =>
      term === undefined ? -1 : this.lexicon.numberOfForm(form, term),
    );
    return { forms: words.map(({ form }) => form), formNumbers, words: this.termsOf(formNumbers) };
  }

  /** The terms of forms as passages hold them: + 1, or 0 for a stop word. */
  termsOf(formNumbers: ArrayLike<number>): Uint32Array {
    const { formTerms } = this.lexicon;
    return Uint32Array.from(formNumbers, (form) => (formTerms[form] ?? -1) + 1);
  }

  /** Reads what is counted of a passage. */
  passageOf(passage: Passage, titleWords: Uint32Array): CountedPassage {
    return {
      language: languageOf(passage.text),
      text: this.read(passage.text),
      titleWords,
      abbreviations: abbreviationsIn(passage.text),
    };
  }

  /** Counts the words of a title, once for all passages below it, or takes them out. */
  countTitle(title: Pick<ReadText, 'formNumbers'>, by: 1 | -1): void {
    this.#countForms(title.formNumbers, by);
  }

  /** Counts a passage, or takes it out. */
  countPassage({ language, text, titleWords, abbreviations }: CountedPassage, by: 1 | -1): void {
    this.#countForms(text.formNumbers, by);
    this.sizes[language] += by;
    this.lengths[language] += by * text.words.length;
    const inText = new Set(text.words);
    for (const word of inText) if (word > 0) this.textHolders.add(word - 1, by);
    for (const word of new Set([...inText, ...titleWords])) {
      if (word === 0) continue;
      this.holders.add(word - 1, by);
      this.#changed.terms.add(word - 1);
    }
    this.countAbbreviations(abbreviations, by);
  }

  /** Counts what abbreviations are said to stand for, or takes it out. */
  countAbbreviations(abbreviations: readonly Abbreviation[], by: 1 | -1): void {
    for (const each of abbreviations) {
      this.abbreviations.add(each, by);
      this.#changed.abbreviations.set(`${each.short}\t${each.long}`, each);
    }
  }

  /** What of the counts changed since this was asked last, for whoever keeps them. */
  takeChanged(): ChangedCounts {
    const changed = this.#changed;
    this.#changed = nothingChanged();
    return { ...changed, abbreviations: changed.abbreviations.values() };
  }

  /** The counts as they are now, which later ones do not change. */
  statistics(): Statistics {
    return {
      lexicon: this.lexicon,
      formCounts: this.formCounts.toArray(),
      textHolders: this.textHolders.toArray(),
      holders: this.holders.toArray(),
      size: this.size,
      sizes: { ...this.sizes },
      lengths: { ...this.lengths },
      wordCount: this.wordCount,
      abbreviations: this.abbreviations.usual.map(({ short, long }) => `${short}\t${long}`),
    };
  }

  #countForms(formNumbers: readonly number[], by: 1 | -1): void {
    for (const form of formNumbers) {
      if (form < 0) continue;
      this.formCounts.add(form, by);
      this.#changed.forms.add(form);
    }
    this.wordCount += by * formNumbers.length;
  }
}
