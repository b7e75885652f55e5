import { describe, expect, it } from '@jest/globals';
import { messageShortcuts } from '../../src/slack/manifest.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';

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
      /names Andrew Hammond.*Ada Li/s,
    ],
    [
      'verify "spoke of the price, which the ferry stopped for the winter"',
      /Stitched|Altered|Not found/,
    ],
    [
      'verify "No ferry was ever seen upon the lakes of the moon"',
      /Not found.*only a brief of 5 of the 6/s,
    ],
    ['verify "too short"', /fewer than 12 characters/],
    ['Verify: "Nobody in the room spoke of the price"', /Exact/],
    ['verify whether Xi and Putin met in Moscow', /passages? from/],
    ['verify', /./],
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
