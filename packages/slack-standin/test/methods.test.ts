import { beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FakeSlack } from '../src/fake-slack.ts';
import { methods } from '../src/methods/web-api.ts';
import { Workspace } from '../src/workspace/workspace.ts';
import { quiet, startSlack } from './support/bolt-bot.ts';
import { exampleApp, exampleRoster } from './support/example-workspace.ts';

let slack: FakeSlack;
let web: WebClient;

beforeEach(async () => {
  const scopes = [
    'assistant:write',
    'channels:join',
    'channels:read',
    'chat:write',
    'files:read',
    'files:write',
    'im:read',
    'im:write',
    'reactions:write',
    'users:read',
  ];
  slack = await startSlack({ app: { scopes } });
  const retryConfig = { retries: 0 };
  web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig, logger: quiet });
});

describe('assistant methods', () => {
  const status = 'is searching…';

  /** A person's question, as the methods want its place. */
  async function asked() {
    const { ts } = await slack.say({ user: 'ada', channel: 'D0ADA', text: 'tea?' });
    return { channel_id: 'D0ADA', thread_ts: ts };
  }

  it('show a status until the app clears it or answers in its thread', async () => {
    const { statuses } = slack.workspace;
    const place = await asked();
    const { channel_id: channel, thread_ts } = place;
    await web.assistant.threads.setStatus({ ...place, status, loading_messages: ['Reading'] });
    expect(statuses.shown).toEqual([{ channel, thread_ts, status, loading_messages: ['Reading'] }]);
    await slack.say({ user: 'ada', channel, text: 'Hurry!', threadTs: thread_ts });
    await web.chat.postMessage({ channel, text: 'Elsewhere.' });
    expect(statuses.shown).toHaveLength(1);
    await web.chat.postMessage({ channel, thread_ts, text: 'Here.' });
    expect(statuses.shown).toEqual([]);
    await web.assistant.threads.setStatus({ ...place, status });
    await web.assistant.threads.setStatus({ ...place, status: '' });
    expect(statuses.shown).toEqual([]);
  });

  it('show a status for two minutes at most', async () => {
    let now = Date.now();
    const { statuses } = new Workspace({ clock: () => now, app: exampleApp, ...exampleRoster });
    statuses.set({ channel: 'C', thread_ts: '1.000100', status, loading_messages: [] });
    now += 119_999;
    expect(statuses.shown).toHaveLength(1);
    now += 1;
    expect(statuses.shown).toEqual([]);
  });

  it.each([
    ['without a status', { status: undefined }, 'invalid_arguments'],
    ['in an unknown thread', { status, thread_ts: '1.000100' }, 'invalid_thread_ts'],
    ['in an unknown channel', { status, channel_id: 'C0NOWHERE' }, 'channel_not_found'],
    ['in a channel without the app', { status, channel_id: 'C0ELSEWHERE' }, 'not_in_channel'],
    [
      'with eleven loading messages',
      { status, loading_messages: Array.from({ length: 11 }, () => 'x') },
      'invalid_arguments',
    ],
  ])('refuse a status %s', async (_what, wrong, error) => {
    const call = web.apiCall('assistant.threads.setStatus', { ...(await asked()), ...wrong });
    await expect(call).rejects.toThrow(error);
  });

  it('suggest four prompts at most, in a conversation and not in a thread', async () => {
    const prompts = Array.from({ length: 5 }, () => ({ title: 'T', message: 'M' }));
    const suggest = (count: number, args: object = {}) =>
      web.apiCall('assistant.threads.setSuggestedPrompts', {
        channel_id: 'D0ADA',
        prompts: prompts.slice(0, count),
        ...args,
      });
    await suggest(3, await asked());
    expect(slack.workspace.prompts.get('D0ADA')).toBeUndefined();
    await suggest(4, { title: 'Ask' });
    expect(slack.workspace.prompts.get('D0ADA')).toEqual({
      title: 'Ask',
      prompts: prompts.slice(0, 4),
    });
    await expect(suggest(5)).rejects.toThrow('invalid_arguments');
  });

  it('give a thread its title', async () => {
    const place = await asked();
    await web.assistant.threads.setTitle({ ...place, title: 'TEA' });
    expect([...slack.workspace.titles]).toEqual([[`D0ADA:${place.thread_ts}`, 'TEA']]);
    const elsewhere = { ...place, thread_ts: '1.000100', title: 'TEA' };
    await expect(web.assistant.threads.setTitle(elsewhere)).rejects.toThrow('invalid_thread_ts');
  });

  it('need their scopes', async () => {
    const minimal = await startSlack({ app: { scopes: ['im:history'] } });
    const options = { slackApiUrl: minimal.apiUrl, retryConfig: { retries: 0 }, logger: quiet };
    const { threads } = new WebClient(minimal.botToken, options).assistant;
    const place = { channel_id: 'D0ADA', thread_ts: '1.000100' };
    for (const call of [
      threads.setStatus({ ...place, status }),
      threads.setTitle({ ...place, title: 'T' }),
      threads.setSuggestedPrompts({
        channel_id: 'D0ADA',
        prompts: [{ title: 'T', message: 'M' }],
      }),
    ]) {
      await expect(call).rejects.toThrow('missing_scope');
    }
  });
});

describe('people and channels', () => {
  it('can be looked up', async () => {
    const { user } = await web.users.info({ user: 'U0LIN' });
    expect(user).toMatchObject({ real_name: 'Lin Zhao', tz: 'Asia/Shanghai' });
    const { channel } = await web.conversations.info({ channel: 'C0ELSEWHERE' });
    expect(channel).toMatchObject({ name: 'elsewhere', is_member: false });
    const { channels } = await web.conversations.list({ types: 'public_channel,im' });
    expect(channels).toHaveLength(5);
    const { members } = await web.conversations.members({ channel: 'C0GENERAL' });
    expect(members).toEqual(['U0ADA', 'U0LIN', 'U0SCOUT']);
  });

  it('are looked up by id alone', async () => {
    const byName = web.conversations.info({ channel: 'general' });
    await expect(byName).rejects.toThrow('channel_not_found');
  });

  it('are written to after opening a conversation, or joining', async () => {
    const { channel } = await web.conversations.open({ users: 'U0LIN' });
    expect(channel?.id).toBe('D0LIN');
    await web.conversations.join({ channel: 'C0ELSEWHERE' });
    const { ok } = await web.chat.postMessage({ channel: 'C0ELSEWHERE', text: 'x' });
    expect(ok).toBe(true);
  });
});

describe('views', () => {
  const text = { type: 'plain_text' as const, text: 'x' };

  it('larger than 250 kB are refused', async () => {
    const blocks = Array.from({ length: 100 }, () => ({
      type: 'section' as const,
      text: { ...text, text: 'x'.repeat(3000) },
    }));
    const publish = web.views.publish({ user_id: 'U0ADA', view: { type: 'home', blocks } });
    await expect(publish).rejects.toThrow('view_too_large');
  });

  it('that are not open cannot be updated', async () => {
    const view = { type: 'modal' as const, title: text, blocks: [] };
    await expect(web.views.update({ view_id: 'V0', view })).rejects.toThrow('not_found');
  });
});

describe('every method', () => {
  it.each(Object.entries(methods))(
    '%s refuses a missing token or argument',
    async (name, method) => {
      const url = `${slack.apiUrl}${name}`;
      const call = async (headers: Record<string, string>) => {
        const response = await fetch(url, { method: 'POST', headers });
        return ((await response.json()) as { error?: string }).error;
      };
      if (method.token === 'none') return expect(await call({})).toBe('invalid_arguments');
      expect(await call({})).toBe('not_authed');
      const token = method.token === 'app' ? slack.appToken : slack.botToken;
      const error = await call({ authorization: `Bearer ${token}` });
      if (method.required?.length) expect(error).toBe('invalid_arguments');
    },
  );
});
