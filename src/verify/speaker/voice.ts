/** Whom a text names beside some words as the one who said them. */
export interface Voice {
  /** As the text has it: "Oleg Varnin", "a Chinese negotiator", "he". */
  readonly phrase: string;
  readonly kind: 'name' | 'description' | 'pronoun';
  /** The phrase's name without what describes it: "Oleg Varnin" of "minister Oleg Varnin". */
  readonly name: string;
  /** "A negotiator" is nobody whom the text names elsewhere; "the negotiator" may be. */
  readonly isIndefinite?: boolean;
  /** In another case than names are looked up in, as behind the Russian "по словам". */
  readonly isGenitive?: boolean;
  /** Where the speaker repeats somebody's words: the text in which that one may be named. */
  readonly perhapsOf?: string;
}

/**
 * Who said some words: one, or several together; `unclear` where the text says something about it
 * that cannot be read for certain; undefined where it says nothing.
 */
export type Reading = readonly Voice[] | 'unclear' | undefined;

/** What stands before some words may also say that the last speaker goes on: "and added that". */
export type LeadReading = Reading | 'continues';

/** What stands before quoted words, and behind them, in their sentence. */
export interface Surroundings {
  readonly lead: string;
  /** Whether the lead begins at the end of other quoted words and not with a sentence. */
  readonly followsQuote: boolean;
  readonly tail: string;
  /** Whether the tail is a sentence of its own, behind a question or exclamation. */
  readonly isOwnSentence: boolean;
  /** Whether the tail ends at further quoted words. */
  readonly leadsToQuote: boolean;
}

/** Reads who speaks in the prose of one language. Pure, and linear in the length of what it reads. */
export interface SpeechReader {
  readonly lead: (around: Surroundings) => LeadReading;
  readonly tail: (around: Surroundings) => Reading;
  /** The names of people in a text, in its order; for pronouns. */
  readonly names: (text: string) => readonly string[];
  /** Whether a sentence reports what somebody said. */
  readonly isReport: (sentence: string) => boolean;
}
