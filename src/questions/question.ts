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
  | 'too long'
  | 'failed'
  | VerdictOutcome
  | CommandOutcome;

/** What a check of a quotation came to; version 0.1 also said `misattributed`. */
export type VerdictOutcome =
  | 'exact'
  | 'altered'
  | 'stitched'
  | 'misattributed'
  | 'brief-only'
  | 'not-found'
  | 'refused';

/** The commands that are no questions, each its own outcome. */
export const commandOutcomes = [
  'help',
  'greeting',
  'sources',
  'article',
  'status',
  'forget',
  'mute',
  'unmute',
  'incomplete',
  'digest',
  'feeds',
] as const;
export type CommandOutcome = (typeof commandOutcomes)[number];

/** Characters of a question that are read; nobody types so many. */
const maxQuestionLength = 4000;

/** Characters of a message that is looked up or checked; Slack takes no longer ones from people. */
const maxMessageLength = 12_000;

/** How long the text of a question may be, in characters. */
export function maxLengthOf(source: Source): number {
  return source === 'find sources' || source === 'check quote'
    ? maxMessageLength
    : maxQuestionLength;
}

/** A question as it reached the bot. */
export interface NewQuestion {
  /** The same for every delivery of it. */
  readonly key: string;
  readonly eventId?: string | undefined;
  readonly team: string;
  readonly channel: string;
  /** Root of the thread that the answer goes to. */
  readonly thread?: string | undefined;
  /** The message that asked. */
  readonly ts?: string | undefined;
  /** Root of the thread of the message that it is about, which somebody else may have written. */
  readonly aboutThread?: string | undefined;
  readonly person: string;
  readonly source: Source;
  readonly text: string;
  /** Where the answer goes that only one person sees. */
  readonly responseUrl?: string | undefined;
  /** Slack brings it again, so an earlier process may have answered it and written nothing down. */
  readonly isRepeated?: boolean | undefined;
}

/** A question that is written down. */
export interface Question extends Omit<NewQuestion, 'isRepeated'> {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
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
  readonly status: 'open' | 'answered' | 'expired';
  readonly outcome?: Outcome | undefined;
  /** The quotes by reference, as JSON; undefined when there were none or they were forgotten. */
  readonly answer?: string | undefined;
  readonly replyTs?: string | undefined;
  /** Milliseconds since 1970. */
  readonly answeredAt?: number | undefined;
}

/** An answer that only one person saw, to be posted where all can see it. */
export interface NewShare {
  /** The same for every click that asks for it. */
  readonly key: string;
  readonly team: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Who shares it. */
  readonly person: string;
  /** The id of the question whose answer is shared. */
  readonly question: string;
  readonly responseUrl: string;
}

/** A share that is written down. */
export interface Share extends NewShare {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly sharedAt: number;
}

/** Somebody who uses a button on an answer. */
export interface Viewer {
  readonly team: string;
  readonly person: string;
  /** Where the answer stands; absent on the Home tab and in forms. */
  readonly channel?: string | undefined;
}
