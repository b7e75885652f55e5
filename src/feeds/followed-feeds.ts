import { randomBytes } from 'node:crypto';
import { DeadlineError, withDeadline } from '../outbox/timing.ts';
import type { Feed, FeedStore } from './feed.ts';
import type { Polling } from './polling.ts';
import { newFeed } from './schedule.ts';

/** What became of an address that is to be followed. */
export type Followed =
  | { readonly kind: 'added'; readonly feed: Feed; readonly items: number }
  | { readonly kind: 'known'; readonly feed: Feed }
  | { readonly kind: 'refused'; readonly address: string; readonly problem: string }
  /** It is still being read; the list will show whether it is followed. */
  | { readonly kind: 'slow'; readonly address: string }
  | { readonly kind: 'too many'; readonly max: number };

/** What became of a feed that is to be removed: none may be meant, or several. */
export type Unfollowed =
  | { readonly kind: 'removed'; readonly feed: Feed }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several'; readonly feeds: readonly Feed[] };

/** What the feeds of a library are managed with. */
export interface FollowedFeedsParts {
  readonly feeds: FeedStore;
  readonly polling: Pick<Polling, 'begin'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly interval?: number | undefined;
}

/** Somebody waits for what comes of a first visit, but not longer, in ms. */
const maxWait = 15_000;

/** A library follows at most so many feeds. */
const maxFeeds = 200;

/** What people can do with the feeds of the library. */
export class FollowedFeeds {
  readonly #parts: FollowedFeedsParts;

  constructor(parts: FollowedFeedsParts) {
    this.#parts = parts;
  }

  /** The title of the feed that an article came from. */
  feedOf(article: string): Promise<string | undefined> {
    return this.#parts.feeds.feedOf(article);
  }

  all(): Promise<Feed[]> {
    return this.#parts.feeds.all();
  }

  /** Follows a feed once it could be read: of what can't be read now, nothing is kept. */
  async add(
    typed: string,
    by: { readonly team: string; readonly person: string },
  ): Promise<Followed> {
    const { polling, clock, interval } = this.#parts;
    const address = addressIn(typed);
    const before = await this.all();
    const known = before.find((feed) => feed.address === address);
    if (known) return { kind: 'known', feed: known };
    if (before.length >= maxFeeds) return { kind: 'too many', max: maxFeeds };
    const now = clock();
    const id = randomBytes(6).toString('base64url');
    const { team, person } = by;
    const feed = { ...newFeed(address, now, interval), id, title: '', team, person, addedAt: now };
    const begun = await withDeadline(polling.begin(feed), maxWait).catch((error: Error) => {
      if (error instanceof DeadlineError) return 'slow' as const;
      throw error;
    });
    if (begun === 'slow') return { kind: 'slow', address };
    if ('known' in begun) {
      const same = (await this.all()).find(
        (each) => each.id !== id && sameAddress(each, begun.known),
      );
      return { kind: 'known', feed: same ?? feed };
    }
    if ('problem' in begun) return { kind: 'refused', address, problem: begun.problem };
    return { kind: 'added', ...begun };
  }

  /** Follows a feed no more, by its address, its title or its number in the list. */
  async remove(typed: string): Promise<Unfollowed> {
    const all = await this.all();
    const wanted = typed.trim().toLowerCase();
    const numbered = /^\d{1,3}$/.test(wanted) ? all[Number(wanted) - 1] : undefined;
    const exact = all.filter(({ address, title }) =>
      [address, addressOf(address), title.toLowerCase()].includes(wanted.replace(/\/$/, '')),
    );
    const found = numbered ? [numbered] : exact.length > 0 ? exact : all.filter(meant(wanted));
    const [feed, ...others] = found;
    if (!feed) return { kind: 'unknown' };
    if (others.length > 0) return { kind: 'several', feeds: found };
    await this.#parts.feeds.remove(feed.id);
    return { kind: 'removed', feed };
  }
}

/** People leave out what a browser adds. */
function addressIn(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}

function addressOf(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

function sameAddress(feed: Feed, address: string): boolean {
  return addressOf(feed.address) === addressOf(address);
}

function meant(wanted: string): (feed: Feed) => boolean {
  return ({ address, title }) =>
    wanted.length >= 3 && `${address} ${title}`.toLowerCase().includes(wanted);
}
