import type { CitedQuote } from '../answer/quote.ts';
import { isNamedBy, type ReadTopics, type Topics } from '../answer/topics.ts';
import { requireWhole } from '../answer/unsearchable.ts';
import type { Library } from '../library/library.ts';
import type { PublicQuestion } from './asked.ts';
import {
  composeDigest,
  type Digest,
  isEmpty,
  type ListedLink,
  restoreDigest,
  shownIn,
  verbatimOnly,
} from './digest.ts';
import type { Runs } from './run.ts';
import type {
  ArticlesSeen,
  DigestSettings,
  PassageKey,
  Place,
  Seen,
  Subscription,
} from './subscription.ts';

/** What digests are made from. */
export interface DraftParts {
  readonly library: Library;
  readonly readTopics: (text: string) => ReadTopics;
  /** Every passage on the topics, one a paragraph, best first. */
  readonly passagesOn: (topics: Topics) => Promise<readonly CitedQuote[]>;
  /** What feeds brought since an instant (ms since 1970) that is not in the library, newest first. */
  readonly linksSince: (since: number, limit?: number) => Promise<readonly ListedLink[]>;
  readonly seen: ArticlesSeen;
  readonly runs: Runs;
  /** What was asked in a channel for all to see since an instant (ms since 1970), newest first. */
  readonly askedIn: (place: Place, since: number) => Promise<readonly PublicQuestion[]>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A first digest looks back this far at what was asked, in ms. */
const firstLook = 7 * 24 * 60 * 60_000;

/** Older links are no news, in ms. */
const linkLife = 30 * 24 * 60 * 60_000;

/** A digest, and what is no news any more once it was posted. */
export interface Drafted {
  readonly digest: Digest;
  readonly passages: readonly PassageKey[];
}

/** What the next digest of a subscription would say now. */
export async function draftDigest(
  subscription: Subscription,
  parts: DraftParts,
  stored?: string,
): Promise<Drafted> {
  const { library, seen, runs, clock } = parts;
  requireWhole(library);
  const last = await runs.lastPosted(subscription.id);
  const asked = await parts.askedIn(subscription, last?.finishedAt ?? clock() - firstLook);
  const before = stored ? restoreDigest(stored, library, asked) : undefined;
  if (before) {
    const digest = verbatimOnly(before, library);
    // What came since it was drafted is news for the next one.
    return { digest, passages: shownIn(digest) };
  }
  const known = await seen.of(subscription.id);
  // Before the search, so that an article that comes meanwhile is news for the next one.
  const links = await newLinks(parts, known);
  const unseen = [...unseenIn(library, known), ...keysOf(links)];
  const matching = await matchingOf(subscription, parts);
  const { passages, archive } = subscription;
  const wanted = linksOn(subscription.topics, links, parts);
  const from = { matching, seen: known, passages, archive, asked };
  const made = composeDigest({ ...from, links: wanted });
  const digest = verbatimOnly(made, library);
  return { digest, passages: [...shownIn(digest), ...unseen] };
}

/** Whether something new has come for a subscription; what is none of its topics is noted as seen. */
export async function hasNews(subscription: Subscription, parts: DraftParts): Promise<boolean> {
  const { seen, clock } = parts;
  const unseen = await newsFor(parts, await seen.of(subscription.id));
  if (unseen.length === 0) return false;
  const { digest } = await draftDigest({ ...subscription, archive: false }, parts);
  if (!isEmpty(digest)) return true;
  await seen.note(subscription.id, unseen, clock());
  return false;
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
    archive: settings.archive,
    links: [],
    asked: await parts.askedIn(place, clock() - firstLook),
  });
  return verbatimOnly(digest, library);
}

/** The articles of the library that are news, by what was seen of it. */
function unseenIn({ articles }: Library, seen?: Seen): PassageKey[] {
  const unseen = [...articles.keys()].filter((article) => !seen?.articles.has(article));
  return unseen.map((article) => ({ article, paragraph: 0 }));
}

/** Everything that is news, by what was seen of it: articles, and links. */
export async function newsFor(
  parts: Pick<DraftParts, 'library' | 'linksSince' | 'clock'>,
  seen?: Seen,
): Promise<PassageKey[]> {
  return [...unseenIn(parts.library, seen), ...keysOf(await newLinks(parts, seen))];
}

async function newLinks(
  { linksSince, clock }: Pick<DraftParts, 'linksSince' | 'clock'>,
  seen: Seen | undefined,
): Promise<ListedLink[]> {
  const links = await linksSince(clock() - linkLife);
  return links.filter(({ id }) => !seen?.articles.has(id));
}

function keysOf(links: readonly ListedLink[]): PassageKey[] {
  return links.map(({ id }) => ({ article: id, paragraph: 0 }));
}

function linksOn(
  topics: string,
  links: readonly ListedLink[],
  { readTopics }: DraftParts,
): ListedLink[] {
  const read = readTopics(topics);
  return 'problems' in read ? [] : links.filter((link) => isNamedBy(read.topics, link));
}

/** The topics, as they were typed, that nothing in the library is about. */
export async function unmatchedTopics(
  topics: string,
  { readTopics, passagesOn }: DraftParts,
): Promise<string[]> {
  const read = readTopics(topics);
  if ('problems' in read) return [];
  const found = await Promise.all(read.topics.map((topic) => passagesOn([topic])));
  return read.typed.filter((_, index) => found[index]?.length === 0);
}

async function matchingOf(
  { topics }: Pick<DigestSettings, 'topics'>,
  { readTopics, passagesOn }: DraftParts,
): Promise<readonly CitedQuote[]> {
  const read = readTopics(topics);
  // They could be read when they were set.
  if ('problems' in read) throw new Error('The topics can no longer be read');
  return passagesOn(read.topics);
}
