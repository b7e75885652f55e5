import type { LanguageCode } from '../language/languages.ts';
import type { Word } from '../language/words.ts';
import type { Article } from '../library/article.ts';
import type { Filter } from './query/query.ts';

/** Where a passage stands: in which article, which paragraph, from where to where. */
export interface Location {
  readonly article: Article['id'];
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A passage as an engine holds it: words are term numbers + 1, or 0 for a stop word. */
export interface HeldPassage extends Location {
  readonly words: Uint32Array;
}

/** A passage that is worth a close look, with what that needs of it. */
export interface Candidate extends HeldPassage {
  /** The words of the title and heading above it. */
  readonly titleWords: Uint32Array;
  /** What its length adds to the denominator of BM25. */
  readonly damper: number;
  /** What a word of the title or heading counts beside one of the text. */
  readonly titleWorth: number;
}

/** The words that a library has ever held, by number. */
export interface Lexicon {
  readonly terms: readonly string[];
  /** Written forms, for finding what a misspelt word stands for. */
  readonly forms: readonly string[];
  /** The term of each form. */
  readonly formTerms: readonly number[];
  /** The number of a term; undefined for one that was never met. */
  numberOf(term: string): number | undefined;
  /** What the term of a number can be a part of, as flags; none below 0, where stop words are. */
  classOf(number: number): number;
  /** The forms of four letters and more that begin with a letter. */
  formsWith(letter: string): readonly number[];
}

/** What a library as it was at one time says of its words; by the numbers of the lexicon. */
export interface Statistics {
  readonly lexicon: Lexicon;
  /** How often each form is said. */
  readonly formCounts: Uint32Array;
  /** In the text of how many passages each term stands; and when title and heading count too. */
  readonly textHolders: Uint32Array;
  readonly holders: Uint32Array;
  /** How many passages there are, in all and by language. */
  readonly size: number;
  readonly sizes: Readonly<Record<LanguageCode, number>>;
  /** How many words their texts have by language, stop words among them. */
  readonly lengths: Readonly<Record<LanguageCode, number>>;
  /** How many words their texts and titles have, stop words among them. */
  readonly wordCount: number;
  /** Short form, tab, long form: what the articles say that abbreviations stand for. */
  readonly abbreviations: readonly string[];
}

/** A word of a question that the library holds, and what a passage gains by it. */
export interface WantedWord {
  readonly term: string;
  readonly idf: number;
  readonly weight: number;
}

/** What a passage has to meet beside holding words. */
export interface Required {
  readonly filters: readonly Filter[];
  /** Runs of words, as passages hold them, without which no passage is admitted: an engine may pass over others. */
  readonly runs: readonly (readonly number[])[];
  /** Whether an article meets the filters. */
  meets(article: Article): boolean;
  /** Whether a passage of these words is admitted; they are read only if it takes that to tell. */
  admits(words: Uint32Array, read: () => readonly Pick<Word, 'form' | 'term'>[]): boolean;
}

/** What an engine is asked for. */
export interface Wanted {
  /** By term number + 1. */
  readonly words: ReadonlyMap<number, WantedWord>;
  /** About how many passages. */
  readonly limit: number;
  /** Undefined when all passages are admitted. */
  readonly required?: Required | undefined;
}

/** Proposes passages, from memory, a file or another machine. In which order they are shown it does not say. */
export interface Engine {
  /** A snapshot of one version of the library; it stays as it is for as long as the engine is asked. */
  readonly statistics: Statistics;
  /** The admitted passages that promise most of the words. */
  candidates(wanted: Wanted): Promise<readonly Candidate[]>;
}
