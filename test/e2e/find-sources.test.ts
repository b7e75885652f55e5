import { describe, expect, it } from '@jest/globals';
import type { FakeSlack, Message } from 'slack-standin';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const claim =
  'Morning all. I read that "THAAD" radar lets the US spy on China - author:unknown, and Beijing is furious about it. Thoughts?';

async function lookUp(slack: FakeSlack, message: Message, channel = 'general') {
  const before = fromBot(slack, channel).length;
  const use = { user: 'ada', callbackId: 'find_passages', channel, ts: message.ts };
  expect(await slack.shortcut(use)).toEqual({ ok: true });
  return slack.waitFor(() => fromBot(slack, channel)[before], { what: 'the passages' });
}

describe('Find sources', () => {
  it('shows passages about what a message claims, to whoever asks and nobody else', async () => {
    const { slack } = await startDesk();
    const message = await slack.say({ user: 'lin', channel: 'general', text: claim });
    const found = await lookUp(slack, message);
    expect(found.ephemeral_to).toBe('U024ADABR');
    expect(seen(found)).toMatch(/THAAD.*espionage|espionage.*THAAD/s);
    expect(seen(found)).toMatch(/— .*Share in thread/s);
  });

  it("shares them in the message's thread, once, where the bot is no member", async () => {
    const { slack, logged } = await startDesk();
    const message = await slack.say({ user: 'ada', channel: 'energy', text: claim });
    const found = await lookUp(slack, message, 'energy');
    await untilLogged(logged, /: (?:answered|perhaps) after/);
    const share = () =>
      slack.click({
        user: 'ada',
        in: { channel: 'energy', ts: found.ts },
        actionId: 'share',
      });
    await share();
    const shared = await slack.waitFor(() =>
      fromBot(slack, 'energy').find(({ ephemeral_to }) => !ephemeral_to),
    );
    expect(shared.thread_ts).toBe(message.ts);
    expect(seen(shared)).toMatch(/looked that message up in the library/);
    await share();
    const refused = await slack.waitFor(() => fromBot(slack, 'energy')[2]);
    expect(refused.text).toMatch(/shared this answer already/);
  });

  it('answers each use of the shortcut exactly once, however often Slack brings it', async () => {
    const { slack, bot } = await startDesk();
    const message = await slack.say({ user: 'lin', channel: 'general', text: claim });
    await lookUp(slack, message);
    await lookUp(slack, message);
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(2);
  });

  it('looks a long message up sentence by sentence', async () => {
    const { slack } = await startDesk();
    const text =
      'The bakery opens at nine and the weather was lovely for the village fair this weekend. ' +
      'Russia raised its exports of oil to China by 146 percent in five years. ' +
      'My cousin plays the trombone in a brass band and practises every single evening.';
    const found = await lookUp(slack, await slack.say({ user: 'lin', channel: 'general', text }));
    expect(seen(found)).toMatch(/146 percent/);
  });

  it('says so when the library has nothing, or the message no text', async () => {
    const { slack } = await startDesk();
    const off = { user: 'lin', channel: 'general', text: 'Penguins breed in Antarctica' };
    expect(seen(await lookUp(slack, await slack.say(off)))).toMatch(/has no answer to that/);
    const mention = await slack.say({ ...off, text: `@sino-russia` });
    await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(await lookUp(slack, mention))).toMatch(/no text that I could look up/);
  });

  it('keeps a private look-up out of the memory of the thread', async () => {
    const { slack } = await startDesk();
    const message = await slack.say({ user: 'lin', channel: 'general', text: claim });
    await lookUp(slack, message);
    const text = `@sino-russia and why?`;
    await slack.say({ user: 'lin', channel: 'general', text, threadTs: message.ts });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[1]);
    expect(seen(reply)).not.toMatch(/THAAD/);
  });
});
