import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FakeSlack } from 'slack-standin';
import { grantsFor } from '../../src/slack/manifest.ts';
import { articleFile } from '../library/folders.ts';
import { fromBot, seen, startDesk, temporaryFolder } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

const direct = 'D024ADABR';
const app = grantsFor({ threadFollowups: false });
const suggest = 'assistant.threads.setSuggestedPrompts';
const setStatus = 'assistant.threads.setStatus';

const callsOf = ({ calls }: FakeSlack, method: string) =>
  calls.filter((call) => call.method === method);

async function openMessages(slack: FakeSlack, user = 'ada'): Promise<void> {
  await slack.openHome({ user, tab: 'messages' });
  await slack.idle();
}

describe('opening the messages of the bot', () => {
  it('suggests questions, each of which is answered with quotes', async () => {
    const { slack } = await startDesk({ app });
    await openMessages(slack);
    const { prompts = [], title } = slack.workspace.prompts.get(direct) ?? {};
    expect(title).toBe('Questions that the library answers');
    expect(prompts.map((prompt) => prompt.title)).toEqual(prompts.map(({ message }) => message));
    expect(prompts).toHaveLength(4);
    for (const [index, { message }] of prompts.entries()) {
      await slack.say({ user: 'ada', channel: direct, text: message });
      const reply = await slack.waitFor(() => fromBot(slack, direct)[index]);
      expect(seen(reply)).toMatch(/passages? from \d articles?/);
      // Nor does one borrow from the ones clicked before.
      const topic = message.replace(/^What is said about (?:the )?|\?$/g, '');
      const lines = seen(reply).split('\n');
      const quotes = lines.filter((_, line) => lines[line + 1]?.startsWith('— '));
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) expect(quote).toContain(topic);
    }
  });

  it('suggests them once to each person, and again when the library has changed', async () => {
    const folder = await temporaryFolder();
    const { slack, logged } = await startDesk({ app }, { LIBRARY_DIRS: `seeds,${folder}` });
    await openMessages(slack);
    await openMessages(slack);
    await openMessages(slack, 'lin');
    expect(callsOf(slack, suggest).map(({ args }) => args.channel_id)).toEqual([
      direct,
      'D024LINZH',
    ]);
    await writeFile(join(folder, 'new.md'), articleFile());
    await untilLogged(logged, /was read again: 6 articles/);
    await openMessages(slack);
    expect(callsOf(slack, suggest)).toHaveLength(3);
  });

  it('suggests them at the next opening when Slack did not take them', async () => {
    const { slack } = await startDesk({ app });
    slack.faults.next(suggest, { kind: 'server_error' });
    await openMessages(slack);
    expect(slack.workspace.prompts.get(direct)).toBeUndefined();
    await openMessages(slack);
    expect(slack.workspace.prompts.get(direct)?.prompts).toHaveLength(4);
    expect(fromBot(slack, direct)).toEqual([]);
  });

  it('goes without where the app may not, and tries no more', async () => {
    const scopes = app.scopes.filter((scope) => scope !== 'assistant:write');
    const { slack, logged } = await startDesk({ app: { ...app, scopes } });
    await openMessages(slack);
    await openMessages(slack, 'lin');
    expect(callsOf(slack, suggest)).toHaveLength(1);
    expect(logged.filter(({ msg }) => msg.includes('missing_scope'))).toHaveLength(1);
    await slack.say({ user: 'ada', channel: direct, text: 'thaad' });
    expect(seen(await slack.waitFor(() => fromBot(slack, direct)[0]))).toMatch(/THAAD/);
  });
});

describe('an answer that takes its time', () => {
  const slow = { kind: 'delay', ms: 1500 } as const;

  it.each([
    ['in a direct message', undefined],
    ['in a thread of one', 'in a thread'],
  ])('is announced %s, and the announcement goes with the answer', async (_where, inThread) => {
    const { slack, logged } = await startDesk({ app });
    const before = { user: 'ada', channel: direct, text: 'help' };
    const root = inThread && (await slack.say(before)).ts;
    if (root) await untilLogged(logged, /: help after/);
    const answers = fromBot(slack, direct).length;
    slack.faults.next('chat.postMessage', slow);
    const question = { ...before, text: 'thaad', threadTs: root };
    const { ts } = await slack.say(question);
    const [status] = await slack.waitFor(({ statuses: { shown } }) => shown.length > 0 && shown);
    expect(status).toMatchObject({
      thread_ts: root ?? ts,
      status: 'is searching the library…',
    });
    const reply = await slack.waitFor(() => fromBot(slack, direct)[answers]);
    expect(reply.thread_ts).toBe(root);
    await slack.waitFor(({ statuses: { shown } }) => shown.length === 0);
  });

  it('comes all the same when Slack takes no announcement', async () => {
    const { slack, logged } = await startDesk({ app });
    slack.faults.next('chat.postMessage', slow);
    slack.faults.next(setStatus, { kind: 'server_error' });
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    await untilLogged(logged, /: answered after/);
    expect(callsOf(slack, setStatus)).toHaveLength(1);
    expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
  });
});
