import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeSlack } from '../src/fake-slack.ts';
import { connectBot, signal, startSlack } from './support/bolt-bot.ts';

let now = 1_700_000_000_000;
let slack: FakeSlack;
let url: string;

beforeEach(async () => {
  slack = await startSlack({ clock: () => now });
  const { seen, see } = signal<string>();
  await connectBot(slack, (app) => {
    app.command('/scout', async ({ ack, command }) => {
      await ack();
      see(command.response_url);
    });
  });
  await slack.command({ user: 'ada', channel: 'elsewhere', command: '/scout', text: 'x' });
  url = await seen;
});

async function respond(body: unknown): Promise<string> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return `${response.status} ${await response.text()}`;
}

function messages() {
  return slack.workspace.channel('elsewhere')?.messages ?? [];
}

describe('a response_url', () => {
  it('shows ephemeral messages unless told otherwise', async () => {
    await respond({ text: 'for you' });
    await respond({ text: 'for all', response_type: 'in_channel' });
    expect(messages().map(({ ephemeral_to }) => ephemeral_to)).toEqual(['U0ADA', undefined]);
  });

  it('replaces what it said before', async () => {
    await respond({ text: 'one moment' });
    await respond({ text: 'here it is', replace_original: true });
    expect(messages().map(({ text }) => text)).toEqual(['here it is']);
  });

  it('deletes what it said before', async () => {
    await respond({ text: 'one moment' });
    await respond({ delete_original: true });
    expect(messages()).toEqual([]);
  });

  it('is good for five uses', async () => {
    for (let use = 0; use < 5; use += 1) expect(await respond({ text: 'x' })).toBe('200 ok');
    expect(await respond({ text: 'x' })).toBe('404 {"ok":false,"error":"used_url"}');
  });

  it('is good for 30 minutes', async () => {
    now += 30 * 60_000;
    expect(await respond({ text: 'x' })).toBe('200 ok');
    now += 1;
    expect(await respond({ text: 'x' })).toBe('404 {"ok":false,"error":"expired_url"}');
  });

  it('refuses blocks that Slack refuses, and the log says why', async () => {
    expect(await respond({ text: 'x', blocks: [{ type: 'nope' }] })).toBe('400 invalid_blocks');
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'response_url',
      error: 'invalid_blocks',
      response: { errors: ['[ERROR] unsupported type: nope [json-pointer:/blocks/0/type]'] },
    });
    expect(messages()).toEqual([]);
  });

  it('refuses what is not JSON', async () => {
    const response = await fetch(url, { method: 'POST', body: 'text=hello' });
    expect(response.status).toBe(400);
  });

  it('can fail by request', async () => {
    slack.faults.next('response_url', { kind: 'server_error' });
    expect(await respond({ text: 'x' })).toBe('500 internal_error');
    slack.faults.next('response_url', { kind: 'lost_response' });
    await expect(respond({ text: 'x' })).rejects.toThrow('fetch failed');
    expect(messages()).toHaveLength(1);
  });
});
