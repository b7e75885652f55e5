import type { Tier } from './method.ts';

/** Calls a minute. Source: https://docs.slack.dev/apis/web-api/rate-limits */
const perMinute = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

/** One message a second and channel, with short bursts. Source: the same page; the burst is a guess. */
const postsPerSecond = 1;
const postBurst = 3;

interface Bucket {
  tokens: number;
  at: number;
}

/** Counts calls as Slack's rate limits do. */
export class RateLimits {
  readonly #clock: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Takes one call off a team's allowance: the seconds to wait when it is used up, otherwise 0. */
  take(team: string, method: string, tier: Tier, channel: string): number {
    if (method === 'chat.postMessage') {
      return this.#draw(`${team}:${method}:${channel}`, postBurst, postsPerSecond);
    }
    if (tier === 'special') return 0;
    return this.#draw(`${team}:${method}`, perMinute[tier], perMinute[tier] / 60);
  }

  #draw(key: string, capacity: number, perSecond: number): number {
    const now = this.#clock();
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) / 1000) * perSecond;
    const tokens = Math.min(capacity, refilled);
    const allowed = tokens >= 1;
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}
