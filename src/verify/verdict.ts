import type { CitedQuote } from '../answer/quote.ts';
import type { Saying } from '../texts/message.ts';
import type { DiffPiece } from './diff.ts';
import type { Omission } from './omissions.ts';
import type { Speaker } from './speaker/judge.ts';

interface Checked {
  /** What was looked for, as it was written. */
  readonly quotation: string;
  /** Sentences for the person who asked, beside the verdict. */
  readonly notes: readonly Saying[];
}

/** Whether they said it whom the text names. All absent where it names nobody. */
interface Attributed {
  readonly speaker?: Speaker['status'];
  /** The name that the text gives. */
  readonly named?: string;
  /** Whom the paragraph gives the words to, or who wrote them. */
  readonly saidBy?: string;
  /** Whether the words are the article's own, and no quoted speech. */
  readonly isProse?: boolean;
}

interface Found extends Checked, Attributed {
  /** The stored sentences that hold the words, the words marked; one after the other. */
  readonly passages: readonly CitedQuote[];
  /** What the quotation's ellipses pass over. */
  readonly omissions: readonly Omission[];
}

/** Every word of the quotation stands there, in this order, and no ellipsis hides what changes it. */
export interface Exact extends Found {
  readonly kind: 'exact';
  /** Where else the library holds the very same words. */
  readonly elsewhere: readonly CitedQuote[];
}

/** Nearly these words stand there, or an ellipsis passes over what changes them. */
export interface Altered extends Found {
  readonly kind: 'altered';
  /** From the stored words to the quoted ones. */
  readonly diff: readonly DiffPiece[];
  /** How many words differ; 0 where only the ellipses do harm. Who speaks, left out, counts as one. */
  readonly edits: number;
  /** What tells who speaks, left out between two halves without an ellipsis. */
  readonly interjection?: string;
}

/** Words of several places put together as if they were one quotation. */
export interface Stitched extends Checked, Attributed {
  readonly kind: 'stitched';
  readonly pieces: readonly { readonly text: string; readonly passages: readonly CitedQuote[] }[];
  /** Words of the quotation that stand in none of the pieces. */
  readonly unfound: readonly string[];
}

/** The library holds nothing like it. */
export interface NotFound extends Checked {
  readonly kind: 'not-found';
}

/** The library holds only our retelling of what may have been quoted, so nothing can be told. */
export interface BriefOnly extends Checked {
  readonly kind: 'brief-only';
  /** What our brief says; absent where every article is a brief and none says the like. */
  readonly nearBrief?: CitedQuote;
  /** Whether the quotation's words are the brief's own. */
  readonly isBriefsWording: boolean;
}

/** A text that can't be checked. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: Saying;
}

/** Where a quotation comes from, as far as the library can tell. */
export type Verdict = Exact | Altered | Stitched | NotFound | BriefOnly | Refused;
