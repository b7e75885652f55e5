import { beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FakeSlack, FakeSlackOptions } from '../src/fake-slack.ts';
import { quiet, startSlack } from './support/bolt-bot.ts';

let slack: FakeSlack;
let web: WebClient;

async function start(options?: FakeSlackOptions): Promise<void> {
  slack = await startSlack(options);
  web = client(slack.botToken);
}

function client(token: string): WebClient {
  const retryConfig = { retries: 0 };
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig,
    logger: quiet,
    rejectRateLimitedCalls: true,
  });
}

/** The error's name and details of a call that Slack refuses. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    const { data } = error as { data?: { error: string; response_metadata?: object } };
    return data ? { error: data.error, ...data.response_metadata } : error;
  }
  return 'no refusal';
}

beforeEach(() => start());

describe('signing in', () => {
  it('tells the bot who it is and what it may do', async () => {
    const { user_id, bot_id, team_id, response_metadata } = await web.auth.test();
    expect({ user_id, bot_id, team_id }).toEqual({
      user_id: 'U0SCOUT',
      bot_id: 'B0SCOUT',
      team_id: 'T0FAKESLACK',
    });
    expect(response_metadata?.scopes).toContain('app_mentions:read');
  });

  it.each([
    ['xoxb-wrong', 'invalid_auth'],
    ['xapp-fake', 'not_allowed_token_type'],
  ])('refuses the token %s with %s', async (token, error) => {
    expect(await refusal(client(token).auth.test())).toMatchObject({ error });
  });

  it('opens sockets for the app token only', async () => {
    expect(await refusal(web.apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    });
    const { url } = await client(slack.appToken).apps.connections.open();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/);
  });

  it('answers methods it does not know with unknown_method', async () => {
    expect(await refusal(web.apiCall('files.upload'))).toMatchObject({ error: 'unknown_method' });
  });

  it('names the scope that is missing', async () => {
    expect(await refusal(web.conversations.history({ channel: 'C0GENERAL' }))).toMatchObject({
      error: 'missing_scope',
    });
  });

  it('names the arguments that are missing', async () => {
    expect(await refusal(web.apiCall('chat.update', { channel: 'C0GENERAL' }))).toEqual(
      expect.objectContaining({
        error: 'invalid_arguments',
        messages: ['[ERROR] missing required field: ts'],
      }),
    );
  });

  it('reads JSON bodies as well as forms', async () => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slack.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ channel: 'C0GENERAL', text: 'Hello' }),
    });
    expect(await response.json()).toMatchObject({ ok: true, message: { text: 'Hello' } });
  });
});

describe('posting', () => {
  it('keeps the message with its metadata', async () => {
    const metadata = { event_type: 'answer', event_payload: { id: 7 } };
    const { ts } = await web.chat.postMessage({ channel: 'C0GENERAL', text: 'Hello', metadata });
    expect(slack.workspace.message('general', ts ?? '')).toMatchObject({ text: 'Hello', metadata });
  });

  it.each([
    ['an unknown channel', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['a channel the bot is not in', { channel: 'C0ELSEWHERE', text: 'x' }, 'not_in_channel'],
    ['a message with nothing in it', { channel: 'C0GENERAL', text: '' }, 'no_text'],
    ['41,000 characters', { channel: 'C0GENERAL', text: 'x'.repeat(41_000) }, 'msg_too_long'],
    [
      'an unknown thread',
      { channel: 'C0GENERAL', text: 'x', thread_ts: '1.000100' },
      'thread_not_found',
    ],
  ])('refuses %s', async (_what, args, error) => {
    expect(await refusal(web.chat.postMessage(args))).toMatchObject({ error });
  });

  it('refuses an archived channel', async () => {
    const channel = slack.workspace.channel('general');
    if (channel) channel.is_archived = true;
    const post = web.chat.postMessage({ channel: 'C0GENERAL', text: 'x' });
    expect(await refusal(post)).toMatchObject({ error: 'is_archived' });
  });

  it('goes to any public channel with chat:write.public', async () => {
    await start({ app: { scopes: ['chat:write', 'chat:write.public'] } });
    const { ok } = await web.chat.postMessage({ channel: '#elsewhere', text: 'x' });
    expect(ok).toBe(true);
  });

  it('goes to a person’s conversation by the person’s id', async () => {
    const { channel } = await web.chat.postMessage({ channel: 'U0LIN', text: 'x' });
    expect(channel).toBe('D0LIN');
  });

  it('refuses a post with 51 blocks and says which limit', async () => {
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    const post = web.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks });
    expect(await refusal(post)).toMatchObject({
      error: 'invalid_blocks',
      messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'],
    });
  });

  it('refuses blocks whose texts add up to more than a message may hold', async () => {
    const text = { type: 'plain_text' as const, text: 'x'.repeat(3000) };
    const blocks = Array.from({ length: 5 }, () => ({ type: 'section', text }));
    const post = web.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks });
    expect(await refusal(post)).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  it('shows an ephemeral message to one person and keeps it out of everything else', async () => {
    await start({ app: { scopes: ['chat:write', 'channels:history'] } });
    const place = { channel: 'C0GENERAL', user: 'U0ADA' };
    const { message_ts = '' } = await web.chat.postEphemeral({ ...place, text: 'psst' });
    expect(slack.workspace.message('general', message_ts)?.ephemeral_to).toBe('U0ADA');
    expect((await web.conversations.history({ channel: 'C0GENERAL' })).messages).toEqual([]);
    const update = web.chat.update({ channel: 'C0GENERAL', ts: message_ts, text: 'new' });
    expect(await refusal(update)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('changing messages', () => {
  it('updates its own message, and takes 4,000 characters at most', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0GENERAL', text: 'old' });
    await web.chat.update({ channel: 'C0GENERAL', ts, text: 'new' });
    expect(slack.workspace.message('general', ts)?.text).toBe('new');
    const long = web.chat.update({ channel: 'C0GENERAL', ts, text: 'x'.repeat(4001) });
    expect(await refusal(long)).toMatchObject({ error: 'msg_too_long' });
  });

  it('leaves the messages of people alone', async () => {
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'mine' });
    const place = { channel: 'C0GENERAL', ts };
    expect(await refusal(web.chat.update({ ...place, text: 'yours' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusal(web.chat.delete(place))).toMatchObject({ error: 'cant_delete_message' });
  });

  it('deletes its own message', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0GENERAL', text: 'old' });
    await web.chat.delete({ channel: 'C0GENERAL', ts });
    expect(slack.workspace.channel('general')?.messages).toEqual([]);
  });

  it('gives a permalink', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0GENERAL', text: 'x' });
    const { permalink } = await web.chat.getPermalink({ channel: 'C0GENERAL', message_ts: ts });
    expect(permalink).toBe(`${slack.url}/archives/C0GENERAL/p${ts.replace('.', '')}`);
  });
});

describe('reading', () => {
  it('needs the history scope of the kind of channel', async () => {
    const dm = await web.conversations.history({ channel: 'D0ADA' });
    expect(dm.messages).toEqual([]);
    expect(await refusal(web.conversations.history({ channel: 'C0GENERAL' }))).toMatchObject({
      error: 'missing_scope',
    });
  });

  it('gives threads page by page, with metadata when asked', async () => {
    const metadata = { event_type: 'answer', event_payload: {} };
    const channel = 'D0ADA';
    const { ts = '' } = await web.chat.postMessage({ channel, text: '1', metadata });
    await web.chat.postMessage({ channel, text: '2', thread_ts: ts });
    await web.chat.postMessage({ channel, text: '3', thread_ts: ts });
    const args = { channel, ts, limit: 2, include_all_metadata: true };
    const first = await web.conversations.replies(args);
    expect(first.messages?.map(({ text }) => text)).toEqual(['1', '2']);
    expect(first.messages?.[0]?.metadata).toEqual(metadata);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await web.conversations.replies({ channel, ts, cursor });
    expect(second.messages?.map(({ text }) => text)).toEqual(['3']);
  });
});

describe('rate limits', () => {
  it('are those of Slack when they are enforced', async () => {
    let now = 1_700_000_000_000;
    await start({ enforceRateLimits: true, clock: () => now });
    const post = () => web.chat.postMessage({ channel: 'C0GENERAL', text: 'x' });
    for (let burst = 0; burst < 3; burst += 1) await post();
    expect(await refusal(post())).toMatchObject({ retryAfter: 1 });
    now += 1000;
    expect((await post()).ok).toBe(true);
  });
});

describe('blocks.validate', () => {
  it('needs no token and lists what is wrong where', async () => {
    const response = await fetch(`${slack.apiUrl}blocks.validate`, {
      method: 'POST',
      body: new URLSearchParams({ blocks: JSON.stringify([{ type: 'nope' }]) }),
    });
    expect(await response.json()).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ pointer: '/0/type', message: 'unsupported type: nope' }],
    });
  });
});
