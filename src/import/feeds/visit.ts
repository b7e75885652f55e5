import type { Parsers } from '../child/parsers.ts';
import type { Fetched, Fetcher } from '../fetch/fetcher.ts';
import type { MayPoll } from '../fetch/robots.ts';
import type { SourceDocument, SourceLink } from '../source.ts';
import { afterVisit, type FeedState } from './schedule.ts';

/** What a visit brought, and what is to be remembered of the feed. */
export interface Visit {
  readonly feed: FeedState;
  /** Items that came whole; those that were there before are among them. */
  readonly documents: readonly SourceDocument[];
  /** Items of which only the beginning came: their pages. */
  readonly links: readonly SourceLink[];
  /** Why it could not be read. */
  readonly problem?: string;
}

/** What a visit works with. */
export interface VisitParts {
  readonly fetcher: Fetcher;
  readonly parsers: Pick<Parsers, 'read'>;
  readonly mayPoll: MayPoll;
}

/** Asks a feed for what is new since the last visit. Nothing of it throws. */
export async function visitFeed(feed: FeedState, parts: VisitParts, now: number): Promise<Visit> {
  const { fetcher, parsers, mayPoll } = parts;
  const { address, validators } = feed;
  const isAllowed = URL.canParse(address) && (await mayPoll(address));
  const outcome: Fetched = isAllowed
    ? await fetcher.fetch(address, { validators })
    : {
        kind: 'refused',
        problem: 'its robots.txt does not let programs come back; ask its publisher',
      };
  if (outcome.kind !== 'fetched') return without(feed, outcome, now);
  const read = await parsers.read(outcome.source);
  if ('problem' in read) return without(feed, { kind: 'refused', problem: read.problem }, now);
  const { documents, links = [] } = read;
  return { feed: afterVisit(feed, outcome, now), documents, links };
}

function without(feed: FeedState, outcome: Fetched, now: number): Visit {
  const next = { feed: afterVisit(feed, outcome, now), documents: [], links: [] };
  return outcome.kind === 'refused' ? { ...next, problem: outcome.problem } : next;
}
