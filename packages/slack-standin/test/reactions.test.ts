import { beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { FakeSlack } from '../src/fake-slack.ts';
import { connectBot, quiet, startSlack } from './support/bolt-bot.ts';

const channel = 'C0GENERAL';
const scopes = ['chat:write', 'reactions:read', 'reactions:write'];
const botEvents = ['reaction_added', 'reaction_removed'];

let slack: FakeSlack;
let web: WebClient;
let ts: string;

beforeEach(async () => {
  slack = await startSlack({ app: { scopes, botEvents } });
  const retryConfig = { retries: 0 };
  web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig, logger: quiet });
  ts = (await slack.say({ user: 'ada', channel, text: 'tea?' })).ts;
});

describe('reactions of the bot', () => {
  it('are added and taken back once', async () => {
    const eyes = { channel, timestamp: ts, name: 'eyes' };
    await web.reactions.add(eyes);
    expect(slack.workspace.message(channel, ts)?.reactions).toEqual([
      { name: 'eyes', users: ['U0SCOUT'], count: 1 },
    ]);
    await expect(web.reactions.add(eyes)).rejects.toThrow('already_reacted');
    await web.reactions.remove(eyes);
    expect(slack.workspace.message(channel, ts)?.reactions).toEqual([]);
    await expect(web.reactions.remove(eyes)).rejects.toThrow('no_reaction');
  });

  it('are refused by the names that Slack has for what is wrong', async () => {
    const add = (args: Record<string, string>) =>
      web.apiCall('reactions.add', { channel, timestamp: ts, name: 'eyes', ...args });
    await expect(add({ name: 'two words' })).rejects.toThrow('invalid_name');
    await expect(add({ timestamp: 'noon' })).rejects.toThrow('bad_timestamp');
    await expect(add({ timestamp: '1.000001' })).rejects.toThrow('message_not_found');
    const nowhere = web.apiCall('reactions.remove', { name: 'eyes' });
    await expect(nowhere).rejects.toThrow('no_item_specified');
  });

  it('are 23 at most from one member', async () => {
    for (let n = 1; n <= 23; n += 1) {
      await web.reactions.add({ channel, timestamp: ts, name: `e${n}` });
    }
    const more = web.reactions.add({ channel, timestamp: ts, name: 'e24' });
    await expect(more).rejects.toThrow('too_many_reactions');
  });
});

describe('reactions of people', () => {
  it('are counted together, and read by the bot', async () => {
    await slack.react({ user: 'ada', channel, ts, name: 'eyes' });
    await slack.react({ user: 'lin', channel, ts, name: 'eyes' });
    const { message } = await web.reactions.get({ channel, timestamp: ts });
    expect(message?.reactions).toEqual([{ name: 'eyes', users: ['U0ADA', 'U0LIN'], count: 2 }]);
    const again = slack.react({ user: 'lin', channel, ts, name: 'eyes' });
    await expect(again).rejects.toThrow('already_reacted');
  });

  it('are told to a bot that subscribed to them', async () => {
    const seen: unknown[] = [];
    await connectBot(slack, (app) => {
      app.event('reaction_added', async ({ event }) => void seen.push(event));
      app.event('reaction_removed', async ({ event }) => void seen.push(event));
    });
    await slack.react({ user: 'lin', channel, ts, name: 'eyes' });
    await slack.react({ user: 'lin', channel, ts, name: 'eyes', removes: true });
    await slack.idle();
    const item = { type: 'message', channel, ts };
    const common = { user: 'U0LIN', reaction: 'eyes', item_user: 'U0ADA', item };
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'reaction_added', ...common }),
        expect.objectContaining({ type: 'reaction_removed', ...common }),
      ]),
    );
  });

  it('stay unknown to a bot without the scope', async () => {
    const deaf = await startSlack({ app: { scopes: ['chat:write'], botEvents } });
    const said = await deaf.say({ user: 'ada', channel, text: 'tea?' });
    const heard: unknown[] = [];
    await connectBot(deaf, (app) => {
      app.event('reaction_added', async ({ event }) => void heard.push(event));
    });
    await deaf.react({ user: 'lin', channel, ts: said.ts, name: 'eyes' });
    await deaf.idle();
    expect(heard).toEqual([]);
  });
});
