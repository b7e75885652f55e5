import type { Fetched, Validators } from '../import/fetch/fetcher.ts';

/** What is remembered of a feed between two visits. */
export interface FeedState {
  readonly address: string;
  readonly validators: Validators;
  /** When it is to be asked again, in ms since 1970; undefined for one that is gone for good. */
  readonly nextAt: number | undefined;
  /** How often in a row it could not be read, and when the first of these times was. */
  readonly failures: number;
  readonly failingSince?: number | undefined;
  /** Why it could not be read the last time. */
  readonly problem?: string | undefined;
  /** Whether the person who added it was told that it is broken or gone. */
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

/** A feed that is about to be asked for the first time. */
export function newFeed(address: string, now: number, interval = minInterval): FeedState {
  return { address, validators: {}, nextAt: now + interval, failures: 0, wasTold: false };
}

/**
 * A feed after a visit. One that cannot be read waits twice as long each time, or as long as its
 * server asks for; one that can be read waits the minimum; one that is gone is not asked again.
 */
export function afterVisit<F extends FeedState>(
  feed: F,
  outcome: Fetched,
  now: number,
  interval = minInterval,
): F {
  if (outcome.kind === 'refused') return { ...feed, ...afterFailure(feed, outcome, now) };
  return {
    ...feed,
    address: outcome.movedTo ?? feed.address,
    validators: outcome.kind === 'fetched' ? outcome.validators : feed.validators,
    ...{ failures: 0, failingSince: undefined, problem: undefined, wasTold: false },
    nextAt: now + interval,
  };
}

function afterFailure(
  feed: FeedState,
  { problem, status, retryAfter = 0 }: Extract<Fetched, { kind: 'refused' }>,
  now: number,
): Partial<FeedState> {
  const failures = feed.failures + 1;
  const backoff = Math.min(maxInterval, minInterval * 2 ** Math.min(failures, 10));
  const asked = Math.min(maxInterval, retryAfter * 1000);
  const failingSince = feed.failingSince ?? now;
  const nextAt = status === 410 ? undefined : now + Math.max(backoff, asked);
  return { failures, failingSince, problem, nextAt };
}

/** Whether the person who added a feed should hear now that it cannot be read. */
export function shouldTell({ failingSince, nextAt, wasTold }: FeedState, now: number): boolean {
  if (wasTold || failingSince === undefined) return false;
  return nextAt === undefined || now - failingSince >= brokenAfter;
}
