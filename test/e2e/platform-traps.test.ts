import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';

import type { FakeSlack, FakeSlackOptions } from 'slack-standin';
import { createParsers } from '../../src/import/child/parsers.ts';
import { createFetcher } from '../../src/import/fetch/fetcher.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { boltLogger } from '../../src/log.ts';
import { type BotParts, createBot } from '../../src/slack/bot.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { startSlack } from '../support/slack.ts';
import { afterTest, fromBot, seen, startDesk } from '../support/start-desk.ts';

const mention = { user: 'ada', channel: 'general', text: '@sino-russia thaad' };
const command = { user: 'ada', channel: 'general', command: '/sino-russia', text: 'thaad' };

describe('what goes wrong between the bot and Slack', () => {
  it('makes one attempt to post, whatever the socket client thinks of retries', async () => {
    const { slack, bot, logged } = await startDesk();
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    await slack.say(mention);
    await slack.idle();
    await bot.stop();
    expect(logged.some(({ msg }) => msg.includes('is_archived'))).toBe(true);
    const posts = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posts.filter(({ args }) => args.channel === 'C024GENRL')).toHaveLength(1);
    // The person hears why there is no answer.
    const im = slack.workspace.im('ada')?.id ?? '';
    expect(fromBot(slack, im)).toMatchObject([
      {
        text: expect.stringMatching(/got no answer: Slack does not let me post it \(is_archived\)/),
      },
    ]);
  });

  it('waits as long as Slack asks when it posts too fast, and answers once', async () => {
    const { slack } = await startDesk();
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 });
    await slack.say(mention);
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    const times = slack.calls
      .filter(({ method }) => method === 'chat.postMessage')
      .map(({ at }) => at);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('answers after a fault of Slack, by post and by response_url', async () => {
    const { slack } = await startDesk();
    slack.faults.next('chat.postMessage', { kind: 'server_error' });
    slack.faults.next('response_url', { kind: 'server_error' });
    await slack.say(mention);
    await slack.command({ ...command, channel: 'energy' });
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await slack.waitFor(() => fromBot(slack, 'energy')[0]);
  });

  it('looks for its own reply before it posts again, where the response was lost', async () => {
    const scopes = [
      'app_mentions:read',
      'chat:write',
      'commands',
      'im:history',
      'channels:history',
    ];
    const { slack, bot } = await startDesk({ app: { scopes } });
    slack.faults.next('chat.postMessage', { kind: 'lost_response' });
    await slack.say(mention);
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'conversations.replies'));
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it('survives that Slack cannot be reached while it reconnects', async () => {
    const { slack } = await startDesk();
    slack.faults.next('apps.connections.open', { kind: 'server_error', status: 503 });
    slack.dropSockets();
    await slack.say(mention);
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0], { timeoutMs: 20_000 });
    expect(seen(answer)).toMatch(/THAAD/);
  }, 30_000);

  it('takes nothing more once it stops, and finishes what it has begun', async () => {
    const { slack, bot } = await startDesk();
    slack.faults.next('response_url', { kind: 'delay', ms: 300 });
    await slack.command(command);
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
    expect(await slack.command(command)).toEqual({
      ok: false,
      error: expect.stringContaining('failed'),
    });
  });

  it('tells the asker that it broke when it broke, instead of "nothing found"', async () => {
    const slack = await startBrokenBot({ answer: () => Promise.reject(new Error('out of ink')) });
    await slack.say(mention);
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(/Something broke.*can't say whether there is one/);
  });

  it('tells the asker to ask again when the question could not even be written down', async () => {
    const slack = await startBrokenBot({ store: brokenStore() });
    expect(await slack.command(command)).toMatchObject({ ok: false });
    expect((await slack.waitFor(() => fromBot(slack, 'general')[0])).text).toMatch(
      /Please ask again/,
    );
  });

  it('lets Slack bring a message again that could not be written down, and says so at the last', async () => {
    const redeliveryDelaysMs = [0, 0, 0];
    const slack = await startBrokenBot({ store: brokenStore() }, { redeliveryDelaysMs });
    await slack.say(mention);
    await slack.idle();
    expect(fromBot(slack, 'general')).toMatchObject([
      { ephemeral_to: 'U024ADABR', text: expect.stringMatching(/ask again/) },
    ]);
  });
});

/** A store that can't even claim in memory. */
function brokenStore(): Store {
  const store = inMemory();
  store.jobs.claim = () => Promise.reject(new Error('out of paper'));
  return store;
}

async function startBrokenBot(
  broken: Partial<BotParts>,
  options: FakeSlackOptions = {},
): Promise<FakeSlack> {
  const slack = await startSlack({ ackTimeoutMs: 500, redeliveryDelaysMs: [], ...options });
  afterTest(() => slack.close());
  const bot = createBot({
    botToken: slack.botToken,
    transport: { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    command: '/sino-russia',
    threadFollowups: false,
    library: {
      articles: new Map(),
      thesaurus: { actors: [], synonyms: [] },
      differing: joinTopics([]),
      problems: [],
    },
    articles: inMemory().articlesOf('main'),
    allowExternal: false,
    librarians: [],
    reading: { fetcher: createFetcher(), parsers: createParsers() },
    people: { find: async () => undefined, remember: async () => {} },
    answer: () => Promise.reject(new Error('not asked')),
    store: inMemory(),
    log: boltLogger(pino({ level: 'silent' })),
    ...broken,
  });
  await bot.start();
  afterTest(() => bot.stop());
  await slack.connected();
  return slack;
}

function inMemory(): Store {
  return openStore({ url: 'file::memory:', keepsTexts: true, tell: () => {} });
}
