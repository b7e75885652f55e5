/** Where a question was asked. */
export type Source =
  | 'command'
  | 'mention'
  | 'follow-up'
  | 'direct message'
  | 'find sources'
  | 'check quote';

/** Sources that everybody in the conversation reads; what the others ask, only one person sees. */
export const publicSources = ['mention', 'follow-up', 'direct message'] as const satisfies Source[];

/** How an answer came out: of a question, of a quotation that was checked, or of a command. */
export type Outcome =
  | 'answered'
  | 'perhaps'
  | 'unknown'
  | 'unreadable'
  | 'declined'
  | 'failed'
  | VerdictOutcome
  | CommandOutcome
  | 'shared';

/** What a check of a quotation came to. */
export type VerdictOutcome =
  | 'exact'
  | 'altered'
  | 'stitched'
  | 'misattributed'
  | 'brief-only'
  | 'not-found'
  | 'refused';

/** The commands that are no questions, each its own outcome. */
export type CommandOutcome =
  | 'help'
  | 'sources'
  | 'article'
  | 'status'
  | 'forget'
  | 'mute'
  | 'unmute'
  | 'incomplete'
  | 'digest';

/** A question as it reached the bot. */
export interface NewQuestion {
  /** The same for every delivery of it. */
  readonly key: string;
  readonly eventId?: string | undefined;
  readonly team: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly ts?: string | undefined;
  readonly person: string;
  readonly source: Source | 'share';
  readonly text: string;
  readonly responseUrl?: string | undefined;
}

/** A question that is written down, with its fate. */
export interface Question extends NewQuestion {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly attempts: number;
  /** A post of the answer was begun, and it is not known whether it arrived. */
  readonly maybePosted: boolean;
}

/** How an answer came out, and where. */
export interface GivenAnswer {
  readonly outcome: Outcome;
  /** The quotes by reference, as JSON; absent when there are none. */
  readonly answer?: string | undefined;
  readonly replyTs?: string | undefined;
}

/** A question with what became of it. */
export interface StoredQuestion extends Omit<Question, 'text' | 'person'> {
  /** Undefined once it was forgotten. */
  readonly text?: string | undefined;
  /** Undefined once it was forgotten. */
  readonly person?: string | undefined;
  readonly status: 'claimed' | 'posting' | 'waiting' | 'answered' | 'expired';
  readonly outcome?: Outcome | undefined;
  /** The quotes by reference, as JSON; undefined when there were none or they were forgotten. */
  readonly answer?: string | undefined;
  readonly replyTs?: string | undefined;
  /** Milliseconds since 1970. */
  readonly answeredAt?: number | undefined;
}
