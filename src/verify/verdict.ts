import type { CitedQuote } from '../answer/quote.ts';
import type { Article } from '../library/article.ts';

/** A piece of a word-level comparison; together the pieces tell both wordings. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Checked {
  /** What was looked for, as it was written. */
  readonly quotation: string;
  /** Sentences for whoever asked, beside the verdict. */
  readonly notes: readonly string[];
}

interface Found extends Checked {
  /** The stored sentences that hold the words, the words marked; one after the other. */
  readonly passages: readonly CitedQuote[];
  /** Whether the stored words are the publisher's own or those of our brief. */
  readonly wording: Article['text'];
}

/** Every word of the quotation stands there, in this order. */
export interface Exact extends Found {
  readonly kind: 'exact';
  /** Where else the library holds the very same words. */
  readonly elsewhere: readonly CitedQuote[];
}

/** Exact words, but of somebody else than the text says. */
export interface Misattributed extends Found {
  readonly kind: 'misattributed';
  /** The author or publisher whom the text names. */
  readonly named: string;
}

/** Nearly these words stand there. */
export interface Altered extends Found {
  readonly kind: 'altered';
  /** From the stored words to the quoted ones. */
  readonly diff: readonly DiffPiece[];
  readonly edits: number;
}

/** Words of several places put together as if they were one quotation. */
export interface Stitched extends Checked {
  readonly kind: 'stitched';
  readonly pieces: readonly { readonly text: string; readonly passages: readonly CitedQuote[] }[];
  /** Words of the quotation that stand in none of the pieces. */
  readonly unfound: readonly string[];
}

/** The library holds nothing like it. */
export interface NotFound extends Checked {
  readonly kind: 'not-found';
  /** Our brief of a paragraph that says similar things; its original's wording is not held. */
  readonly nearBrief?: CitedQuote;
}

/** A text that can't be checked. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** Where a quotation comes from, as far as the library can tell. */
export type Verdict = Exact | Altered | Stitched | Misattributed | NotFound | Refused;
