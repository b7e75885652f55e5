import type { CitedQuote } from '../answer/quote.ts';
import type { ReadTopics, Topics } from '../answer/topics.ts';
import type { Library } from '../library/library.ts';
import type { PublicQuestion } from './asked.ts';
import { composeDigest, type Digest, restoreDigest, verbatimOnly } from './digest.ts';
import type { Runs } from './run.ts';
import type {
  ArticlesSeen,
  DigestSettings,
  PassageKey,
  Place,
  Subscription,
} from './subscription.ts';

/** What digests are made from. */
export interface DraftParts {
  readonly library: Library;
  readonly readTopics: (text: string) => ReadTopics;
  /** Every passage on the topics, one a paragraph, best first. */
  readonly passagesOn: (topics: Topics) => Promise<readonly CitedQuote[]>;
  readonly seen: ArticlesSeen;
  readonly runs: Runs;
  /** What was asked in a channel for all to see since an instant (ms since 1970), newest first. */
  readonly askedIn: (place: Place, since: number) => Promise<readonly PublicQuestion[]>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A first digest looks back this far at what was asked, in ms. */
const firstLook = 24 * 60 * 60_000;

/** What the next digest of a subscription would say now. */
export async function draftDigest(
  subscription: Subscription,
  parts: DraftParts,
  stored?: string,
): Promise<Digest> {
  const { library, seen, runs, clock } = parts;
  const last = await runs.lastSuccess(subscription.id);
  const asked = await parts.askedIn(subscription, last?.finishedAt ?? clock() - firstLook);
  const before = stored ? restoreDigest(stored, library, asked) : undefined;
  if (before) return verbatimOnly(before, library);
  const { passages } = subscription;
  const matching = await matchingOf(subscription, parts);
  const digest = composeDigest({
    matching,
    seen: await seen.of(subscription.id),
    passages,
    asked,
  });
  return verbatimOnly(digest, library);
}

/** What the first digest with these settings would say. */
export async function draftFirst(
  place: Place,
  settings: DigestSettings,
  parts: DraftParts,
): Promise<Digest> {
  const { library, clock } = parts;
  const digest = composeDigest({
    matching: await matchingOf(settings, parts),
    seen: { articles: new Set(library.articles.keys()), passages: new Map() },
    passages: settings.passages,
    asked: await parts.askedIn(place, clock() - firstLook),
  });
  return verbatimOnly(digest, library);
}

/** All articles of the library, as no news any more. */
export function everyArticle({ articles }: Library): PassageKey[] {
  return [...articles.keys()].map((article) => ({ article, paragraph: 0 }));
}

async function matchingOf(
  { topics }: Pick<DigestSettings, 'topics'>,
  { readTopics, passagesOn }: DraftParts,
): Promise<readonly CitedQuote[]> {
  const read = readTopics(topics);
  if ('problems' in read) throw new Error(`The topics can't be read: ${read.problems.join(' ')}`);
  return passagesOn(read.topics);
}
