import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/database.ts';
import { afterTest, fromBot, type StartedDesk, seen, startDesk } from '../support/start-desk.ts';

const app = {
  scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'channels:history'],
  botEvents: ['app_mention', 'message.im', 'message.channels'],
};

/** A thread in which Ada has asked and the bot has answered. */
async function startThread(settings: Record<string, string> = {}) {
  const desk = await startDesk({ app }, settings);
  const { slack } = desk;
  const text = '@sino-russia What does Russia think of THAAD?';
  const { ts } = await slack.say({ user: 'ada', channel: 'general', text });
  await slack.waitFor(() => fromBot(slack, 'general')[0]);
  const reply = (user: string, words: string) =>
    slack.say({ user, channel: 'general', text: words, threadTs: ts });
  return { ...desk, reply };
}

async function settled({ slack, bot }: StartedDesk): Promise<number> {
  await slack.idle();
  await bot.stop();
  return fromBot(slack, 'general').length;
}

describe('a reply in a thread that does not mention the bot', () => {
  it('is answered with the thread in mind, where the bot talks with one person', async () => {
    const { slack, reply } = await startThread();
    await reply('ada', 'and China?');
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(answer)).toMatch(/“and China\?”.*THAAD/s);
  });

  it('is left alone where the setting says so', async () => {
    const desk = await startThread({ THREAD_FOLLOWUPS: 'false' });
    await desk.reply('ada', 'and China?');
    expect(await settled(desk)).toBe(1);
  });

  it('is left alone from the moment somebody else says something', async () => {
    const desk = await startThread();
    await desk.reply('lin', 'and China?');
    await desk.slack.idle();
    await desk.reply('ada', 'and China?');
    expect(await settled(desk)).toBe(1);
  });

  it('is left alone when it is no question and the library has nothing on it', async () => {
    const desk = await startThread();
    await desk.reply('ada', 'Marvellous, cheers!');
    expect(await settled(desk)).toBe(1);
    const { db, close } = await openDatabase(desk.env.DATABASE_URL ?? '');
    afterTest(close);
    expect(await db.selectFrom('questions').select('text').execute()).toEqual([
      { text: 'What does Russia think of THAAD?' },
    ]);
    const jobs = await db
      .selectFrom('jobs')
      .select(['state', 'payload'])
      .where('kind', '=', 'question')
      .execute();
    expect(jobs).toHaveLength(2);
    for (const job of jobs) expect(job).toEqual({ state: 'done', payload: null });
  });

  it('gets "not in the library" when it is a question, with the mark of any script', async () => {
    const { slack, reply } = await startThread();
    await reply('ada', '蓝鲸吃什么？');
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(answer)).toMatch(/not in the library|nothing/i);
  });

  it('gets the reason when it is a question that is too long to be read', async () => {
    const { slack, reply } = await startThread();
    await reply('ada', `${'THAAD and Russia '.repeat(300)}?`);
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(answer)).toMatch(/more than 4,000 characters/);
  });

  it('is left alone when it is for somebody else', async () => {
    const desk = await startThread();
    await desk.reply('ada', '@lin what did Gatilov say about THAAD?');
    expect(await settled(desk)).toBe(1);
  });

  it('silences the bot when it says mute, until the bot is mentioned with unmute', async () => {
    const desk = await startThread();
    const { slack, reply } = desk;
    await reply('ada', 'mute');
    const hushed = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(hushed).toMatchObject({ ephemeral_to: 'U024ADABR' });
    await reply('ada', 'and China?');
    await slack.idle();
    await reply('ada', '@sino-russia unmute');
    const back = await slack.waitFor(() => fromBot(slack, 'general')[2]);
    expect(seen(back)).toMatch(/back in this thread/);
    await reply('ada', 'and China?');
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[3]);
    expect(seen(answer)).toMatch(/THAAD/);
  });

  it('is left alone in a thread that the bot was never asked in', async () => {
    const desk = await startDesk({ app }, { THREAD_FOLLOWUPS: 'true' });
    const { ts } = await desk.slack.say({ user: 'ada', channel: 'general', text: 'Lunch?' });
    const text = 'what did Gatilov say about THAAD?';
    await desk.slack.say({ user: 'ada', channel: 'general', text, threadTs: ts });
    expect(await settled(desk)).toBe(0);
  });
});
