import type { Generated, Insertable, Selectable } from 'kysely';
import type { Outcome, Source } from '../questions/question.ts';

/** The tables, as Kysely reads them. Times are milliseconds since 1970. */
export interface Tables {
  questions: QuestionsTable;
  feedback: FeedbackTable;
  quiet_threads: QuietThreadsTable;
  subscriptions: SubscriptionsTable;
  runs: RunsTable;
  articles_seen: ArticlesSeenTable;
  people: PeopleTable;
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
  /** Where it was asked; the column is older than the word for it. */
  surface: Source | 'share';
  /** Null once it was forgotten. */
  text: string | null;
  /** Where a command's reply goes; null once it was answered. */
  response_url: string | null;
  /**
   * `claimed`: its holder is at work on it; if that is gone, how far it came nobody knows. `posting`:
   * the reply may have been posted. `waiting`: it certainly was not, and is tried again later.
   */
  status: 'claimed' | 'posting' | 'waiting' | 'answered' | 'expired';
  /** The process that is at work on it, or was last. */
  holder: string;
  /** How the answer came out; null until then. */
  outcome: Outcome | null;
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

export interface SubscriptionsTable {
  id: string;
  team: string;
  channel: string;
  status: 'on' | 'off';
  /** Local time, `HH:MM`. */
  time: string;
  /** IANA name. */
  zone: string;
  /** ISO weekdays, 1 for Monday, as a string of digits. */
  weekdays: string;
  /** In the search syntax; empty for everything. */
  topics: string;
  /** How many passages a digest shows. */
  passages: number;
  /** Local date of the first digest after a pause; null when there is none. */
  paused_until: string | null;
  /** When the next digest is due; null while off. */
  due_at: number | null;
  /** The local date that the next digest is for. */
  due_date: string | null;
  /** Whom failures are told. */
  set_up_by: string;
  /** The last changes, newest first, as JSON. */
  changes: string;
  /** Counts the changes, so that none overwrites another unseen. */
  version: number;
}

export interface RunsTable {
  /** Short and random: what message metadata refers to. */
  id: string;
  subscription: string;
  /** The local date that it is for, or `now-…` when somebody asked for it. */
  slot: string;
  due_at: number;
  /**
   * `waiting`: certainly not posted. `posting`: the message may have been posted. `replying`: it was,
   * and its thread is to follow. All others are final.
   */
  status: 'waiting' | 'posting' | 'replying' | 'posted' | 'empty' | 'failed' | 'missed' | 'dropped';
  attempts: number;
  /** Until then whoever holds it is trusted to be at work on it; then anybody may take it. */
  leased_until: number;
  /** Random for each taking: who was overtaken can write no more. */
  holder: string;
  /** What is posted, by reference, as JSON. */
  content: string | null;
  /** Why the last attempt, or the whole run, failed. */
  reason: string | null;
  post_ts: string | null;
  /** When the last post was begun. */
  begun_at: number | null;
  finished_at: number | null;
  /** 1 while whoever set the digest up is still to be told of the failure. */
  untold: number;
  /** The reason that whoever set the digest up was told last; null when none. */
  told_reason: string | null;
}

export interface ArticlesSeenTable {
  subscription: string;
  article: string;
  /** 0 for the article itself: it was there, or was announced. */
  paragraph: number;
  shown_at: number;
}

export type SubscriptionRow = Selectable<SubscriptionsTable>;
export type RunRow = Selectable<RunsTable>;
/** Threads in which the bot speaks only when it is mentioned. */
export interface QuietThreadsTable {
  team: string;
  channel: string;
  thread: string;
  since: number;
}

export type QuestionRow = Selectable<QuestionsTable>;
export type NewQuestionRow = Insertable<QuestionsTable>;
export type FeedbackRow = Selectable<FeedbackTable>;

/** How the people who asked belong to their workspaces. */
interface PeopleTable {
  team: string;
  person: string;
  standing: 'member' | 'guest' | 'stranger' | 'deactivated';
  looked_up_at: number;
}
