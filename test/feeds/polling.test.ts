import { afterEach, describe, expect, it } from '@jest/globals';
import { maxTaken } from '../../src/feeds/polling.ts';
import { openDatabase } from '../../src/store/database.ts';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  postgresUrl,
} from '../store/postgres-database.ts';
import { temporaryFolder } from '../support/start-desk.ts';
import { type Pages, page, prose, rss, startFeeds } from './feed-bench.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const address = 'http://harbour.example/feed';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(pages: Pages, url?: string) {
  const desk = await startFeeds(pages, url);
  open.push(desk.close);
  const asked = (path: string) =>
    desk.site.requests.filter(({ headers, url: each }) => `${headers.host}${each}` === path).length;
  return { ...desk, asked };
}

function whole(title: string) {
  const content = prose(title)
    .map((line) => `<p>${line}</p>`)
    .join('');
  return { title, link: `http://harbour.example/${title.toLowerCase()}`, content };
}

const link = (title: string) => ({ title, link: `http://harbour.example/${title.toLowerCase()}` });

describe('a feed that is followed', () => {
  it('brings what can be had whole as articles, and the rest as links, each once', async () => {
    const items = [
      whole('Roads'),
      { ...link('Rails'), author: 'Jane Doe' },
      link('Walls'),
      link('Bots'),
    ];
    const pages: Pages = {
      'harbour.example/feed': () => ({ body: rss('Harbour Review', items) }),
      'harbour.example/rails': { body: page('Rails', 'rails') },
      'harbour.example/walls': { status: 402 },
      'harbour.example/bots': { body: page('Bots', 'bots') },
      'harbour.example/robots.txt': {
        body: 'User-agent: *\nDisallow: /bots',
        headers: { 'content-type': 'text/plain' },
      },
    };
    const desk = await start(pages);
    expect(await desk.add(address)).toMatchObject({
      kind: 'added',
      items: 4,
      feed: { title: 'Harbour Review' },
    });
    expect([...desk.held.values()].map(({ title }) => title).sort()).toEqual(['Rails', 'Roads']);
    const rails = [...desk.held.values()].find(({ title }) => title === 'Rails');
    expect(rails).toMatchObject({ authors: ['Jane Doe'], published: '2026-11-18' });
    expect(await desk.articles.historyOf(rails?.id ?? '')).toMatchObject([
      { deed: 'added', person: '' },
    ]);
    expect(await desk.feeds.feedOf(rails?.id ?? '')).toBe('Harbour Review');
    const links = await desk.feeds.links(0, 10);
    expect(links.map(({ title }) => title).sort()).toEqual(['Bots', 'Walls']);
    expect(desk.asked('harbour.example/bots')).toBe(0);
    items.unshift(whole('Ships'));
    await desk.run(hour);
    expect([...desk.held.values()].map(({ title }) => title).sort()).toEqual([
      'Rails',
      'Roads',
      'Ships',
    ]);
    expect(desk.asked('harbour.example/rails')).toBe(1);
    expect(desk.asked('harbour.example/walls')).toBe(1);
    expect(desk.asked('harbour.example/feed')).toBeLessThanOrEqual(5);
    expect(await desk.feeds.links(0, 10)).toHaveLength(2);
    expect(desk.warned).toEqual([]);
  });

  const many = (count: number) => {
    const titles = Array.from({ length: count }, (_, at) => `Item${at}`);
    const items = titles.map((title, at) => (at % 2 === 0 ? whole(title) : link(title)));
    const headers = { etag: '"1"' };
    const pages: Pages = {
      'harbour.example/feed': { body: rss('Harbour Review', items), headers },
    };
    for (const title of titles) {
      pages[`harbour.example/${title.toLowerCase()}`] = { body: page(title, title) };
    }
    return pages;
  };

  it('costs no more a visit than its bound, however many items it has', async () => {
    const desk = await start(many(500));
    await desk.add(address);
    expect(desk.held.size).toBe(maxTaken.whole + maxTaken.pages);
    const before = desk.site.requests.length;
    await desk.run(minute);
    expect(desk.site.requests.length - before).toBe(maxTaken.pages);
    expect(desk.held.size).toBe(maxTaken.whole + 2 * maxTaken.pages);
  });

  it('brings all of them in the end, each page asked for once', async () => {
    const desk = await start(many(130));
    await desk.add(address);
    await desk.run(40 * minute, 5 * minute);
    expect(desk.held.size).toBe(130);
    const pages = desk.site.requests.filter(({ url }) => url?.startsWith('/item'));
    expect(pages).toHaveLength(65);
    expect(desk.asked('harbour.example/feed')).toBe(3);
  });

  it('does not bring again what was erased, nor what the library has from elsewhere', async () => {
    const items = [whole('Roads')];
    const pages: Pages = { 'harbour.example/feed': () => ({ body: rss('Harbour Review', items) }) };
    const desk = await start(pages);
    await desk.add(address);
    const [article] = [...desk.held.values()];
    if (!article) throw new Error('nothing was added');
    await desk.articles.erase(article, { key: 'erase', person: 'U1' });
    desk.held.delete(article.id);
    await desk.feeds.remove((await desk.feeds.all())[0]?.id ?? '');
    await desk.add(address);
    expect(desk.held.size).toBe(0);
    items.push({ ...whole('Ports'), link: 'http://harbour.example/ports-1' });
    items.push({ ...whole('Ports'), link: 'http://harbour.example/ports-2' });
    await desk.run(hour);
    expect(desk.held.size).toBe(1);
  });

  it('has its links forgotten in time once it has them no more, and its articles never', async () => {
    let items: object[] = [whole('Roads'), link('Walls'), link('Gates')];
    const pages: Pages = {
      'harbour.example/feed': () => ({ body: rss('Harbour Review', items as never) }),
      'harbour.example/walls': { status: 402 },
      'harbour.example/gates': { status: 402 },
    };
    const desk = await start(pages);
    await desk.add(address);
    const titles = async () => (await desk.feeds.links(0, 10)).map(({ title }) => title).sort();
    expect(await titles()).toEqual(['Gates', 'Walls']);
    items = [link('Walls')];
    await desk.run(80 * day, 10 * day);
    expect(await titles()).toEqual(['Gates', 'Walls']);
    await desk.run(20 * day, 10 * day);
    expect(await titles()).toEqual(['Walls']);
    const [roads] = [...desk.held.keys()];
    expect(await desk.feeds.feedOf(roads ?? '')).toBe('Harbour Review');
  });

  it('is found by the page that names it, and followed once', async () => {
    const named = '<link rel="stylesheet" href="/a.css"><!-- <link rel=alternate href="/old"> -->';
    const head = `${named}<link type='application/rss+xml' rel="alternate" href="/feed?a=1&amp;b=2">`;
    const pages: Pages = {
      'harbour.example/': {
        body: page('Harbour Review', 'news').replace('<head>', `<head>${head}`),
      },
      'harbour.example/feed?a=1&b=2': { body: rss('Harbour Review', [whole('Roads')]) },
    };
    const desk = await start(pages);
    const found = { address: `${address}?a=1&b=2`, title: 'Harbour Review' };
    expect(await desk.add('http://harbour.example/')).toMatchObject({ kind: 'added', feed: found });
    expect(desk.held.size).toBe(1);
    expect(await desk.add('http://harbour.example/')).toMatchObject({ kind: 'known', feed: found });
    expect(await desk.feeds.all()).toHaveLength(1);
  });

  it('is refused where a page names a place that nobody may ask, or another page', async () => {
    const pages: Pages = {};
    for (const [at, target] of ['http://127.0.0.1:1/', 'file:///etc/passwd', '/0'].entries()) {
      const head = `<head><link rel=alternate type=application/atom+xml href=${target}>`;
      pages[`harbour.example/${at}`] = { body: page('News', 'news').replace('<head>', head) };
    }
    const desk = await start(pages);
    for (const at of [0, 1, 2]) {
      const outcome = await desk.add(`http://harbour.example/${at}`);
      expect(outcome).toMatchObject({ kind: 'refused' });
    }
    expect(await desk.feeds.all()).toEqual([]);
  });

  it('tries a page that could not be had again, three times', async () => {
    const pages: Pages = {
      'harbour.example/feed': {
        body: rss('Harbour Review', [link('Late'), link('Never')]),
        headers: { etag: '"1"' },
      },
      'harbour.example/late': { status: 503 },
      'harbour.example/never': { status: 503 },
    };
    const desk = await start(pages);
    await desk.add(address);
    pages['harbour.example/late'] = { body: page('Late', 'trains') };
    await desk.run(hour);
    expect([...desk.held.values()].map(({ title }) => title)).toEqual(['Late']);
    expect(desk.asked('harbour.example/never')).toBe(3);
    expect((await desk.feeds.links(0, 9)).map(({ title }) => title)).toEqual(['Never']);
  });
});

describe('a feed that is not well', () => {
  const refused: [string, Pages[string], RegExp][] = [
    ['a page in its place', { body: page('Harbour', 'ports') }, /a page and no feed/],
    ['nothing at all', { status: 404 }, /no page \(404\)/],
    [
      'entities of its own',
      { body: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss/>' },
      /entities/,
    ],
    ['a 304 to a first visit', { status: 304 }, /never read it/],
    ['another type', { body: 'x', headers: { 'content-type': 'image/png' } }, /image\/png/],
  ];
  it.each(refused)('is not added when it answers with %s', async (_, answer, problem) => {
    const desk = await start({ 'harbour.example/feed': answer });
    expect(await desk.add(address)).toMatchObject({
      kind: 'refused',
      problem: expect.stringMatching(problem),
    });
    expect(await desk.feeds.all()).toEqual([]);
  });

  it('is asked conditionally, at most every quarter of an hour', async () => {
    const conditions: unknown[] = [];
    const desk = await start({
      'harbour.example/feed': (headers) => {
        conditions.push([headers['if-none-match'], headers['if-modified-since']]);
        if (headers['if-none-match'] === '"1"') return { status: 304 };
        const validators = { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 07:00:00 GMT' };
        return { body: rss('Harbour Review', [whole('Roads')]), headers: validators };
      },
    });
    await desk.add(address);
    await desk.run(hour, minute);
    expect(conditions).toHaveLength(5);
    expect(conditions[0]).toEqual([undefined, undefined]);
    expect(conditions[4]).toEqual(['"1"', 'Mon, 23 Nov 2026 07:00:00 GMT']);
  });

  it('is asked at its new address once it has moved for ever, and not when it has for now', async () => {
    const feed = { body: rss('Harbour Review', [whole('Roads')]) };
    const pages: Pages = {
      'harbour.example/feed': feed,
      'harbour.example/new': feed,
      'harbour.example/other': feed,
    };
    const desk = await start(pages);
    await desk.add(address);
    await desk.add('http://harbour.example/other');
    pages['harbour.example/feed'] = { status: 302, headers: { location: '/new' } };
    await desk.run(20 * minute);
    expect(await desk.feeds.all()).toMatchObject([{ address }, {}]);
    pages['harbour.example/feed'] = { status: 301, headers: { location: '/new' } };
    await desk.run(20 * minute);
    expect(await desk.feeds.all()).toMatchObject([{ address: 'http://harbour.example/new' }, {}]);
    const before = desk.asked('harbour.example/feed');
    pages['harbour.example/new'] = { status: 308, headers: { location: '/other' } };
    await desk.run(hour);
    expect(desk.asked('harbour.example/feed')).toBe(before);
    // Another one is followed there already.
    expect(await desk.feeds.all()).toMatchObject([{ address: 'http://harbour.example/new' }, {}]);
  });

  it('is asked no more once it is gone, which is told once', async () => {
    const pages: Pages = {
      'harbour.example/feed': { body: rss('Harbour Review', [whole('Roads')]) },
    };
    const desk = await start(pages);
    await desk.add(address);
    pages['harbour.example/feed'] = { status: 410 };
    await desk.run(2 * day, hour);
    expect(desk.asked('harbour.example/feed')).toBe(2);
    expect(desk.told).toHaveLength(1);
    expect(await desk.feeds.all()).toMatchObject([{ wasTold: true, nextAt: undefined }]);
  });

  it.each([
    ['7200', 'in seconds'],
    ['a date', 'as a date'],
  ])('is left alone as long as it asks, %s (%s)', async (retryAfter) => {
    const pages: Pages = {
      'harbour.example/feed': { body: rss('Harbour Review', [whole('Roads')]) },
    };
    const desk = await start(pages);
    await desk.add(address);
    const value =
      retryAfter === 'a date' ? new Date(Date.now() + 2 * hour + 5000).toUTCString() : retryAfter;
    pages['harbour.example/feed'] = { status: 503, headers: { 'retry-after': value } };
    await desk.run(16 * minute);
    const [feed] = await desk.feeds.all();
    const waits = (feed?.nextAt ?? 0) - desk.clock.now;
    expect(waits).toBeGreaterThan(hour + 50 * minute);
    expect(waits).toBeLessThanOrEqual(2 * hour + minute);
  });

  it('is asked ever more rarely while it is broken, and told of after a week, once', async () => {
    const pages: Pages = {
      'harbour.example/feed': { body: rss('Harbour Review', [whole('Roads')]) },
    };
    const desk = await start(pages);
    await desk.add(address);
    pages['harbour.example/feed'] = { status: 500 };
    await desk.run(6 * day, hour);
    expect(desk.told).toEqual([]);
    const week = desk.asked('harbour.example/feed');
    expect(week).toBeLessThan(20);
    await desk.run(4 * day, hour);
    expect(desk.told).toMatchObject([{ title: 'Harbour Review', person: 'U1' }]);
    pages['harbour.example/feed'] = { body: rss('Harbour Review', [whole('Ships')]) };
    await desk.run(2 * day, hour);
    expect(desk.held.size).toBe(2);
    expect(await desk.feeds.all()).toMatchObject([
      { failures: 0, wasTold: false, problem: undefined },
    ]);
    expect(desk.told).toHaveLength(1);
  });

  it('is not asked where its robots.txt forbids it, or cannot be had', async () => {
    const pages: Pages = {
      'harbour.example/feed': { body: rss('Harbour Review', []) },
      'harbour.example/robots.txt': { status: 503 },
    };
    const desk = await start(pages);
    expect(await desk.add(address)).toMatchObject({
      problem: expect.stringMatching(/robots\.txt/),
    });
    pages['harbour.example/robots.txt'] = {
      body: 'User-agent: *\nDisallow: /',
      headers: { 'content-type': 'text/plain' },
    };
    expect(await desk.add(address)).toMatchObject({
      problem: expect.stringMatching(/robots\.txt/),
    });
    expect(desk.asked('harbour.example/feed')).toBe(0);
  });
});

describe('the list of feeds', () => {
  it('takes a feed off by its address, title or number, and says when several are meant', async () => {
    const pages: Pages = {};
    for (const name of ['one', 'two', 'three']) {
      pages[`harbour.example/${name}`] = { body: rss(`Harbour ${name}`, [whole('Roads')]) };
    }
    const desk = await start(pages);
    for (const name of ['one', 'two', 'three']) await desk.add(`http://harbour.example/${name}`);
    expect(await desk.add('http://www.harbour.example/one/')).toMatchObject({ kind: 'known' });
    expect(await desk.followed.remove('harbour')).toMatchObject({ kind: 'several' });
    expect(await desk.followed.remove('Nothing')).toEqual({ kind: 'unknown' });
    expect(await desk.followed.remove('harbour two')).toMatchObject({
      feed: { title: 'Harbour two' },
    });
    expect(await desk.followed.remove('http://harbour.example/one')).toMatchObject({
      kind: 'removed',
    });
    expect(await desk.followed.remove('1')).toMatchObject({ feed: { title: 'Harbour three' } });
    expect(await desk.feeds.all()).toEqual([]);
    // The articles stay.
    expect(desk.held.size).toBe(1);
  });
});

const databases: [string, () => Promise<string>][] = [
  ['SQLite', async () => `file:${await temporaryFolder()}/desk.db`],
];
if (postgresUrl) {
  databases.push([
    'Postgres',
    async () => {
      const url = await createPostgresDatabase(postgresUrl as string);
      open.push(() => dropPostgresDatabase(postgresUrl as string, url));
      return url;
    },
  ]);
}

describe.each(databases)('feeds of several processes on %s', (_, freshUrl) => {
  it('are visited by one of them at a time, and by another one when that has died', async () => {
    const url = await freshUrl();
    const pages: Pages = {};
    for (let at = 0; at < 4; at += 1) {
      pages[`harbour.example/feed${at}`] = { body: rss(`Feed ${at}`, [whole(`Roads${at}`)]) };
    }
    const desk = await start(pages, url);
    const others = await Promise.all(
      ['two', 'three'].map(async (holder) => {
        const database = await openDatabase(url);
        open.push(() => database.close());
        return desk.process(holder, database);
      }),
    );
    for (let at = 0; at < 4; at += 1) await desk.add(`http://harbour.example/feed${at}`);
    for (let round = 0; round < 5; round += 1) {
      desk.clock.now += 16 * minute;
      await Promise.all([desk, ...others].map(({ polling }) => polling.look()));
    }
    for (let at = 0; at < 4; at += 1) expect(desk.asked(`harbour.example/feed${at}`)).toBe(6);
    // One takes a feed and dies.
    desk.clock.now += 16 * minute;
    const lost = await desk.feeds.claim(desk.clock.now, {
      holder: 'dead',
      until: desk.clock.now + 3 * minute,
    });
    const path = lost?.address.replace('http://', '') ?? '';
    await others[0]?.polling.look();
    expect(desk.asked(path)).toBe(6);
    desk.clock.now += 4 * minute;
    await others[1]?.polling.look();
    expect(desk.asked(path)).toBe(7);
  });
});
