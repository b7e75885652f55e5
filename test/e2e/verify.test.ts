import { describe, expect, it } from '@jest/globals';
import type { Message } from 'slack-standin';
import { messageShortcuts } from '../../src/slack/manifest.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { fromBot, type StartedDesk, seen, startDesk } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const body = `Nobody in the room spoke of the price, which had been the point all along.

The river froze down to its bed of gravel, and the ferry stopped for the winter.
`;

async function startDeskWithOriginal() {
  const record = {
    id: 'li-2021',
    title: 'Eleven Projects',
    authors: '[Ada Li]',
    publisher: 'Harbin Post',
  };
  const folder = writeFolder({ 'li.md': articleFile(record, body) });
  return startDesk({ app: { shortcuts: messageShortcuts } }, { LIBRARY_DIRS: `seeds,${folder}` });
}

describe('verify', () => {
  it.each([
    [
      'verify "Nobody in the room spoke of the price"',
      /Exact.*Nobody in the room.*\n?.*Ada Li, "Eleven Projects," Harbin Post/s,
    ],
    [
      'verify "Nobody in the house spoke of the price"',
      /one word differs.*room.*house.*only in the library.*Ada Li/s,
    ],
    [
      'verify "Nobody in the room spoke of the price" — Andrew Hammond',
      /not Andrew Hammond's.*Ada Li/s,
    ],
    [
      'verify "spoke of the price, which the ferry stopped for the winter"',
      /Stitched|Altered|Not found/,
    ],
    [
      'verify "No ferry was ever seen upon the lakes of the moon"',
      /Not found.*only a brief for 5 of the 6/s,
    ],
    ['verify "too short"', /fewer than 12 characters/],
    ['Verify: "Nobody in the room spoke of the price"', /Exact/],
    ['verify whether Xi and Putin met in Moscow', /passages? from/],
    ['verify', /“verify” needs a quotation, for example.*\/sino-russia verify "the words/],
  ])('says what is right for %s', async (text, expected) => {
    const { slack } = await startDeskWithOriginal();
    await slack.command({ user: 'ada', channel: 'general', command: '/sino-russia', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(reply)).toMatch(expected);
    expect(reply.ephemeral_to).toBe('U024ADABR');
  });

  it('answers a mention in its thread', async () => {
    const { slack } = await startDeskWithOriginal();
    const text = '@sino-russia verify “the river froze down to its bed of gravel” — Ada Li';
    const asked = await slack.say({ user: 'lin', channel: 'general', text });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(reply.thread_ts).toBe(asked.ts);
    expect(seen(reply)).toMatch(/Exact/);
  });
});

describe('Check this quote', () => {
  it('checks every quotation of a message, for whoever asks and nobody else', async () => {
    const { slack } = await startDeskWithOriginal();
    const message = await slack.say({
      user: 'lin',
      channel: 'energy',
      text: 'Li writes “Nobody in the room spoke of the price”, and “the river was frozen all the way to its source” too.',
    });
    const use = { user: 'ada', callbackId: 'check_quote', channel: 'energy', ts: message.ts };
    expect(await slack.shortcut(use)).toEqual({ ok: true });
    const reply = await slack.waitFor(() => fromBot(slack, 'energy')[0]);
    expect(reply.ephemeral_to).toBe('U024ADABR');
    expect(seen(reply)).toMatch(/Nobody in the room.*Exact.*frozen all the way.*Not found/s);
  });

  it('says so when a message has no text', async () => {
    const { slack } = await startDeskWithOriginal();
    const message = await slack.say({ user: 'lin', channel: 'general', text: '👍 👍' });
    await slack.shortcut({
      user: 'ada',
      callbackId: 'check_quote',
      channel: 'general',
      ts: message.ts,
    });
    const reply = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(reply)).toMatch(/fewer than 12 characters/);
  });
});

describe('a verdict', () => {
  const altered = 'verify "Nobody in the house spoke of the price"';

  async function verdictOn({ slack, logged }: StartedDesk, text: string, channel = 'general') {
    await slack.command({ user: 'ada', channel, command: '/sino-russia', text });
    await untilLogged(logged, /\(command\): /);
    return slack.waitFor(() => fromBot(slack, channel)[0]);
  }

  const click = ({ slack }: StartedDesk, { ts }: Message, actionId: string, channel = 'general') =>
    slack.click({ user: 'ada', in: { channel, ts }, actionId });

  const sharedIn = ({ slack }: StartedDesk, channel: string) =>
    slack.waitFor(() => fromBot(slack, channel).find(({ ephemeral_to }) => !ephemeral_to));

  it('is shared as it was, once, where the bot is no member', async () => {
    const desk = await startDeskWithOriginal();
    const verdict = await verdictOn(desk, altered, 'energy');
    await click(desk, verdict, 'share', 'energy');
    const shared = await sharedIn(desk, 'energy');
    expect(seen(shared)).toMatch(/had a quotation checked, and shares the verdict/);
    expect(seen(shared)).toMatch(/one word differs.*room.*house.*Ada Li/s);
    expect(seen(shared)).not.toMatch(/Share/);
    await click(desk, verdict, 'share', 'energy');
    const refused = await desk.slack.waitFor(() => fromBot(desk.slack, 'energy')[2]);
    expect(refused.text).toMatch(/shared this answer already/);
  });

  it('that nothing was found is shared too, unless the question was forgotten', async () => {
    const desk = await startDeskWithOriginal();
    const text = 'verify "No ferry was ever seen upon the lakes of the moon"';
    const verdict = await verdictOn(desk, text);
    await click(desk, verdict, 'share');
    expect(seen(await sharedIn(desk, 'general'))).toMatch(/Not found/);
    await untilLogged(desk.logged, /: shared after/);
    await desk.slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: 'forget',
    });
    await untilLogged(desk.logged, /: forget after/);
    await click(desk, verdict, 'share');
    const refused = await desk.slack.waitFor(() => fromBot(desk.slack, 'general')[3]);
    expect(refused.text).toMatch(/no longer kept/);
  });

  it('on a message is shared in its thread', async () => {
    const desk = await startDeskWithOriginal();
    const { slack, logged } = desk;
    const text = 'Li writes “Nobody in the room spoke of the price”.';
    const { ts } = await slack.say({ user: 'lin', channel: 'general', text });
    await slack.shortcut({ user: 'ada', callbackId: 'check_quote', channel: 'general', ts });
    await untilLogged(logged, /\(check quote\): exact/);
    const [verdict] = fromBot(slack, 'general');
    expect(seen(verdict as Message)).toMatch(/Share in thread/);
    await click(desk, verdict as Message, 'share');
    const shared = await sharedIn(desk, 'general');
    expect(shared.thread_ts).toBe(ts);
    expect(seen(shared)).toMatch(/had that message checked.*Exact/s);
  });

  it('is cited, judged, and opened again from the Home tab', async () => {
    const desk = await startDeskWithOriginal();
    const { slack } = desk;
    const verdict = await verdictOn(desk, altered);
    expect(seen(verdict)).toMatch(/Share to channel.*Cite all.*Helpful/s);
    await click(desk, verdict, 'cite_all');
    const cited = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    expect(JSON.stringify(cited.blocks)).toMatch(/Ada Li, “Eleven Projects/);
    await slack.closeView({ user: 'ada', viewId: cited.id });
    await slack.openHome({ user: 'ada' });
    const home = await slack.waitFor(({ homes }) => homes.get('U024ADABR'));
    expect(JSON.stringify(home.blocks)).toMatch(/Nobody in the house.*, checked/);
    await slack.click({ user: 'ada', in: { viewId: home.id }, actionId: 'reopen_answer' });
    const again = await slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    expect(JSON.stringify(again.blocks)).toMatch(/one word differs/);
  });

  it('that cannot be given has nothing to be shared or judged', async () => {
    const desk = await startDeskWithOriginal();
    expect(seen(await verdictOn(desk, 'verify "too short"'))).not.toMatch(/Share|Helpful|Cite/);
  });
});
