import type { SoughtKind } from '../language/asking.ts';
import type { LanguageCode } from '../language/languages.ts';
import type { Span } from '../language/sentences.ts';
import type { Passage } from '../library/passage.ts';
import type { Concept } from './query/concept.ts';
import type { Query } from './query/query.ts';
import type { Aboutness } from './rank/close-look.ts';

/** A passage with its score and what of the question stands in it. */
export interface Hit extends Aboutness {
  readonly passage: Passage;
  readonly score: number;
  /** False when only the title or heading names anything of the question. */
  readonly isInText: boolean;
  /** Where the question's words stand: offsets in the paragraph's text. */
  readonly matches: readonly Match[];
  /** Where things of the kind stand that the question asks for: numbers, dates, names. */
  readonly sought: readonly Span[];
  /** The sentence of the paragraph that is nearest to the question in meaning, where that is known. */
  readonly nearest?: Span;
}

/** A word of a paragraph that the question asks about, and how much it says, in bits. */
export interface Match extends Span {
  readonly term: string;
  readonly bits: number;
  /** Whether so much of the library has it that it tells passages apart less than other words asked. */
  readonly isCommon?: boolean;
}

/** What a search found, best first, at most one hit a paragraph; and how the question was read. */
export interface Findings {
  readonly hits: readonly Hit[];
  /** How likely it is that the library answers the question at all, as `weighEvidence` says. */
  readonly evidence: number;
  /**
   * By how many standard deviations the best passage is nearer in meaning than the best for questions
   * on anything; undefined where meaning was not looked at.
   */
  readonly nearness?: number;
  /** What was looked for: the question's own words, then those of an earlier one, which weigh less. */
  readonly concepts: readonly Concept[];
  /** The languages of the library's passages. */
  readonly languages: readonly LanguageCode[];
  /** The kind of thing that the question asks for: a number, a date, a person. */
  readonly kind: SoughtKind | undefined;
}

/** Finds passages. Asynchronous, so that the engine may run on another thread or machine. */
export interface Search {
  /** The `limit` best passages that meet the query's filters, phrases and exclusions. */
  find(query: Query, limit: number): Promise<Findings>;
}

/** A search that has to be closed when it is not asked any more. */
export interface ClosableSearch extends Search {
  /** Resolves after what was asked has been answered. */
  close(): Promise<void>;
}
