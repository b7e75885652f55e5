import type { Insertable, Selectable } from 'kysely';
import type { RunStatus } from '../digests/run.ts';
import type { ItemState } from '../feeds/feed.ts';
import type { TextKind } from '../library/article.ts';
import type { Deed, Proposal, StoredState } from '../library/article-store.ts';
import type { JobState, Suspicion } from '../outbox/job.ts';
import type { Outcome, Source } from '../questions/question.ts';

/** The tables, as Kysely reads them. Times are milliseconds since 1970. */
export interface Tables {
  jobs: JobsTable;
  questions: QuestionsTable;
  shares: SharesTable;
  feedback: FeedbackTable;
  quiet_threads: QuietThreadsTable;
  subscriptions: SubscriptionsTable;
  runs: RunsTable;
  articles_seen: ArticlesSeenTable;
  people: PeopleTable;
  feeds: FeedsTable;
  feed_items: FeedItemsTable;
  libraries: LibrariesTable;
  articles: ArticlesTable;
  article_versions: ArticleVersionsTable;
  article_proposals: ArticleProposalsTable;
  article_history: ArticleHistoryTable;
  installations: InstallationsTable;
}

export interface QuestionsTable {
  /** Team, channel and ts of the message, or team and trigger of the command. */
  key: string;
  /** Follows from the key: what buttons and message metadata refer to. */
  id: string;
  event_id: string | null;
  team: string;
  channel: string;
  /** Root of the thread that the reply goes to; null in the channel itself. */
  thread: string | null;
  /** The message that asked; null for a command. */
  ts: string | null;
  /** Root of the thread of the message that it is about. */
  about_thread: string | null;
  /** Empty once it was forgotten. */
  person: string;
  /** Where it was asked; the column is older than the word for it. */
  surface: Source;
  /** Null once it was forgotten. */
  text: string | null;
  status: 'open' | 'answered' | 'expired';
  /** How the answer came out; null until then. */
  outcome: Outcome | null;
  /** The quotes by reference, as JSON; null until answered. */
  answer: string | null;
  /** The message with the answer, where it has one. */
  reply_ts: string | null;
  asked_at: number;
  answered_at: number | null;
  /** Of version 0.1; the table of jobs has these now. */
  response_url: null;
  holder: string;
  leased_until: number;
}

export interface JobsTable {
  /** The same for every delivery of what asks for it. */
  key: string;
  /** Follows from the key: what message metadata refers to. */
  id: string;
  kind: string;
  /** JSON; null once the job is settled. */
  payload: string | null;
  state: JobState;
  /** The process that is at work on it, or was last. */
  holder: string;
  /** Until then its holder is trusted to be at work on it, or it waits. */
  leased_until: number;
  attempts: number;
  suspicion: Suspicion;
  /** What the last attempt was going to post; null once the job is settled. */
  draft: string | null;
  created_at: number;
  finished_at: number | null;
  /** Whose it is, where the bot is in many workspaces; empty where it is in one. */
  team: string;
}

/** The workspaces that have the bot, where many may. */
interface InstallationsTable {
  team: string;
  /** Slack's tokens, encrypted. */
  sealed: string;
  /** Counts the tokens, so that none is written over a newer one. */
  version: number;
  /** When the token ends; null for one that does not. */
  expires_at: number | null;
  /** Until then one process is at work on a new token. */
  renewing_until: number;
  installed_at: number;
}

export interface SharesTable {
  id: string;
  team: string;
  channel: string;
  thread: string | null;
  /** Who shared it. */
  person: string;
  /** The id of the question whose answer was shared. */
  question: string;
  shared_at: number;
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
  rhythm: 'times' | 'news';
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
  /** 1 where old articles are quoted too. */
  archive: number;
  /** Local date of the first digest after a pause; null when there is none. */
  paused_until: string | null;
  /** When the next digest is due; null while off. */
  due_at: number | null;
  /** The local date that the next digest is for. */
  due_date: string | null;
  /** The person who is told of failures. */
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
  status: RunStatus;
  /** Why the last attempt, or the whole run, failed. */
  reason: string | null;
  post_ts: string | null;
  finished_at: number | null;
  /** The reason that the person who set the digest up was told last; null when none. */
  told_reason: string | null;
  /** Of version 0.1; the table of jobs has these now. */
  attempts: number;
  leased_until: number;
  holder: string;
  content: null;
  begun_at: null;
  untold: number;
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

export type JobRow = Selectable<JobsTable>;
export type QuestionRow = Selectable<QuestionsTable>;
export type NewQuestionRow = Insertable<QuestionsTable>;
export type FeedbackRow = Selectable<FeedbackTable>;

/** How the people who asked belong to their workspaces, and their language. */
interface PeopleTable {
  team: string;
  person: string;
  standing: 'member' | 'guest' | 'stranger' | 'deactivated';
  /** As Slack writes it; empty where Slack says none, null before it was asked for. */
  locale: string | null;
  looked_up_at: number;
}

export interface LibrariesTable {
  library: string;
  /** Grows with every change of the library; who changes it holds this row until the change is whole. */
  watermark: number;
}

/** The feeds that the library follows. */
export interface FeedsTable {
  library: string;
  id: string;
  address: string;
  /** Without what says nothing of the feed: one feed is followed once. */
  canonical: string;
  title: string;
  etag: string | null;
  last_modified: string | null;
  /** Null for one that is gone. */
  next_at: number | null;
  failures: number;
  failing_since: number | null;
  problem: string | null;
  told: number;
  team: string;
  /** Empty once forgotten. */
  person: string;
  added_at: number;
  /** The process that is at work on it, or was last. */
  holder: string;
  leased_until: number;
}

export interface FeedItemsTable {
  feed: string;
  key: string;
  state: ItemState;
  address: string;
  /** JSON. */
  record: string;
  /** The id of the article that it became. */
  article: string | null;
  tries: number;
  found_at: number;
  /** Its place in the feed, so that the newest is fetched first. */
  place: number;
}

export interface ArticlesTable {
  library: string;
  id: string;
  state: StoredState['state'];
  /** The last one, which is shown; 0 where there never was one. */
  version: number;
  /** Of the last change. */
  watermark: number;
  /** The watermark at which it came in. */
  added: number;
  /** What lists and counts need, so that they need not read the versions; empty once it is erased. */
  published: string | null;
  kind: TextKind | null;
  paragraphs: number;
  to_review: number;
  /** Of the source: what keeps an erased article out. */
  sha256: string | null;
  address: string | null;
  /** Of the folder's article that it stands for. */
  folder_digest: string | null;
}

export interface ArticleVersionsTable {
  library: string;
  article: string;
  version: number;
  /** JSON. */
  record: string;
  paragraphs: string;
  made_at: number;
}

export interface ArticleProposalsTable {
  library: string;
  /** Follows from the key of the act. */
  id: string;
  state: Proposal['state'];
  /** The id that its article has, or would have. */
  article: string;
  replaces: string | null;
  sha256: string | null;
  address: string | null;
  /** The article, as JSON; null once it was settled. */
  contents: string | null;
  /** JSON; null once it was settled. */
  left_out: string | null;
  format: string;
  person: string;
  team: string;
  channel: string;
  proposed_at: number;
  settled_by: string | null;
  settled_at: number | null;
}

export interface ArticleHistoryTable {
  library: string;
  key: string;
  watermark: number;
  article: string;
  deed: Deed;
  proposal: string | null;
  version: number | null;
  /** Joined by commas. */
  fields: string;
  /** Empty once the person was forgotten. */
  person: string;
  team: string;
  channel: string;
  at: number;
}

export type ArticleRow = Selectable<ArticlesTable>;
export type ArticleProposalRow = Selectable<ArticleProposalsTable>;
export type ArticleHistoryRow = Selectable<ArticleHistoryTable>;
export type FeedRow = Selectable<FeedsTable>;
export type FeedItemRow = Selectable<FeedItemsTable>;
