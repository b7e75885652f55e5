import { randomUUID } from 'node:crypto';
import type { Logger } from '@slack/bolt';
import type { Librarians } from '../additions/librarians.ts';
import type { Feed, FeedStore } from '../feeds/feed.ts';
import { FollowedFeeds } from '../feeds/followed-feeds.ts';
import { Polling } from '../feeds/polling.ts';
import { createRobots } from '../import/fetch/robots.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import type { NewJob } from '../outbox/job.ts';
import type { SayTo } from '../questions/people.ts';
import type { Reading } from './open-additions.ts';
import { brokenFeedNotice } from './replies/compose-feeds.ts';

/** What the feeds of a library are kept in, and how often they are visited. */
export interface FeedSettings {
  readonly store: FeedStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Between two visits of a feed, in ms; only code that tries the bot sets it. */
  readonly interval?: number | undefined;
}

/** What feeds are opened with. */
export interface FeedParts {
  readonly feeds: FeedSettings;
  readonly reading: Reading;
  readonly articles: ArticleStore;
  readonly library: Library;
  readonly librarians: Librarians;
  readonly command: string;
  readonly sayTo: SayTo;
  readonly log: Logger;
}

/** Follows the feeds of a library; `tell` hands in what a person is to be told. */
export function openFeeds(
  { feeds: { store, clock, interval }, ...parts }: FeedParts,
  tell: (notice: NewJob) => Promise<unknown>,
) {
  const { reading, articles, library, command, sayTo, log } = parts;
  const polling = new Polling({
    ...{ feeds: store, articles, library, clock, interval, log },
    ...reading,
    mayPoll: createRobots(reading.fetcher, clock),
    holder: randomUUID(),
    async tellBroken(feed: Feed) {
      // Who asked to be forgotten is not told.
      if (feed.person) await tell(brokenFeedNotice(feed, command, await sayTo(feed)));
    },
  });
  return { polling, followed: new FollowedFeeds({ feeds: store, polling, clock, interval }) };
}
