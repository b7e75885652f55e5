import type { PublicQuestion } from '../digests/asked.ts';
import type { Place } from '../digests/subscription.ts';
import type { FeedStore } from '../feeds/feed.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { JobStore } from '../outbox/job.ts';
import type { PeopleStore } from '../questions/people.ts';
import type { InstallationRows } from '../workspaces/installations.ts';
import { StoredArticles } from './articles.ts';
import { StoredArticlesSeen } from './articles-seen.ts';
import { DatabaseLink, type Use } from './database.ts';
import { Feedback, type FeedbackStore } from './feedback.ts';
import { StoredFeeds } from './feeds.ts';
import { StoredInstallations } from './installations.ts';
import { People } from './people.ts';
import { type Archive, QuestionArchive } from './question-archive.ts';
import { askedInChannel, Questions } from './questions.ts';
import { ResilientJobs } from './resilient-jobs.ts';
import { StoredRuns } from './runs.ts';
import { Shares } from './shares.ts';
import { StoredSubscriptions } from './subscriptions.ts';
import { type ThreadStore, Threads } from './threads.ts';

/** What opening a store takes. */
export interface StoreParts {
  /** DATABASE_URL. */
  readonly url: string;
  /** False: a text is forgotten as soon as its question is answered. */
  readonly keepsTexts: boolean;
  /** Told once when the database goes away, and once when it is back. */
  readonly tell: (message: string) => void;
  /** The time of the digests, in ms since 1970. */
  readonly clock?: () => number;
}

/**
 * Everything that is kept, over a database that may be away, at the start or later. The jobs bear
 * that; everything else rejects with a StoreError meanwhile.
 */
export interface Store {
  readonly jobs: JobStore;
  readonly questions: Questions;
  readonly shares: Shares;
  readonly archive: Archive;
  readonly feedback: FeedbackStore;
  readonly threads: ThreadStore;
  readonly people: PeopleStore;
  readonly subscriptions: StoredSubscriptions;
  readonly runs: StoredRuns;
  readonly seen: StoredArticlesSeen;
  /** The articles of a library by its name; what changes them waits for `changed` before it resolves. */
  articlesOf(library: string, changed?: () => Promise<void>): ArticleStore;
  /** The feeds of a library by its name. */
  feedsOf(library: string): FeedStore;
  /** What was asked in a channel for all to see since an instant (ms since 1970), newest first. */
  askedIn(place: Place, since: number): Promise<PublicQuestion[]>;
  /** Works on the database itself; rejects with a StoreError while it is away. */
  readonly use: Use;
  /** Writes down what can be; a whole store closes the database as well. */
  close(): Promise<void>;
}

/** A store that many workspaces share. */
export interface SharedStore extends Store {
  readonly installations: InstallationRows;
  /** The same store, with the jobs and due digests of one workspace. */
  of(team: string): Store;
}

/** Opens the store; the database itself when it is used first. */
export function openStore(parts: StoreParts): SharedStore {
  const link = new DatabaseLink(parts);
  const store = viewOf(link, parts);
  return {
    ...store,
    installations: new StoredInstallations((work) => link.write(work)),
    of: (team) => viewOf(link, parts, team),
    async close() {
      await store.close();
      await link.close();
    },
  };
}

/** What is kept, as all workspaces or one of them see it. */
function viewOf(link: DatabaseLink, { keepsTexts, clock }: StoreParts, team?: string): Store {
  const read: Use = (work) => link.read(work);
  const write: Use = (work) => link.write(work);
  const jobs = new ResilientJobs(link, Date.now, team);
  return {
    jobs,
    questions: new Questions(read, { keepsTexts }),
    shares: new Shares(),
    archive: new QuestionArchive(write),
    feedback: new Feedback(write),
    threads: new Threads(write),
    people: new People(write),
    subscriptions: new StoredSubscriptions(write, team),
    runs: new StoredRuns(write, clock),
    seen: new StoredArticlesSeen(write),
    articlesOf: (library, changed) =>
      new StoredArticles({ read, write }, { library, changed, clock }),
    feedsOf: (library) => new StoredFeeds(write, library),
    use: write,
    askedIn: (place, since) => askedInChannel(read, place, since),
    close: () => jobs.close(),
  };
}
