import { describe, expect, it } from '@jest/globals';
import type { FakeSlack } from 'slack-standin';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

/** The direct message of a person with the bot. */
function directMessage({ workspace }: FakeSlack, userId: string): string {
  const channel = workspace.channels.find(
    ({ kind, members }) => kind === 'im' && members.has(userId),
  );
  if (!channel) throw new Error('no direct message');
  return channel.id;
}

describe('a question asked in a direct message', () => {
  it('is answered there, outside of threads', async () => {
    const { slack } = await startDesk();
    const channel = directMessage(slack, 'U024ADABR');
    await slack.say({ user: 'ada', channel, text: 'what did Gatilov say?' });
    const answer = await slack.waitFor(() => fromBot(slack, channel)[0]);
    expect(answer.thread_ts).toBeUndefined();
    expect(seen(answer)).toMatch(/Gatilov/);
  });

  it('remembers what the person asked just before', async () => {
    const { slack } = await startDesk();
    const channel = directMessage(slack, 'U024ADABR');
    await slack.say({ user: 'ada', channel, text: 'What does Russia think of THAAD?' });
    await slack.waitFor(() => fromBot(slack, channel)[0]);
    await slack.say({ user: 'ada', channel, text: 'and China?' });
    const answer = await slack.waitFor(() => fromBot(slack, channel)[1]);
    expect(seen(answer)).toMatch(/THAAD.*para\. 14, counted/s);
  });

  it('understands help without a command', async () => {
    const { slack } = await startDesk();
    const channel = directMessage(slack, 'U024LINZH');
    await slack.say({ user: 'lin', channel, text: 'help' });
    const answer = await slack.waitFor(() => fromBot(slack, channel)[0]);
    expect(seen(answer)).toMatch(/I find the passage/);
  });

  it('is not answered again when the bot reads its own answer', async () => {
    const { slack, bot } = await startDesk();
    const channel = directMessage(slack, 'U024ADABR');
    await slack.say({ user: 'ada', channel, text: 'thaad' });
    await slack.waitFor(() => fromBot(slack, channel)[0]);
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, channel)).toHaveLength(1);
  });

  it('is no second question when it is edited, reacted to or deleted', async () => {
    const { slack, bot } = await startDesk();
    const channel = directMessage(slack, 'U024ADABR');
    const { ts } = await slack.say({ user: 'ada', channel, text: 'thaad' });
    await slack.waitFor(() => fromBot(slack, channel)[0]);
    await slack.edit({ user: 'ada', channel, ts, text: 'pipeline' });
    await slack.react({ user: 'ada', channel, ts, name: 'eyes' });
    await slack.remove({ user: 'ada', channel, ts });
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, channel)).toHaveLength(1);
  });

  it('may come with a file, which the bot does not need', async () => {
    const { slack } = await startDesk();
    const channel = directMessage(slack, 'U024ADABR');
    const files = [{ name: 'notes.txt', bytes: Buffer.from('my notes') }];
    await slack.say({ user: 'ada', channel, text: 'what did Gatilov say?', files });
    const answer = await slack.waitFor(() => fromBot(slack, channel)[0]);
    expect(seen(answer)).toMatch(/Gatilov/);
  });
});
