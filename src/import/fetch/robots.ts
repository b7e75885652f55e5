import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import { type Fetcher, userAgent } from './fetcher.ts';

/** Its types describe another kind of module than it is. */
const robotsParser = createRequire(import.meta.url)('robots-parser') as (
  address: string,
  rules: string,
) => Robot;

/** Rules are asked for again after so long, in ms. */
const maxAge = 24 * 60 * 60 * 1000;

/** So many sites' rules are kept. */
const maxSites = 500;

/** Whether a site lets programs come back to an address; a page that a person asked for is another matter. */
export type MayPoll = (address: string) => Promise<boolean>;

/** Asks each site once a day for its `robots.txt`; a site without one allows everything. */
export function createRobots(
  fetcher: Pick<Fetcher, 'fetch'>,
  now: () => number = Date.now,
): MayPoll {
  const known = new Map<string, { readonly rules: string; readonly at: number }>();
  return async (address) => {
    const { origin } = new URL(address);
    const robots = `${origin}/robots.txt`;
    const held = known.get(origin);
    let rules = held && now() - held.at < maxAge ? held.rules : undefined;
    if (rules === undefined) {
      const answer = await fetcher.fetch(robots);
      // A site that cannot say what it allows allows nothing for now (RFC 9309, 2.3.1.4).
      if (answer.kind === 'refused' && (answer.status ?? 0) >= 500) return false;
      rules = answer.kind === 'fetched' ? Buffer.from(answer.source.bytes).toString('utf8') : '';
      if (known.size >= maxSites) known.delete(known.keys().next().value ?? '');
      known.set(origin, { rules, at: now() });
    }
    return robotsParser(robots, rules).isAllowed(address, userAgent) !== false;
  };
}
