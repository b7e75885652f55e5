import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  afterVisit,
  isDue,
  minInterval,
  newFeed,
  shouldTell,
} from '../../src/import/feeds/schedule.ts';
import { visitFeed } from '../../src/import/feeds/visit.ts';
import { readSource } from '../../src/import/read-source.ts';
import { openSite, type Site } from './site.ts';

const day = 24 * 60 * 60 * 1000;
const rss =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Review</title><link>http://harbour.example/</link><item><title>Roads</title><link>http://harbour.example/roads</link></item></channel></rss>';
const parsers = { read: readSource };

describe('a feed', () => {
  let status = 200;
  let site: Site;

  beforeEach(async () => {
    status = 200;
    site = await openSite((request, response) => {
      if (status !== 200) response.writeHead(status, { 'retry-after': '7200' }).end();
      else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(rss);
    });
  });

  afterEach(() => site.close());

  const visit = (feed: ReturnType<typeof newFeed>, now: number, isAllowed = true) =>
    visitFeed(feed, { fetcher: site.fetcher, parsers, mayPoll: async () => isAllowed }, now);

  it('is asked at once, then every quarter of an hour, and sends nothing when nothing is new', async () => {
    const first = await visit(newFeed('http://harbour.example/feed', 0), 0);
    expect(first.links.map(({ target }) => target)).toEqual(['http://harbour.example/roads']);
    expect(isDue(first.feed, minInterval - 1)).toBe(false);
    expect(isDue(first.feed, minInterval)).toBe(true);
    const second = await visit(first.feed, minInterval);
    expect(second).toMatchObject({
      documents: [],
      links: [],
      feed: { validators: { etag: '"1"' } },
    });
    expect(site.requests[1]?.headers['if-none-match']).toBe('"1"');
  });

  it('that is broken is asked ever more rarely, as its server asks, and told of after a week, once', async () => {
    status = 503;
    let { feed, problem } = await visit(newFeed('http://harbour.example/feed', 0), 0);
    expect(problem).toMatch(/503/);
    // The server asks for two hours, more than twice the minimum.
    expect(feed.nextAt).toBe(7200 * 1000);
    let now = 0;
    while (now < 7 * day) {
      expect(shouldTell(feed, now)).toBe(false);
      now = feed.nextAt;
      ({ feed } = await visit(feed, now));
      expect(feed.nextAt - now).toBeLessThanOrEqual(day);
    }
    expect(shouldTell(feed, now)).toBe(true);
    expect(shouldTell({ ...feed, wasTold: true }, now)).toBe(false);
    status = 200;
    expect((await visit(feed, now)).feed).toMatchObject({
      failures: 0,
      wasTold: false,
      nextAt: now + minInterval,
    });
  });

  it('is not asked where its robots.txt forbids it', async () => {
    const { problem } = await visit(newFeed('http://harbour.example/feed', 0), 0, false);
    expect(problem).toMatch(/robots\.txt/);
    expect(site.requests).toHaveLength(0);
  });

  it('that answers with a page is a failure', () => {
    const feed = afterVisit(newFeed('http://a.example/', 0), { kind: 'refused', problem: 'x' }, 0);
    expect(feed).toMatchObject({ failures: 1, failingSince: 0, nextAt: 2 * minInterval });
  });
});
