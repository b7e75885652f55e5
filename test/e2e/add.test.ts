import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, FakeSlackOptions, Message } from 'slack-standin';
import { connectionTo } from '../../src/commands/try-connection.ts';
import { zipOf } from '../import/archives.ts';
import { pdfOf } from '../import/pdf-file.ts';
import { connectBot, fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';
import { pageOf, papers, road, roadParagraphs } from './papers.ts';

const filesUrl = 'https://files.slack.com';

/** Of 60 MB, in 60 kB. */
const bomb = await zipOf({ 'word/document.xml': '<w:p/>'.repeat(10_000_000) });

const start = (options: FakeSlackOptions = {}, settings = {}) =>
  startDesk({ site: papers, filesUrl, ...options }, settings);

/** The card that comes as the n-th message of the bot. */
function card(slack: FakeSlack, channel = 'general', at = 0): Promise<Message> {
  const cards = () =>
    fromBot(slack, channel).filter(({ text }) => !text.startsWith('I am reading'));
  return slack.waitFor(() => cards()[at], { what: 'a card' });
}

function dmOf(slack: FakeSlack, person = 'ada'): string {
  return slack.workspace.im(person)?.id ?? '';
}

const click = (slack: FakeSlack, ts: string, actionId: string, user = 'ada', channel = 'general') =>
  slack.click({ user, in: { channel, ts }, actionId });

/** The text of the card once it matches. */
function untilCard(slack: FakeSlack, ts: string, pattern: RegExp, channel = 'general') {
  return slack.waitFor(
    () => {
      const message = fromBot(slack, channel).find((one) => one.ts === ts);
      return message && pattern.test(seen(message)) ? message : undefined;
    },
    { what: `a card like ${pattern}` },
  );
}

describe('a link that somebody adds', () => {
  it('by mention comes as a card with record, beginning and end, and is found once it is accepted', async () => {
    const { slack } = await start();
    const said = await slack.say({
      user: 'lin',
      channel: 'general',
      text: `@sino-russia add ${road}`,
    });
    const shown = await card(slack);
    expect(shown.thread_ts).toBe(said.ts);
    const text = seen(shown);
    expect(text).toMatch(/Title: .*Two Towns Agree on a Road/s);
    expect(text).toMatch(/Mara Keel/);
    expect(text).toMatch(/2024-03-05/);
    expect(text).toContain(roadParagraphs[0]?.slice(0, 80));
    expect(text).toContain(roadParagraphs.at(-1)?.slice(0, 80));
    expect(text).toMatch(/5 paragraphs/);
    await click(slack, shown.ts, 'proposal_accept');
    await untilCard(slack, shown.ts, /added this to the library as.*keel-2024/s);
  });

  it('by command comes for the person alone who may accept it', async () => {
    const { slack } = await start();
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: `add ${road}`,
    });
    const shown = await card(slack);
    expect(shown.ephemeral_to).toBe('U024ADABR');
    expect(seen(shown)).toMatch(/Accept/);
  });

  it('in a direct message needs no more than the link', async () => {
    const { slack } = await start();
    await slack.say({ user: 'ada', channel: dmOf(slack), text: road });
    expect(seen(await card(slack, dmOf(slack)))).toMatch(/Two Towns/);
  });

  it('by the shortcut of a message that holds it', async () => {
    const { slack } = await start();
    const said = await slack.say({
      user: 'lin',
      channel: 'general',
      text: `Worth reading: ${road}`,
    });
    const use = { user: 'ada', callbackId: 'add_to_library', channel: 'general', ts: said.ts };
    expect(await slack.shortcut(use)).toEqual({ ok: true });
    expect(seen(await card(slack))).toMatch(/Two Towns/);
    const plain = await slack.say({ user: 'lin', channel: 'general', text: 'nothing here' });
    await slack.shortcut({ ...use, ts: plain.ts });
    expect((await card(slack, 'general', 1)).text).toMatch(/no link and no file/);
  });

  it('is one card each, however often Slack brings the message, up to a bound', async () => {
    const site = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `//gazette.example/${at}`,
        pageOf({
          title: `Road ${at}`,
          paragraphs: roadParagraphs.map(
            (text) => `Section ${at * 7}: ${[...text].reverse().join('')}`,
          ),
        }),
      ]),
    );
    const { slack, bot } = await start({ site });
    slack.faults.next('events_api', { kind: 'duplicate' });
    const links = Array.from({ length: 12 }, (_, at) => `https://gazette.example/${at}`).join(' ');
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${links}` });
    await card(slack, 'general', 9);
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(10);
    expect(fromBot(slack, 'general').map(seen).join('\n')).toMatch(/names 2 more/);
  });

  it('is searched for where nothing says that it is to be added', async () => {
    const { slack } = await start();
    await slack.say({
      user: 'ada',
      channel: 'general',
      text: `@sino-russia what does ${road} say of THAAD?`,
    });
    expect(seen(await card(slack))).not.toMatch(/Accept/);
  });
});

describe('a file that somebody adds', () => {
  const files = [
    {
      name: 'road.txt',
      bytes: Buffer.from(
        `Two Towns Agree on a Road\n\nBy Mara Keel\n\nMarch 5, 2024\n\n${roadParagraphs.join('\n\n')}\n`,
      ),
    },
  ];

  it('comes with a mention, or alone in a direct message', async () => {
    const { slack } = await start();
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia', files });
    expect(seen(await card(slack))).toMatch(/Two Towns.*road\.txt/s);
    await slack.say({ user: 'ada', channel: dmOf(slack), text: '', files });
    expect(seen(await card(slack, dmOf(slack)))).toMatch(/Two Towns/);
  });

  it('has a name that nothing is made of, however long and marked it is', async () => {
    const { slack } = await start();
    const name = `${'<!channel>*_`'.repeat(15)}.txt`;
    const text = 'add';
    const named = files.map((file) => ({ ...file, name }));
    await slack.say({ user: 'ada', channel: dmOf(slack), text, files: named });
    const shown = await card(slack, dmOf(slack));
    expect(seen(shown)).toMatch(/Accept/);
    expect(shown.text).not.toContain('<!channel>');
  });

  it('gets a true reason where the app may read no files, and links work all the same', async () => {
    const { slack } = await start({
      app: { scopes: ['app_mentions:read', 'chat:write', 'commands', 'users:read'] },
    });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia add', files });
    expect(seen(await card(slack))).toMatch(/lacks the scope files:read.*npm run manifest/);
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    expect(seen(await card(slack, 'general', 1))).toMatch(/Accept/);
  });
});

describe('what is not added', () => {
  const wall =
    '<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>';
  const site = {
    ...papers,
    '//gazette.example/shut': { ...pageOf(), status: 403 },
    '//gazette.example/film': { type: 'video/mp4', body: 'x' },
    '//gazette.example/inside': { ...pageOf(), status: 302, location: 'http://10.0.0.1/' },
    '//gazette.example/wall': { type: 'text/html', body: wall },
    '//gazette.example/scan.pdf': { type: 'application/pdf', body: pdfOf([[]], { picture: true }) },
    '//gazette.example/bomb.docx': { type: 'application/octet-stream', body: bomb },
  };
  const refusals: [string, RegExp][] = [
    ['https://gazette.example/gone', /no page \(404\)/],
    [
      'https://gazette.example/shut',
      /does not let it be read.*save the page.*share here that file/,
    ],
    ['http://10.0.0.7/secret', /not public/],
    ['http://localhost/secret', /not public/],
    ['https://gazette.example/film', /video\/mp4, which is not read/],
    ['https://gazette.example/inside', /not public/],
    ['https://gazette.example/wall', /did not add gazette\.example/],
    ['https://gazette.example/scan.pdf', /scan/],
    ['https://gazette.example/bomb.docx', /did not add gazette\.example/],
  ];

  it('gets the reason in one sentence, and no buttons', async () => {
    const { slack } = await start({ site });
    for (const [at, [address, reason]] of refusals.entries()) {
      await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${address}` });
      const shown = await card(slack, 'general', at);
      expect([address, seen(shown)]).toEqual([address, expect.stringMatching(reason)]);
      expect(seen(shown)).not.toMatch(/Accept/);
    }
  });

  it('is here already, and the way to it is shown', async () => {
    const { slack } = await start({}, { LIBRARY_DIRS: 'examples' });
    const text = await readFile('examples/sable-bay-2019.md', 'utf8');
    const files = [{ name: 'sable-bay.md', bytes: Buffer.from(text.replace('id: ', 'id: x-')) }];
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia add', files });
    const shown = await card(slack);
    expect(seen(shown)).toMatch(/is here already.*The Harbour That Two Countries Share.*Read/s);
  });
});

describe('a card', () => {
  it('is settled by the first of two people who click at once', async () => {
    const { slack } = await start();
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    const shown = await card(slack);
    await Promise.all([
      click(slack, shown.ts, 'proposal_accept', 'ada'),
      click(slack, shown.ts, 'proposal_accept', 'lin'),
    ]);
    const settled = await untilCard(slack, shown.ts, /as.*keel-2024/s);
    expect(seen(settled)).not.toMatch(/keel-2024-2/);
  });

  it('is corrected in a form with the messages of the record reader, and says so', async () => {
    const { slack } = await start();
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    const shown = await card(slack);
    await click(slack, shown.ts, 'proposal_correct');
    const view = await slack.waitFor((space) => space.modals.get('U024ADABR')?.at(-1));
    const values = (published: string, title: string) => ({
      published: { published: { type: 'plain_text_input', value: published } },
      title: { title: { type: 'plain_text_input', value: title } },
    });
    const wrong = await slack.submitView({
      user: 'ada',
      viewId: view.id,
      values: values('yesterday', 'A Road'),
    });
    expect(wrong).toMatchObject({
      errors: { published: expect.stringMatching(/YYYY-MM-DD/) },
    });
    await slack.submitView({
      user: 'ada',
      viewId: view.id,
      values: values('2024-03-06', 'A *Road* <!channel>'),
    });
    const corrected = await untilCard(slack, shown.ts, /2024-03-06/);
    expect(seen(corrected)).toMatch(/A \*Road\* <!channel>/);
    expect(corrected.text).not.toMatch(/<!channel>/);
  });

  it('is discarded, and nothing of it is kept', async () => {
    const { slack } = await start();
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    const shown = await card(slack);
    await click(slack, shown.ts, 'proposal_discard');
    const gone = await untilCard(slack, shown.ts, /discarded this/);
    expect(seen(gone)).not.toMatch(/Accept/);
  });

  it('can be settled by librarians only, where there are some', async () => {
    const { slack } = await start({}, { LIBRARIANS: 'U024LINZH' });
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: `add ${road}`,
    });
    const shown = await card(slack);
    expect(shown.ephemeral_to).toBeUndefined();
    await click(slack, shown.ts, 'proposal_accept', 'ada');
    const view = await slack.waitFor((space) => space.modals.get('U024ADABR')?.at(-1));
    expect(JSON.stringify(view)).toMatch(/Only librarians/);
    await click(slack, shown.ts, 'proposal_accept', 'lin');
    await untilCard(slack, shown.ts, /keel-2024/);
  });

  it('outlives a bot that ended while it read', async () => {
    const { slack, bot, env } = await start();
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    await bot.stop();
    const next = await connectBot(env, connectionTo(slack));
    await card(slack);
    await untilLogged(next.logged, /Ready/);
    await slack.idle();
    await next.bot.stop();
    expect(fromBot(slack, 'general').filter((one) => /Two Towns/.test(seen(one)))).toHaveLength(1);
  });
});
