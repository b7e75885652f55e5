import { beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { Standin } from '../../src/standin/standin.ts';
import { methods } from '../../src/standin/web-api.ts';
import { quiet, startSlack } from './bolt-bot.ts';

let slack: Standin;
let web: WebClient;

beforeEach(async () => {
  const scopes = [
    'assistant:write',
    'channels:join',
    'channels:read',
    'chat:write',
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
  const thread = { channel_id: 'D024ADABR', thread_ts: '1700000000.000100' };

  it('show a status until it is cleared or answered', async () => {
    const { statuses } = slack.workspace;
    const { ts } = await slack.say({ user: 'ada', channel: 'D024ADABR', text: 'thaad?' });
    const place = { channel_id: 'D024ADABR', thread_ts: ts };
    await web.assistant.threads.setStatus({ ...place, status: 'is searching…' });
    expect([...statuses.values()]).toEqual(['is searching…']);
    await web.chat.postMessage({ channel: 'D024ADABR', thread_ts: ts, text: 'Here.' });
    expect(statuses.size).toBe(0);
    await web.assistant.threads.setStatus({ ...place, status: 'is searching…' });
    await web.assistant.threads.setStatus({ ...place, status: '' });
    expect(statuses.size).toBe(0);
  });

  it('refuse more than ten loading messages', async () => {
    const loading_messages = Array.from({ length: 11 }, () => 'x');
    const call = web.assistant.threads.setStatus({ ...thread, status: 'x', loading_messages });
    await expect(call).rejects.toThrow('invalid_arguments');
  });

  it('suggest four prompts at most', async () => {
    const prompts = Array.from({ length: 5 }, () => ({ title: 'T', message: 'M' }));
    const suggest = (count: number) =>
      web.apiCall('assistant.threads.setSuggestedPrompts', {
        channel_id: 'D024ADABR',
        prompts: prompts.slice(0, count),
      });
    await suggest(4);
    expect(slack.workspace.prompts.get('D024ADABR')?.prompts).toHaveLength(4);
    await expect(suggest(5)).rejects.toThrow('invalid_arguments');
  });
});

describe('reactions', () => {
  it('are added once', async () => {
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'thaad?' });
    const args = { channel: 'C024GENRL', timestamp: ts, name: 'eyes' };
    await web.reactions.add(args);
    expect(slack.workspace.message('general', ts)?.reactions).toEqual([
      { name: 'eyes', users: ['U024DESKU'], count: 1 },
    ]);
    await expect(web.reactions.add(args)).rejects.toThrow('already_reacted');
  });
});

describe('people and channels', () => {
  it('can be looked up', async () => {
    const { user } = await web.users.info({ user: 'U024LINZH' });
    expect(user).toMatchObject({ real_name: 'Lin Zhao', tz: 'Asia/Shanghai' });
    const { channel } = await web.conversations.info({ channel: 'C024ENRGY' });
    expect(channel).toMatchObject({ name: 'energy', is_member: false });
    const { channels } = await web.conversations.list({ types: 'public_channel,im' });
    expect(channels).toHaveLength(5);
    const { members } = await web.conversations.members({ channel: 'C024GENRL' });
    expect(members).toEqual(['U024ADABR', 'U024LINZH', 'U024DESKU']);
  });

  it('are looked up by id alone', async () => {
    const byName = web.conversations.info({ channel: 'general' });
    await expect(byName).rejects.toThrow('channel_not_found');
  });

  it('are written to after opening a conversation, or joining', async () => {
    const { channel } = await web.conversations.open({ users: 'U024LINZH' });
    expect(channel?.id).toBe('D024LINZH');
    await web.conversations.join({ channel: 'C024ENRGY' });
    const { ok } = await web.chat.postMessage({ channel: 'C024ENRGY', text: 'x' });
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
    const publish = web.views.publish({ user_id: 'U024ADABR', view: { type: 'home', blocks } });
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
