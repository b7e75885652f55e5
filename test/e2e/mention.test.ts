import { describe, expect, it } from '@jest/globals';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

const history = {
  scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'channels:history'],
  botEvents: ['app_mention', 'message.im', 'message.channels'],
};

describe('a question asked by mention', () => {
  it('is answered in the thread with cited passages', async () => {
    const { slack } = await startDesk();
    const asked = await slack.say({
      user: 'ada',
      channel: 'general',
      text: '@sino-russia what did Beijing say about THAAD?',
    });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(answer.thread_ts).toBe(asked.ts);
    expect(answer.ephemeral_to).toBeUndefined();
    expect(seen(answer)).toMatch(/“what did Beijing say about THAAD\?”/);
    expect(seen(answer)).toMatch(/Arab News/);
  });

  it('is answered in its thread with what was asked before in mind', async () => {
    const { slack } = await startDesk();
    const asked = await slack.say({
      user: 'ada',
      channel: 'general',
      text: '@sino-russia What does Russia think of THAAD?',
    });
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await slack.say({
      user: 'lin',
      channel: 'general',
      text: '@sino-russia and China?',
      threadTs: asked.ts,
    });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(answer.thread_ts).toBe(asked.ts);
    expect(seen(answer)).toMatch(/THAAD.*para\. 14, counted/s);
  });

  it('offers help when nothing is asked', async () => {
    const { slack } = await startDesk();
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia' });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(/I find the passage/);
  });

  it('is answered once when Slack delivers it twice, and as two kinds of event', async () => {
    const { slack, bot } = await startDesk({ app: history });
    slack.faults.next('events_api', { kind: 'duplicate' }, 2);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it('is answered once when the acknowledgement is lost and Slack delivers it again', async () => {
    const { slack, bot } = await startDesk({ ackTimeoutMs: 50 });
    slack.faults.next('events_api', { kind: 'lost_ack' }, 2);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it('is no second question when it is edited or deleted', async () => {
    const { slack, bot } = await startDesk({ app: history });
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await slack.edit({ user: 'ada', channel: 'general', ts, text: '@sino-russia pipeline' });
    await slack.remove({ user: 'ada', channel: 'general', ts });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it.each([
    ['where channels are read', history],
    ['where they are not', {}],
  ])('may be added by editing, and is answered once, %s', async (_, app) => {
    const { slack, bot } = await startDesk({ app });
    const { ts } = await slack.say({ user: 'ada', channel: 'general', text: 'thaad' });
    await slack.edit({ user: 'ada', channel: 'general', ts, text: '@sino-russia thaad' });
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await slack.edit({ user: 'ada', channel: 'general', ts, text: 'thaad' });
    await slack.edit({ user: 'ada', channel: 'general', ts, text: '@sino-russia thaad, please' });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
  });

  it('leaves messages alone that do not mention the bot', async () => {
    const { slack, bot } = await startDesk({ app: history });
    await slack.say({ user: 'ada', channel: 'general', text: 'thaad' });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(0);
  });
});
