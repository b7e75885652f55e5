import type { Generated, Insertable, Selectable } from 'kysely';

/** The tables, as Kysely reads them. Times are milliseconds since 1970. */
export interface Tables {
  questions: QuestionsTable;
  feedback: FeedbackTable;
}

export interface QuestionsTable {
  /** Team, channel and ts of the message, or team and trigger of the command. */
  key: string;
  /** Short and random: what buttons and message metadata refer to. */
  id: string;
  event_id: string | null;
  team: string;
  channel: string;
  /** Root of the thread that the reply goes to; null in the channel itself. */
  thread: string | null;
  /** The message that asked; null for a command. */
  ts: string | null;
  /** Empty once it was forgotten. */
  person: string;
  surface: string;
  /** Null once it was forgotten. */
  text: string | null;
  /** Where a command's reply goes; null once it was answered. */
  response_url: string | null;
  /**
   * `claimed`: its holder is at work on it. `posting`: the reply may have been posted. `waiting`: it
   * certainly was not, and is tried again later.
   */
  status: 'claimed' | 'posting' | 'waiting' | 'answered' | 'expired';
  /** The process that is at work on it, or was last. */
  holder: string;
  /** How the answer came out; null until then. */
  outcome: string | null;
  /** The quotes by reference, as JSON; null until answered. */
  answer: string | null;
  /** The message with the answer, where it has one. */
  reply_ts: string | null;
  attempts: Generated<number>;
  asked_at: number;
  /** Until then its holder is trusted to be at work on it, or it waits. */
  leased_until: number;
  answered_at: number | null;
}

export interface FeedbackTable {
  /** The id of the question that was answered. */
  question: string;
  /** Null once it was forgotten. */
  person: string | null;
  verdict: 'helpful' | 'unhelpful';
  /** What the person wrote about it; null when nothing, or once it was forgotten. */
  reason: string | null;
  given_at: number;
}

export type QuestionRow = Selectable<QuestionsTable>;
export type NewQuestionRow = Insertable<QuestionsTable>;
export type FeedbackRow = Selectable<FeedbackTable>;
