import { readFile } from 'node:fs/promises';
import type { Feed } from '../../src/feeds/feed.ts';
import { FollowedFeeds } from '../../src/feeds/followed-feeds.ts';
import { Polling } from '../../src/feeds/polling.ts';
import type { Parsers } from '../../src/import/child/parsers.ts';
import { createRobots } from '../../src/import/fetch/robots.ts';
import { makeArticles } from '../../src/import/made.ts';
import { readSource } from '../../src/import/read-source.ts';
import type { Article } from '../../src/library/article.ts';
import { StoredArticles } from '../../src/store/articles.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { StoredFeeds } from '../../src/store/feeds.ts';
import { HandClock } from '../digests/digest-bench.ts';
import { openSite, type Site } from '../import/site.ts';
import { useOf } from '../support/asked.ts';

/** What a made-up site answers to a path: a body, or a status with headers. */
export interface MadeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Pages by host and path; a function is asked each time. */
export type Pages = Record<string, MadeAnswer | ((headers: Record<string, unknown>) => MadeAnswer)>;

/** An item of a feed, whole or as a link. */
export interface MadeItem {
  readonly title: string;
  readonly link: string;
  readonly content?: string;
  readonly author?: string;
}

/** A feed of made-up items. */
export function rss(title: string, items: readonly MadeItem[]): string {
  const each = items.map(
    ({ title: name, link, content, author }) =>
      `<item><title>${name}</title><link>${link}</link>${author ? `<dc:creator>${author}</dc:creator>` : ''}<pubDate>Wed, 18 Nov 2026 09:00:00 +0100</pubDate>${content ? `<content:encoded><![CDATA[${content}]]></content:encoded>` : ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>http://harbour.example/</link>${each.join('')}</channel></rss>`;
}

const syllables = ['ka', 'ro', 'mi', 'ten', 'sul', 'vor', 'lan', 'pe', 'dri', 'gos', 'ne', 'bat'];

/** Some paragraphs about something, in words that no other subject has. */
export function prose(about: string, paragraphs = 3): string[] {
  let state = [...about].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 999_983, 7);
  const next = (below: number) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  };
  const word = () => Array.from({ length: 2 + next(2) }, () => syllables[next(12)]).join('');
  return Array.from({ length: paragraphs }, () => {
    const words = Array.from({ length: 24 }, word).join(' ');
    return `What ${about} means to Moscow and Beijing is that ${words}.`;
  });
}

/** A page with an article. */
export function page(title: string, about: string): string {
  const text = prose(about).map((line) => `<p>${line}</p>`);
  return `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${text.join('')}</article></body></html>`;
}

/** Reads in this process: what a bomb does is for the tests of the child. */
const parsers: Parsers = {
  read: async () => ({ problem: 'not asked for' }),
  make: async (input) => {
    const { path, sha256, ...source } = input;
    const bytes = await readFile(path);
    return makeArticles(await readSource({ ...source, bytes }), { path, sha256, ...source });
  },
  close: () => {},
};

const start = Date.UTC(2026, 10, 23, 8);

/** Feeds over a real database and a site on this machine, with a clock of the test's own. */
export async function startFeeds(pages: Pages, url = 'file::memory:') {
  const clock = new HandClock(start);
  const database = await openDatabase(url);
  const site = await openSite((request, response) => {
    const found = pages[`${request.headers.host}${request.url}`];
    const answer = typeof found === 'function' ? found(request.headers) : found;
    const { status = answer ? 200 : 404, headers = {}, body = '' } = answer ?? {};
    const type = body.startsWith('<?xml') ? 'application/rss+xml' : 'text/html';
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  const process = (holder: string, over: Database = database) =>
    startProcess(holder, { clock, site, database: over });
  const own = await process('one');
  const close = async () => {
    await site.close();
    await database.close();
  };
  return { ...own, clock, site, database, process, close };
}

async function startProcess(
  holder: string,
  { clock, site, database }: { clock: HandClock; site: Site; database: Database },
) {
  const use = useOf(database);
  const held = new Map<string, Article>();
  let seen = 0;
  const articles = new StoredArticles(
    { read: use, write: use },
    {
      library: 'main',
      clock: clock.read,
      changed: async () => {
        const { changes, watermark } = await articles.changesSince(seen, 1000);
        seen = watermark;
        for (const { article } of await articles.latest(changes.map(({ id }) => id)))
          held.set(article.id, article);
      },
    },
  );
  const feeds = new StoredFeeds(use, 'main');
  const told: Feed[] = [];
  const warned: string[] = [];
  const polling = new Polling({
    ...{ feeds, articles, parsers, holder },
    fetcher: site.fetcher,
    library: { articles: held },
    mayPoll: createRobots(site.fetcher, clock.read),
    clock: clock.read,
    tellBroken: async (feed) => void told.push(feed),
    log: { info: () => {}, warn: (line) => void warned.push(line) },
  });
  const followed = new FollowedFeeds({ feeds, polling, clock: clock.read });
  const add = async (address: string) => {
    clock.now += 1;
    const outcome = await followed.add(address, { team: 'T1', person: 'U1' });
    await polling.idle();
    return outcome;
  };
  /** Lets the clock run in steps, with a look after each. */
  const run = async (ms: number, step = 60_000) => {
    for (const end = clock.now + ms; clock.now < end; ) {
      clock.now = Math.min(end, clock.now + step);
      await polling.look();
    }
  };
  return { articles, feeds, followed, polling, held, told, warned, add, run };
}
