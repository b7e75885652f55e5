import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message, Site } from 'slack-standin';
import { type MadeItem, prose, rss } from '../feeds/feed-bench.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const feed = 'https://harbour.example/feed';

function whole(title: string): MadeItem {
  const content = prose(title)
    .map((line) => `<p>${line}</p>`)
    .join('');
  return { title, link: `https://harbour.example/${title.toLowerCase()}`, content };
}

/** A bot, and a paper whose feed grows when the test wants. */
async function start(settings = {}) {
  const items = [whole('Roads'), { title: 'Walls', link: 'https://harbour.example/walls' }];
  const site: Site = {
    '//harbour.example/feed': {
      type: 'application/rss+xml',
      body: () => rss('Harbour Review', items),
    },
    '//harbour.example/walls': { status: 402, type: 'text/html', body: '' },
    '//harbour.example/page': { type: 'text/html', body: '<p>No feed.</p>' },
  };
  const desk = await startDesk({ site }, settings, undefined, { feedInterval: 1000 });
  return { ...desk, items };
}

/** What the bot says to a command, to the person who gave it only. */
async function said(slack: FakeSlack, text: string, user = 'ada'): Promise<string> {
  const before = new Set(fromBot(slack, 'general'));
  await slack.command({ user, channel: 'general', command: '/sino-russia', text });
  const isNew = (each: Message) => !before.has(each) && each.ephemeral_to !== undefined;
  const reply = await slack.waitFor(() => fromBot(slack, 'general').find(isNew), {
    timeoutMs: 25_000,
  });
  return seen(reply);
}

describe('a feed', () => {
  it('is added, listed and removed, by command, mention and direct message', async () => {
    const { slack } = await start();
    expect(await said(slack, 'feeds')).toMatch(/follows no feed yet/);
    expect(await said(slack, `feed add ${feed}`)).toMatch(/follows “Harbour Review” now: 2 items/);
    expect(await said(slack, `feed add ${feed}`)).toMatch(/“Harbour Review” already/);
    expect(await said(slack, 'feed add https://harbour.example/page')).toMatch(/page and no feed/);
    expect(await said(slack, 'feed add https://10.0.0.7/feed')).toMatch(/not public/);
    const list = await said(slack, 'feeds');
    expect(list).toMatch(/follows 1 feed.*1\. Harbour Review: read, next visit/s);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia feed remove harbour' });
    await slack.waitFor(() =>
      fromBot(slack, 'general').some((each) => /does not follow “Harbour/.test(seen(each))),
    );
    const im = slack.workspace.im('ada')?.id ?? '';
    await slack.say({ user: 'ada', channel: im, text: `feed add ${feed}` });
    await slack.waitFor(() => fromBot(slack, im).some((each) => /2 items/.test(seen(each))));
    expect(await said(slack, 'feed remove nothing')).toMatch(/no feed of that name/);
    expect(await said(slack, 'feed the poor in northern China')).not.toMatch(/feed add/);
  }, 60_000);

  it('is for librarians where some are named; the others are told whom to ask', async () => {
    const { slack } = await start({ LIBRARIANS: 'U024LINZH' });
    await slack.command({
      ...{ user: 'ada', channel: 'general', command: '/sino-russia' },
      text: `feed add ${feed}`,
    });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(JSON.stringify(reply.blocks)).toMatch(/librarians.*U024LINZH.*ask one of them/);
    expect(await said(slack, 'feeds')).toMatch(/follows no feed/);
    expect(await said(slack, `feed add ${feed}`, 'lin')).toMatch(/follows “Harbour Review” now/);
  });

  it('brings articles that a watch in a direct message tells, with links beside them', async () => {
    const { slack, items, logged } = await start();
    const im = slack.workspace.im('ada')?.id ?? '';
    await slack.say({ user: 'ada', channel: im, text: 'digest when something new comes' });
    await slack.waitFor(() =>
      fromBot(slack, im).some((each) => /at most once an hour/.test(seen(each))),
    );
    await said(slack, `feed add ${feed}`);
    const told = await slack.waitFor(
      () => fromBot(slack, im).find((each) => /New in the library/.test(seen(each))),
      { timeoutMs: 30_000 },
    );
    expect(seen(told)).toMatch(
      /Roads — \[Harbour Review\].*What Roads means.*not in the library.*Walls — Harbour/s,
    );
    await said(slack, 'digest when something new comes');
    items.unshift(whole('Ships'));
    const isOfShips = (each: Message) => /Ships — \[Harbour/.test(seen(each));
    await slack.waitFor(() => fromBot(slack, 'general').find(isOfShips), { timeoutMs: 30_000 });
    const id = /Ships.*? — ([a-z0-9-]+)/.exec(await said(slack, 'sources'))?.[1];
    expect(await said(slack, `article ${id}`)).toMatch(/added from the feed “Harbour Review”/);
    expect(logged.filter(({ msg }) => /^Feed/.test(msg))).toEqual([]);
  }, 90_000);
});
