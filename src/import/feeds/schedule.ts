import type { Fetched, Validators } from '../fetch/fetcher.ts';

/** What is remembered of a feed between two visits. */
export interface FeedState {
  readonly address: string;
  readonly validators: Validators;
  /** When it is to be asked again, in ms since 1970. */
  readonly nextAt: number;
  /** How often in a row it could not be read. */
  readonly failures: number;
  /** When the first of these failures was; undefined while it works. */
  readonly failingSince?: number;
  /** Whether the person who added it was told that it is broken. */
  readonly wasTold: boolean;
}

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** A feed is asked at most so often, in ms, whatever it says of itself. */
export const minInterval = 15 * minute;

/** While a feed cannot be read it is asked ever more rarely, down to once in this time, in ms. */
const maxInterval = day;

/** A feed that cannot be read for so long is told to the person who added it, in ms. */
const brokenAfter = 7 * day;

/** A feed that was just added: it is asked at once. */
export function newFeed(address: string, now: number): FeedState {
  return { address, validators: {}, nextAt: now, failures: 0, wasTold: false };
}

/** Whether a feed is due. */
export function isDue(feed: FeedState, now: number): boolean {
  return now >= feed.nextAt;
}

/**
 * A feed after a visit. One that cannot be read waits twice as long each time, or as long as its
 * server asks for; one that can be read waits the minimum.
 */
export function afterVisit(feed: FeedState, outcome: Fetched, now: number): FeedState {
  const { failingSince: _, ...rest } = feed;
  if (outcome.kind !== 'refused') {
    const validators = outcome.kind === 'fetched' ? outcome.validators : feed.validators;
    return { ...rest, validators, failures: 0, wasTold: false, nextAt: now + minInterval };
  }
  const failures = feed.failures + 1;
  const backoff = Math.min(maxInterval, minInterval * 2 ** Math.min(failures, 10));
  const asked = Math.min(maxInterval, (outcome.retryAfter ?? 0) * 1000);
  return {
    ...feed,
    failures,
    failingSince: feed.failingSince ?? now,
    nextAt: now + Math.max(backoff, asked),
  };
}

/** Whether the person who added a feed should hear now that it cannot be read. */
export function shouldTell({ failingSince, wasTold }: FeedState, now: number): boolean {
  return !wasTold && failingSince !== undefined && now - failingSince >= brokenAfter;
}
