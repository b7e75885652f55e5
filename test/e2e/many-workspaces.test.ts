import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type FakeSlack, type FakeSlackOptions, type Message, readManifest } from 'slack-standin';
import type { RunningBot } from '../../src/app.ts';
import type { Article } from '../../src/library/article.ts';
import { createManifest } from '../../src/slack/manifest.ts';
import { openDatabase } from '../../src/store/database.ts';
import { StoredFeeds } from '../../src/store/feeds.ts';
import { openStore } from '../../src/store/open-store.ts';
import { freePort } from '../support/free-port.ts';
import { startSlack } from '../support/slack.ts';
import { afterTest, connectBot, seen, temporaryFolder } from '../support/start-desk.ts';

const signingSecret = 'shhh';
const oauth = { clientId: '1.2', clientSecret: 'client secret' };
const acme = {
  team: { name: 'Acme' },
  people: [{ name: 'kim' }],
  channels: [{ name: 'general' }],
};

type Team = Pick<FakeSlack, 'workspace' | 'say' | 'waitFor' | 'command' | 'click'>;

interface Started {
  readonly slack: FakeSlack;
  readonly acme: Team;
  readonly bot: RunningBot;
  readonly env: Readonly<Record<string, string>>;
  readonly logged: readonly { readonly msg: string }[];
  /** Goes the way of a person who installs the bot, and gives back the last page's status. */
  readonly install: (as: { user: string; team?: string; allows?: boolean }) => Promise<number>;
}

/** Two workspaces that may install one bot. */
async function start(options: FakeSlackOptions = {}): Promise<Started> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const slack = await startSlack({
    redeliveryDelaysMs: [0, 0, 0],
    delivery: { kind: 'http', url: `${publicUrl}/slack/events`, signingSecret },
    teams: [acme],
    oauth,
    app: readManifest(
      createManifest({
        command: '/sino-russia',
        threadFollowups: false,
        isShared: true,
        requestUrl: `${publicUrl}/slack/events`,
      }),
    ),
    ...options,
  });
  afterTest(() => slack.close());
  const env = {
    SLACK_CLIENT_ID: oauth.clientId,
    SLACK_CLIENT_SECRET: oauth.clientSecret,
    SLACK_STATE_SECRET: 'a secret of its own',
    SLACK_SIGNING_SECRET: signingSecret,
    TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: publicUrl,
    PORT: String(port),
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${await temporaryFolder()}/desk.db`,
    LIBRARY_DIRS: 'seeds',
  };
  const { bot, logged } = await connectBot(env);
  const install: Started['install'] = async (as) => {
    const asked = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
    const target = slack.authorize(asked.headers.get('location') ?? '', as);
    const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
    return (await fetch(target, { headers: { cookie } })).status;
  };
  return { slack, acme: slack.team('Acme'), bot, env, logged, install };
}

/** The bot's next message in a channel that shows something. */
function answerIn(team: Team, channel: string, pattern: RegExp): Promise<Message> {
  return team.waitFor(({ channels }) =>
    channels
      .find(({ name }) => name === channel)
      ?.messages.find((message) => message.bot_id && pattern.test(seen(message) + message.text)),
  );
}

/** Every row of every table, as text. */
async function everythingIn(url: string): Promise<string> {
  const { db, close } = await openDatabase(url);
  try {
    const tables = await db.introspection.getTables();
    const rows = await Promise.all(
      tables.map(({ name }) =>
        db
          .selectFrom(name as never)
          .selectAll()
          .execute(),
      ),
    );
    return JSON.stringify(rows);
  } finally {
    await close();
  }
}

/** Writes down a feed of the library of a team, and one that it added to a library of many. */
async function followFeeds(url: string, team: string): Promise<void> {
  const database = await openDatabase(url);
  const lease = { holder: 'nobody', until: 0 };
  for (const [library, name] of [
    [team, 'own'],
    ['shared', 'shared'],
  ] as const) {
    const store = new StoredFeeds((work) => work(database), library);
    const address = `https://${name}.example/feed`;
    await store.add(
      {
        ...{ id: name, address, title: `${name} feed`, failures: 0, validators: {}, addedAt: 1 },
        ...{ team, person: 'UADDER', nextAt: undefined, wasTold: false },
      },
      lease,
    );
    const record = { title: `${name} item`, authors: [] };
    await store.note(
      [{ feed: name, key: 'k', address: `${address}/1`, record, tries: 0 }],
      'link',
      1,
    );
  }
  await database.close();
}

/** Every button and choice of a menu in some messages, as it is clicked. */
function clicksIn(part: unknown): object[] {
  if (typeof part !== 'object' || part === null) return [];
  const {
    type,
    action_id,
    value,
    options = [],
  } = part as {
    type?: string;
    action_id?: string;
    value?: string;
    options?: readonly object[];
  };
  const chosen = value === undefined ? options : [{ value }];
  const own = action_id ? chosen.map((choice) => ({ type, action_id, choice })) : [];
  const clicks = own.map(({ choice, ...element }) =>
    'text' in choice ? { ...element, selected_option: choice } : { ...element, ...choice },
  );
  return [...clicks, ...Object.values(part).flatMap(clicksIn)];
}

/** Sends an interaction as Slack signs it; the status and words that come back. */
async function interact(url: string, payload: object): Promise<string> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const at = Math.floor(Date.now() / 1000);
  const hmac = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${hmac}`,
  };
  const response = await fetch(url, { method: 'POST', body, headers });
  return `${response.status} ${await response.text()}`;
}

describe('a workspace beside another', () => {
  it('gets nothing of the other by any of its buttons', async () => {
    const { slack, acme: other, env, install } = await start();
    await install({ user: 'ada' });
    await install({ user: 'kim', team: 'Acme' });
    const text = 'why does China object to THAAD, zebra?';
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia ${text}` });
    await answerIn(slack, 'general', /THAAD/);
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    await slack.waitFor(({ channels }) => channels[0]?.messages.length === 3);
    const clicks = clicksIn(slack.workspace.channels);
    expect(clicks.length).toBeGreaterThan(10);
    const calls = slack.calls.length;
    const { id: team } = other.workspace.team;
    const [channel] = other.workspace.channels;
    const kim = other.workspace.user('kim');
    for (const click of clicks) {
      const said = await interact(`${env.PUBLIC_URL}/slack/events`, {
        type: 'block_actions',
        team: { id: team, domain: 'acme' },
        user: { id: kim?.id, team_id: team },
        channel: { id: channel?.id, name: 'general' },
        container: { type: 'message', channel_id: channel?.id, message_ts: '1.2' },
        trigger_id: '1.2.3',
        response_url: `${slack.apiUrl}nowhere`,
        actions: [{ ...click, block_id: 'b', action_ts: '1.2' }],
      });
      expect(said).toBe('200 ');
    }
    await slack.idle();
    expect(JSON.stringify(slack.calls.slice(calls))).not.toMatch(/zebra/);
  });

  it('finds nothing of the library of the other', async () => {
    const { slack, acme: other, env, install } = await start();
    await install({ user: 'ada' });
    await install({ user: 'kim', team: 'Acme' });
    const store = openStore({ url: env.DATABASE_URL ?? '', keepsTexts: true, tell() {} });
    afterTest(() => store.close());
    const act = { key: 'a', person: 'U024ADABR' };
    await store.articlesOf(slack.workspace.team.id).add(zebras, act);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia zebra crossings' });
    await answerIn(slack, 'general', /striped customs house/);
    for (const text of [
      'zebra crossings',
      `article ${zebras.id}`,
      'sources',
      'timeline zebra crossings',
      'verify "The zebra crossings of Heihe lead to the striped customs house."',
    ]) {
      const before = other.workspace.channels[0]?.messages.length ?? 0;
      await other.command({ user: 'kim', channel: 'general', command: '/sino-russia', text });
      await other.waitFor(({ channels }) => (channels[0]?.messages.length ?? 0) > before);
    }
    expect(JSON.stringify(other.workspace.channels)).not.toMatch(/and nowhere else|Zebras/);
  });
});

/** An article that one workspace added. */
const zebras: Article = {
  ...{ id: 'zebras-2025', title: 'Zebras of the border', authors: ['Ada Brandt'] },
  ...{ language: 'en', text: 'original', inferred: [] },
  paragraphs: [
    {
      number: 1,
      text: 'The zebra crossings of Heihe lead to the striped customs house, and nowhere else.',
    },
  ],
};

describe('a bot that many workspaces install', () => {
  it('answers in each of those that installed it', async () => {
    const { slack, acme: other, install } = await start();
    expect(await install({ user: 'ada' })).toBe(200);
    expect(await install({ user: 'kim', team: 'Acme' })).toBe(200);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await other.say({ user: 'kim', channel: 'general', text: '@sino-russia gas pipeline' });
    await answerIn(slack, 'general', /THAAD/);
    await answerIn(other, 'general', /gas/i);
    expect(JSON.stringify(other.workspace.channels)).not.toContain('THAAD');
  });

  it('keeps tokens so that the database alone does not give them away', async () => {
    const { slack, env, install } = await start();
    await install({ user: 'ada' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await answerIn(slack, 'general', /THAAD/);
    const kept = await everythingIn(env.DATABASE_URL ?? '');
    expect(kept).toContain(slack.workspace.team.id);
    expect(kept).not.toMatch(/xox[a-z]/);
  });

  it('says nothing in a workspace that has not let it in', async () => {
    const { slack, acme: other, install } = await start();
    await install({ user: 'kim', team: 'Acme' });
    expect(await install({ user: 'ada', allows: false })).not.toBe(200);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await other.say({ user: 'kim', channel: 'general', text: '@sino-russia thaad' });
    await answerIn(other, 'general', /THAAD/);
    expect(slack.workspace.channels.flatMap(({ messages }) => messages)).toHaveLength(1);
  });

  it('forgets a workspace that removes it, and nothing of the other', async () => {
    const { slack, acme: other, env, logged, install } = await start();
    await install({ user: 'ada' });
    await install({ user: 'kim', team: 'Acme' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await other.say({ user: 'kim', channel: 'general', text: '@sino-russia thaad' });
    await answerIn(slack, 'general', /THAAD/);
    await answerIn(other, 'general', /THAAD/);
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: 'digest daily 09:00 thaad',
    });
    await slack.idle();
    const home = slack.workspace.team.id;
    await followFeeds(env.DATABASE_URL ?? '', home);
    slack.uninstall();
    await slack.idle();
    expect(logged.map(({ msg }) => msg)).toContain(
      `${home} removed the bot; what was kept of it is gone`,
    );
    const kept = await everythingIn(env.DATABASE_URL ?? '');
    expect(kept).not.toMatch(new RegExp(`${home}|UADDER|own feed|own item`));
    expect(kept).toMatch(/shared feed/);
    expect(kept).toMatch(/shared item/);
    expect(kept).toContain(other.workspace.team.id);
  });

  it('works on when its token is about to end, with the one that follows', async () => {
    const { slack, bot, env, install } = await start({ oauth: { ...oauth, tokenRotation: true } });
    await install({ user: 'ada' });
    await bot.stop();
    const { db, close } = await openDatabase(env.DATABASE_URL ?? '');
    await db
      .updateTable('installations')
      .set({ expires_at: Date.now() + 60_000 })
      .execute();
    await close();
    await connectBot(env);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await answerIn(slack, 'general', /THAAD/);
    const renewals = slack.calls.filter(({ method }) => method === 'oauth.v2.access');
    expect(renewals.map(({ args }) => args.grant_type ?? 'code')).toEqual([
      'code',
      'refresh_token',
    ]);
  });

  it('takes up after a start what a workspace asked before', async () => {
    const { slack, bot, env, install } = await start();
    await install({ user: 'ada' });
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.idle();
    await bot.stop();
    await connectBot(env);
    await answerIn(slack, 'general', /THAAD/);
  });
});
