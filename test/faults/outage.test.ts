import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import type { Message } from 'slack-standin';
import { papers, road } from '../e2e/papers.ts';
import { connectBot, fromBot, seen, startDesk, temporaryFolder } from '../support/start-desk.ts';
import { untilLogged } from '../support/until-logged.ts';

/** Locks the database of a bot; returns what unlocks it. */
function lock({ DATABASE_URL = '' }: Readonly<Record<string, string>>): () => void {
  const other = new SqliteFile(DATABASE_URL.slice('file:'.length));
  other.exec('BEGIN EXCLUSIVE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

const slow = { ackTimeoutMs: 100, redeliveryDelaysMs: [100, 7000] };
const mention = { user: 'ada', channel: 'general', text: '@sino-russia thaad' };

describe('the whole bot whose database goes away', () => {
  it('answers once what Slack repeats while it is away, and after it is back', async () => {
    const { slack, bot, logged, env } = await startDesk(slow);
    const unlock = lock(env);
    slack.faults.next('events_api', { kind: 'lost_ack' }, 2);
    await slack.say(mention);
    await slack.waitFor(() => fromBot(slack, 'general')[0]);
    unlock();
    await slack.idle();
    await bot.stop();
    expect(fromBot(slack, 'general')).toHaveLength(1);
    expect(logged.filter(({ msg }) => msg.includes('is locked by another program'))).toHaveLength(
      1,
    );
  });

  it('keeps a question waiting that the library might answer, until it was read', async () => {
    const file = join(await temporaryFolder(), 'desk.db');
    await writeFile(file, 'no database');
    const { slack, logged } = await startDesk({}, { DATABASE_URL: `file:${file}` });
    const asked = [
      'who won the chess olympiad',
      'verify "Nobody ever wrote these words about the border"',
      'sources',
      'article nothing-2020',
    ];
    for (const text of asked) await slack.say({ ...mention, text: `@sino-russia ${text}` });
    await untilLogged(logged, /can't be searched \(unread\)/, asked.length);
    expect(fromBot(slack, 'general')).toEqual([]);
    await rm(file);
    const options = { timeoutMs: 50_000, what: 'the answers' };
    await slack.waitFor(() => fromBot(slack, 'general').length === asked.length, options);
    const answers = fromBot(slack, 'general').map(seen).join('\n');
    expect(answers).toContain('The library has no answer to that.');
    expect(answers).toContain('the library holds only briefs');
    expect(answers).toContain('The library holds 5 articles.');
    expect(answers).toContain('The library has no article “nothing-2020”.');
  }, 60_000);

  it('is no reason to answer again for the process that comes next', async () => {
    const { slack, bot, env } = await startDesk();
    const unlock = lock(env);
    await slack.say(mention);
    await slack.command({ ...mention, command: '/sino-russia', text: 'pipeline' });
    await slack.waitFor(() => fromBot(slack, 'general').length === 2);
    await slack.idle();
    await bot.stop();
    unlock();
    const next = await connectBot(env);
    await next.bot.stop();
    const answers = fromBot(slack, 'general').map(seen);
    expect(answers.filter((answer) => answer.includes('THAAD'))).toHaveLength(1);
    expect(answers).toHaveLength(2);
  });

  it('is no reason to answer again what Slack repeats to a process that knows nothing of it', async () => {
    const { slack, bot, env } = await startDesk({ ackTimeoutMs: 100, redeliveryDelaysMs: [500] });
    const channel = slack.workspace.im('ada')?.id ?? '';
    slack.faults.next('events_api', { kind: 'lost_ack' });
    await slack.say({ user: 'ada', channel, text: 'thaad' });
    await slack.waitFor(() => fromBot(slack, channel)[0]);
    await bot.stop();
    const next = await connectBot({ ...env, DATABASE_URL: `${env.DATABASE_URL}.restored` });
    await slack.idle();
    await next.bot.stop();
    expect(next.logged.map(({ msg }) => msg)).toContainEqual(expect.stringMatching(/^Question/));
    expect(fromBot(slack, channel)).toHaveLength(1);
  });

  it('keeps a card as it is, says why, and settles it after', async () => {
    const { slack, env } = await startDesk({ site: papers });
    await slack.say({ user: 'ada', channel: 'general', text: `@sino-russia add ${road}` });
    const isCard = (message: Message) => JSON.stringify(message.blocks).includes('proposal_accept');
    const { ts } = await slack.waitFor(() => fromBot(slack, 'general').find(isCard));
    const click = (actionId: string) =>
      slack.click({ user: 'ada', in: { channel: 'general', ts }, actionId });
    const modal = () => slack.waitFor(({ modals }) => modals.get('U024ADABR')?.at(-1));
    const close = async () => slack.closeView({ user: 'ada', viewId: (await modal()).id });
    await click('proposal_correct');
    const form = await modal();
    const unlock = lock(env);
    const says = (what: RegExp) =>
      slack.waitFor(({ modals }) => what.test(JSON.stringify(modals.get('U024ADABR')?.at(-1))));
    const title = { title: { title: { type: 'plain_text_input', value: 'Another Road' } } };
    await slack.submitView({ user: 'ada', viewId: form.id, values: title });
    await says(/database.*away/i);
    await close();
    for (const actionId of ['proposal_accept', 'proposal_correct', 'proposal_discard']) {
      await click(actionId);
      await says(/database.*away/i);
      await close();
    }
    unlock();
    const isAdded = () => fromBot(slack, 'general').some((one) => /added this/.test(seen(one)));
    for (const end = Date.now() + 30_000; !isAdded() && Date.now() < end; ) {
      await click('proposal_accept');
      await slack.waitFor(isAdded, { timeoutMs: 500 }).catch(() => undefined);
    }
    expect(isAdded()).toBe(true);
  }, 60_000);
});
