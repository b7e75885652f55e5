import type { FeedState } from './schedule.ts';

/** A feed that the library follows. */
export interface Feed extends FeedState {
  readonly id: string;
  /** What it calls itself; empty until it was read. */
  readonly title: string;
  /** Who added it; empty once forgotten. */
  readonly team: string;
  readonly person: string;
  readonly addedAt: number;
}

/** What a feed says of an item that it gives only a link to. */
export interface ItemRecord {
  readonly title: string;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
}

/** An item of a feed whose page may be an article. */
export interface FeedItem {
  readonly feed: string;
  /** The same in every reading of the feed. */
  readonly key: string;
  readonly address: string;
  readonly record: ItemRecord;
  /** How often its page could not be read for a reason that may pass. */
  readonly tries: number;
}

/**
 * What became of an item. `pending`: its page is still to be fetched. `article`: the library has it.
 * `link`: it can't be had whole, and digests list it. `left`: erased, or the library's already.
 */
export type ItemState = 'pending' | 'article' | 'link' | 'left';

/** An item that is listed because it can't be had whole. */
export interface FeedLink extends ItemRecord {
  /** Of the feed and the item: the same for every process. */
  readonly id: string;
  readonly address: string;
  /** Title of the feed. */
  readonly publisher: string;
}

/** Which process is at work on a feed, and until when it is trusted to be (ms since 1970). */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

/** The feeds of a library. All of it rejects with a StoreError while the database is away. */
export interface FeedStore {
  /** In the order in which they were added. */
  all(): Promise<Feed[]>;
  /** Adds a feed that this process is about to visit; false when there is one with this address. */
  add(feed: Feed, lease: Lease): Promise<boolean>;
  /** Removes a feed with what is known of its items; the articles stay. */
  remove(id: Feed['id']): Promise<void>;
  /** Takes a feed that is due, or has pages to be fetched, and that no process is at work on. */
  claim(now: number, lease: Lease): Promise<Feed | undefined>;
  /** Stays at work on a feed; false when another process has it by now, or it was removed. */
  renew(id: Feed['id'], lease: Lease): Promise<boolean>;
  /**
   * Writes down how a feed stands and leaves it until an instant (ms since 1970), unless another process
   * has it by now.
   */
  leave(feed: Feed, holder: string, until: number): Promise<void>;

  /** Those of some keys that were met before. */
  known(feed: Feed['id'], keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Notes items that were not met before. */
  note(items: readonly FeedItem[], state: ItemState, now: number): Promise<void>;
  /** Items whose pages are to be fetched, newest first. */
  pending(feed: Feed['id'], limit: number): Promise<FeedItem[]>;
  settle(item: FeedItem, state: ItemState, article?: string): Promise<void>;
  /**
   * Forgets items that no article was made of and that were met before an instant (ms since 1970), but
   * for those of some keys, which the feed still has.
   */
  forget(feed: Feed['id'], before: number, held: readonly string[]): Promise<void>;
  /** What was listed since an instant (ms since 1970), newest first. */
  links(since: number, limit: number): Promise<FeedLink[]>;
  /** The title of the feed that an article came from. */
  feedOf(article: string): Promise<string | undefined>;
}
