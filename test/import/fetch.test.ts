import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { whyRefused } from '../../src/import/fetch/guard.ts';
import { createRobots } from '../../src/import/fetch/robots.ts';
import { type Answer, openSite, type Site } from './site.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page: Answer = (_, response) => response.writeHead(200, html).end('<p>A page.</p>');
let site: Site | undefined;
const open = async (...args: Parameters<typeof openSite>) => {
  site = await openSite(...args);
  return site;
};

afterEach(async () => {
  await site?.close();
  site = undefined;
});

describe('an address that leads inside', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://192.168.1.1/',
    'http://localhost/',
    'http://localhost./',
    'http://bot.internal/',
    'http://inside.example/',
    'http://half-inside.example/',
  ])('%s is never asked', async (address) => {
    const { fetcher, requests } = await open(page, {
      'inside.example': ['127.0.0.1'],
      'half-inside.example': ['93.184.216.34', '::ffff:10.0.0.1'],
    });
    expect(await fetcher.fetch(address)).toEqual({
      kind: 'refused',
      problem: expect.stringContaining('not public'),
    });
    const redirecting = await openSite(
      (_, response) =>
        response.writeHead(302, { location: Buffer.from(address).toString('latin1') }).end(),
      {
        'inside.example': ['127.0.0.1'],
        'half-inside.example': ['93.184.216.34', '::ffff:10.0.0.1'],
      },
    );
    expect(await redirecting.fetcher.fetch('http://outside.example/')).toMatchObject({
      kind: 'refused',
    });
    expect(redirecting.requests).toHaveLength(1);
    await redirecting.close();
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['file:///etc/passwd', /only http and https/],
    ['ftp://gazette.example/', /only http and https/],
    ['http://gazette.example:8080/', /port 8080/],
    ['http://name:word@gazette.example/', /name or password/],
    ['http://bot.example/', /address of this bot/],
    ['nothing', /no address/],
  ])('%s is refused with a reason', async (address, reason) => {
    const { fetcher, requests } = await open(page, {}, { ownHosts: new Set(['bot.example']) });
    expect(await fetcher.fetch(address)).toEqual({
      kind: 'refused',
      problem: expect.stringMatching(reason),
    });
    expect(requests).toHaveLength(0);
  });

  it('is told by its host alone', () => {
    expect(whyRefused(new URL('https://gazette.example/road'))).toBeUndefined();
  });
});

describe('a page', () => {
  it('comes with its address without a text fragment, its type and the day', async () => {
    const { fetcher, requests } = await open(page, {}, { today: () => '2026-11-26' });
    const fetched = await fetcher.fetch('http://gazette.example/a%20road?x=1#:~:text=the%20road');
    expect(fetched).toMatchObject({
      kind: 'fetched',
      source: {
        url: 'http://gazette.example/a%20road?x=1',
        name: 'a road',
        contentType: html['content-type'],
        retrieved: '2026-11-26',
      },
    });
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
    expect(requests[0]?.headers).not.toHaveProperty('referer');
  });

  it('is refused where it leads on without end, is no text, is not there, or is for nobody', async () => {
    const { fetcher } = await open((request, response) => {
      const { url = '' } = request;
      if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (url === '/film') response.writeHead(200, { 'content-type': 'video/mp4' }).end('x');
      else response.writeHead(Number(url.slice(1)), html).end();
    });
    const problemOf = async (path: string) => {
      const fetched = await fetcher.fetch(`http://gazette.example${path}`);
      return 'problem' in fetched ? fetched.problem : fetched.kind;
    };
    expect(await problemOf('/loop')).toMatch(/leads on more than 5 times/);
    expect(await problemOf('/film')).toMatch(/video\/mp4, which is not read/);
    expect(await problemOf('/404')).toMatch(/no page \(404\)/);
    expect(await problemOf('/403')).toMatch(/not let it be read \(403\); save the page/);
    expect(await problemOf('/503')).toMatch(/cannot answer now \(503\)/);
  });

  it('is counted after it is inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024));
    const { fetcher } = await open((_, response) =>
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await fetcher.fetch('http://gazette.example/')).toEqual({
      kind: 'refused',
      problem: expect.stringMatching(/more than 4 MB/),
    });
  });

  it('that is too large leaves no file behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fetch-'));
    try {
      const { fetcher } = await open((_, response) =>
        response.writeHead(200, html).end('x'.repeat(5 * 1024 * 1024)),
      );
      const got = await fetcher.download('http://gazette.example/', join(folder, 'a'));
      expect(got).toEqual({ kind: 'refused', problem: expect.stringMatching(/more than 4 MB/) });
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('that has not changed is not sent again', async () => {
    const { fetcher, requests } = await open((request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { ...html, etag: '"a"' }).end('<p>A page.</p>');
    });
    const first = await fetcher.fetch('http://gazette.example/');
    const validators = first.kind === 'fetched' ? first.validators : {};
    expect(validators).toEqual({ etag: '"a"' });
    expect(await fetcher.fetch('http://gazette.example/', { validators })).toEqual({
      kind: 'unchanged',
    });
    expect(requests).toHaveLength(2);
  });
});

describe("Slack's token", () => {
  const token = { slackToken: 'xoxb-secret' };

  it.each([
    ['https://files.slack.com/files-pri/T1-F1/a.pdf', true],
    ['http://files.slack.com/files-pri/T1-F1/a.pdf', false],
    ['https://files.slack.com.evil.example/a.pdf', false],
    ['https://slack.com/a.pdf', false],
    ['https://gazette.example/a.pdf', false],
  ])('goes to %s: %s', async (address, isSent) => {
    const { fetcher, requests } = await open(page);
    await fetcher.fetch(address, token);
    expect(requests[0]?.headers.authorization).toBe(isSent ? 'Bearer xoxb-secret' : undefined);
  });

  it('goes along no redirect', async () => {
    const { fetcher, requests } = await open((request, response) => {
      if (isFirst(request))
        response.writeHead(302, { location: 'https://files.slack.com/b' }).end();
      else page(request, response);
    });
    await fetcher.fetch('https://files.slack.com/a', token);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer xoxb-secret',
      undefined,
    ]);
  });

  it('is for files of any type, which come into a file; a page to sign in to is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fetch-'));
    try {
      const type = { 'content-type': 'application/octet-stream' };
      const { fetcher } = await open((request, response) => {
        if (isFirst(request)) response.writeHead(200, type).end('The road is open.');
        else if (request.url === '/away')
          response.writeHead(302, { location: 'https://desk.slack.com/signin' }).end();
        else page(request, response);
      });
      const path = join(folder, 'a');
      const got = await fetcher.download('https://files.slack.com/a', path, token);
      expect(got).toEqual({
        kind: 'fetched',
        source: { path, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'a' },
      });
      expect(await readFile(path, 'utf8')).toBe('The road is open.');
      const away = await fetcher.download('https://files.slack.com/away', join(folder, 'b'), token);
      expect(away).toEqual({ kind: 'refused', problem: expect.stringMatching(/sign in/) });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  const isFirst = (request: { readonly url?: string }) => request.url === '/a';
});

describe('robots.txt', () => {
  it('is asked once a day for each site, and decides whether the bot may come back', async () => {
    let time = 0;
    const { fetcher, requests } = await open((request, response) => {
      const hasRules = request.url === '/robots.txt' && request.headers.host === 'strict.example';
      if (hasRules)
        response
          .writeHead(200, { 'content-type': 'text/plain' })
          .end('User-agent: *\nDisallow: /feeds/');
      else response.writeHead(404, html).end();
    });
    const mayPoll = createRobots(fetcher, () => time);
    expect(await mayPoll('http://strict.example/feeds/all.xml')).toBe(false);
    expect(await mayPoll('http://strict.example/all.xml')).toBe(true);
    expect(await mayPoll('http://free.example/feeds/all.xml')).toBe(true);
    expect(requests).toHaveLength(2);
    time = 25 * 60 * 60 * 1000;
    expect(await mayPoll('http://strict.example/feeds/all.xml')).toBe(false);
    expect(requests).toHaveLength(3);
  });
});
