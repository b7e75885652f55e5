import { describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FakeSlack } from 'slack-standin';
import type { NewQuestion } from '../../../src/questions/question.ts';
import { createCourier } from '../../../src/slack/api/courier.ts';
import { PostError } from '../../../src/slack/api/post-error.ts';
import { newQuestion } from '../../../src/store/question-row.ts';
import { asked } from '../../store/question-book-contract.ts';
import { startSlack } from '../../support/slack.ts';
import { afterTest, fromBot } from '../../support/start-desk.ts';

const reply = { text: 'an answer', blocks: [] };
const minute = 60_000;
const scopes = ['chat:write', 'channels:history', 'im:history', 'commands'];

async function openCourier(granted = scopes) {
  const slack = await startSlack({ app: { scopes: granted } });
  afterTest(() => slack.close());
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const time = { now: Date.now() };
  return { slack, time, courier: createCourier(client, { clock: () => time.now }) };
}

/** A question at a place of the stand-in. */
function questionIn(slack: FakeSlack, more: Partial<NewQuestion> = {}) {
  const channel = slack.workspace.channel('general')?.id ?? '';
  return newQuestion(asked('k1', { channel, person: 'U024ADABR', ...more }), Date.now());
}

describe('the courier', () => {
  it('finds the reply among hundreds of messages, in a channel and in a thread', async () => {
    const { slack, courier } = await openCourier();
    const root = await slack.say({ user: 'ada', channel: 'general', text: 'a question' });
    const inThread = questionIn(slack, { key: 'k1', thread: root.ts, ts: root.ts });
    const inChannel = questionIn(slack, { key: 'k2', ts: root.ts });
    for (const question of [inThread, inChannel]) {
      expect(await courier.findReply(question)).toBeUndefined();
    }
    const places = [
      await courier.deliver(inThread, reply),
      await courier.deliver(inChannel, reply),
    ];
    for (let i = 0; i < 450; i += 1) {
      const threadTs = i % 2 ? root.ts : undefined;
      await slack.say({ user: 'lin', channel: 'general', text: `talk ${i}`, threadTs });
    }
    expect(await courier.findReply(inThread)).toBe(places[0]);
    expect(await courier.findReply(inChannel)).toBe(places[1]);
  });

  it('does not look where it may not, nor for what only one person saw', async () => {
    const { slack, courier } = await openCourier(['chat:write', 'commands']);
    const question = questionIn(slack, { ts: '1.1' });
    await courier.deliver(question, reply);
    expect(await courier.findReply(question)).toBeUndefined();
    const command = questionIn(slack, { responseUrl: 'http://127.0.0.1:9/' });
    const before = slack.calls.length;
    expect(await courier.findReply(command)).toBeUndefined();
    expect(slack.calls).toHaveLength(before);
  });

  it('says how long to wait when it looks too often', async () => {
    const { slack, courier } = await openCourier();
    const limited = { kind: 'rate_limited', retryAfterSeconds: 7 } as const;
    slack.faults.next('conversations.history', limited);
    const look = courier.findReply(questionIn(slack, { ts: '1.1' }));
    await expect(look).rejects.toMatchObject({ kind: 'later', retryAfter: 7000 });
  });

  it('answers in person when Slack no longer takes anything at the response_url', async () => {
    const { slack, courier, time } = await openCourier();
    const question = questionIn(slack, { responseUrl: 'http://127.0.0.1:9/', thread: '1.1' });
    time.now += 30 * minute;
    await courier.deliver(question, reply);
    const im = slack.workspace.im('ada')?.id ?? '';
    expect(fromBot(slack, im)).toMatchObject([{ text: 'an answer' }]);
  });

  it.each(['invalid_auth', 'account_inactive', 'missing_scope', 'token_revoked'])(
    'tries again later what an administrator can put right: %s',
    async (error) => {
      const { slack, courier } = await openCourier();
      slack.faults.next('chat.postMessage', { kind: 'refused', error });
      const post = courier.deliver(questionIn(slack), reply);
      await expect(post).rejects.toMatchObject({ kind: 'later', retryAfter: 5 * minute });
    },
  );

  it('knows a refusal, a fault of Slack, and a limit at a response_url', async () => {
    const client = new WebClient();
    const answers = [
      new Response('used_url', { status: 404 }),
      new Response('', { status: 503 }),
      new Response('', { status: 429, headers: { 'retry-after': '3' } }),
      new Response('', { status: 429, headers: { 'retry-after': 'soon' } }),
    ];
    const courier = createCourier(client, {
      fetchUrl: async () => answers.shift() ?? Response.error(),
    });
    const question = newQuestion(asked('k1', { responseUrl: 'http://127.0.0.1/' }), Date.now());
    const errors: unknown[] = [];
    for (let i = 0; i < 4; i += 1) {
      await courier.deliver(question, reply).catch((error: unknown) => errors.push(error));
    }
    expect(errors.every((error) => error instanceof PostError)).toBe(true);
    expect(errors).toMatchObject([
      { kind: 'refused', code: 'used_url' },
      { kind: 'unsure', code: 'http_503' },
      { kind: 'later', retryAfter: 3000 },
      { kind: 'later', retryAfter: 1000 },
    ]);
  });
});
