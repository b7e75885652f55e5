import type { Article, ArticleRecord } from './article.ts';

/** The library of a bot that has only one. */
export const mainLibrary = 'main';

/** Who does something to the library, and where from. */
export interface Act {
  /** The same for every delivery of one click, command or item: what was done once is not done again. */
  readonly key: string;
  /** A person's id in Slack; empty for the terminal and for feeds. */
  readonly person: string;
  /** Where it was done; empty for the terminal. */
  readonly team?: string | undefined;
  readonly channel?: string | undefined;
}

/** What was done to an article. */
export type Deed =
  | 'proposed'
  | 'discarded'
  | 'added'
  | 'corrected'
  | 'replaced'
  | 'removed'
  | 'restored'
  | 'erased';

/** One line of the history of an article. */
export interface HistoryEntry {
  readonly article: Article['id'];
  readonly deed: Deed;
  /** Empty for the terminal and for feeds, and once the person was forgotten. */
  readonly person: string;
  readonly team: string;
  readonly channel: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The version that it made; absent where it made none. */
  readonly version?: number | undefined;
  /** What of the record it changed, and `text`; empty for everything else. */
  readonly fields: readonly string[];
}

/** What became of an act. Whatever it did, it did wholly. */
export type Outcome =
  /** It is done, and every process will see it. */
  | { readonly kind: 'done'; readonly version: number }
  /** This very act was done before: a second delivery, or a second click of one person. */
  | { readonly kind: 'repeated' }
  /** The article or proposal is not as the person saw it: what somebody did to it last. */
  | { readonly kind: 'overtaken'; readonly by?: HistoryEntry | undefined }
  /** Another article of the store has this id. */
  | { readonly kind: 'taken' }
  /** It was erased, and stays out. */
  | { readonly kind: 'withdrawn' };

/** An article that somebody would like to see in the library. */
export interface NewProposal {
  readonly article: Article;
  /** What its file was, such as `pdf`. */
  readonly format: string;
  /** What of the source is not in the article. */
  readonly leftOut: readonly string[];
  /** The article of which it would be a new version. */
  readonly replaces?: Article['id'] | undefined;
}

/** A proposal as it is kept. */
export interface Proposal extends Omit<NewProposal, 'article'> {
  /** Follows from the key of the act: short enough for a button. */
  readonly id: string;
  /** Absent once it was discarded or erased. */
  readonly article?: Article | undefined;
  readonly state: 'waiting' | 'accepted' | 'discarded';
  readonly person: string;
  readonly team: string;
  readonly channel: string;
  readonly proposedAt: number;
  /** Who accepted or discarded it. */
  readonly settledBy?: string | undefined;
  readonly settledAt?: number | undefined;
}

/** How an article of the store stands. */
export interface StoredState {
  readonly id: Article['id'];
  /** `removed`: not found any more, kept for old answers. `erased`: its words are gone. */
  readonly state: 'held' | 'removed' | 'erased';
  /** Counts from 1; 0 for an article that was erased before the store had it. */
  readonly version: number;
  /** The watermark of its last change. */
  readonly watermark: number;
  /** The watermark at which it came in first. */
  readonly addedAt: number;
  /** The digest of the folder's article that it stands for, where it was one of a folder. */
  readonly folderDigest?: string | undefined;
}

/** Every change after a watermark, and the watermark that it leads to. */
export interface Changes {
  readonly watermark: number;
  /** False: there are more; ask again from this watermark. */
  readonly isComplete: boolean;
  /** Each article once, as it stands now, in the order of the changes. */
  readonly changes: readonly StoredState[];
}

/** A version of an article. */
export interface ArticleVersion {
  readonly version: number;
  readonly article: Article;
  readonly madeAt: number;
}

/** The record of a version of an article. */
export interface RecordVersion extends Omit<ArticleVersion, 'article'> {
  readonly record: ArticleRecord;
}

/** What became of an article of a folder that was taken in. */
export interface Published {
  readonly id: Article['id'];
  readonly became: 'added' | 'replaced' | 'unchanged' | 'removed' | 'withdrawn';
}

/** What is known of an article that is to be erased: its words too, where a folder has them. */
export type Erasable = Pick<Article, 'id' | 'source' | 'url'> &
  Partial<Pick<Article, 'paragraphs'>>;

/** How much a library holds. */
export interface StoredCounts {
  readonly articles: number;
  readonly briefs: number;
  readonly paragraphs: number;
  /** Articles that somebody should look over. */
  readonly toReview: number;
  /** Proposals that nobody has accepted or discarded. */
  readonly waiting: number;
}

/**
 * The articles of one library as people change them: added, corrected, removed, erased, with all
 * versions and who did what. Each act is one transaction, and does its work once however often its
 * key comes. All of it rejects with a StoreError while the database is away.
 */
export interface ArticleStore {
  /** Keeps an article for somebody to accept; the proposal that waits already where it is the same. */
  propose(proposal: NewProposal, act: Act): Promise<Proposal | 'withdrawn'>;
  /** Keeps other words or another record, or another id, for a proposal that waits. */
  amend(id: Proposal['id'], article: Article, act: Act): Promise<Outcome>;
  proposal(id: Proposal['id']): Promise<Proposal | undefined>;
  /** What waits to be accepted, oldest first. */
  proposals(limit: number): Promise<Proposal[]>;
  /**
   * Adds the article of a proposal, or makes it a version; `before` is the article that it replaces,
   * as the person saw it. When its id is taken, amend it with another one.
   */
  accept(id: Proposal['id'], act: Act, before?: Article): Promise<Outcome>;
  /** Forgets the article of a proposal. */
  discard(id: Proposal['id'], act: Act): Promise<Outcome>;

  /** Adds an article; `taken` when there is one with its id. */
  add(article: Article, act: Act): Promise<Outcome>;
  /**
   * Takes an article in the place of another one, which is `before` as the person saw it, from a
   * folder or from here: the record or the words were wrong.
   */
  correct(before: Article, article: Article, act: Act): Promise<Outcome>;
  /** The same for a source that has changed by itself. */
  replace(before: Article, article: Article, act: Act): Promise<Outcome>;
  /**
   * Takes in the articles of a folder: what is new, and what has changed there since it was taken in
   * last. What was corrected here stays corrected until its file changes.
   */
  publish(articles: readonly Article[]): Promise<Published[]>;
  /** Takes an article, as the person saw it, out of everything that is searched. */
  remove(article: Article, act: Act): Promise<Outcome>;
  /** Brings a removed article back. */
  restore(id: Article['id'], act: Act): Promise<Outcome>;
  /**
   * A takedown. Forgets all words and the record of an article, its versions and proposals, and what
   * questions and open posts hold of them; in SQLite no byte of them is left. The id, and the digest
   * and address of the source, are kept so that it stays out.
   */
  erase(article: Erasable, act: Act): Promise<Outcome>;

  /** What was done to an article, the last first. */
  historyOf(id: Article['id']): Promise<HistoryEntry[]>;
  /** All versions that are kept, the last first. */
  versionsOf(id: Article['id']): Promise<ArticleVersion[]>;
  /** Whether an article with this id, source or address was erased. */
  isErased(article: Pick<Article, 'id' | 'source' | 'url'>): Promise<boolean>;

  /** Grows with every change; 0 for a library that never had one. */
  watermark(): Promise<number>;
  changesSince(watermark: number, limit: number): Promise<Changes>;

  /** The last versions of those of some articles that are held, in no order. */
  latest(ids: readonly Article['id'][]): Promise<ArticleVersion[]>;
  /** The same without their words. */
  latestRecords(ids: readonly Article['id'][]): Promise<RecordVersion[]>;
  /** The articles that are held by id, after one of them. */
  pageAfter(id: Article['id'] | undefined, limit: number): Promise<Article[]>;
  /** Records by date of publication, the newest first and the undated last. */
  records(offset: number, limit: number): Promise<ArticleRecord[]>;
  counts(): Promise<StoredCounts>;
}
