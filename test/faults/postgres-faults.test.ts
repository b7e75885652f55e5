import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakeSlack } from 'slack-standin';
import { createPostgresDatabase, query } from '../store/postgres-database.ts';
import { fromBot, seen, startDesk } from '../support/start-desk.ts';
import { findPostgres, makePostgres, type PostgresServer } from './postgres-server.ts';

const programs = findPostgres();
const describePostgres = programs ? describe : describe.skip;
const where = programs ? 'Postgres' : 'Postgres (skipped: it is not installed)';

const asks = { user: 'ada', channel: 'general' };

/** Asks by mention and by command, and waits for both answers. */
async function ask(slack: FakeSlack, text: string): Promise<void> {
  const before = fromBot(slack, 'general').length;
  await slack.say({ ...asks, text: `@sino-russia ${text} one` });
  await slack.command({ ...asks, command: '/sino-russia', text: `${text} two` });
  await slack.waitFor(() => fromBot(slack, 'general').length >= before + 2, { timeoutMs: 10_000 });
}

/** How often each question was answered, by its words. */
function answersTo(slack: FakeSlack, ...texts: string[]): number[] {
  const answers = fromBot(slack, 'general').map(seen);
  return texts
    .flatMap((text) => [`${text} one`, `${text} two`])
    .map((text) => answers.filter((answer) => answer.includes(text)).length);
}

describePostgres(`the whole bot with ${where}`, () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await makePostgres(programs ?? '');
    server.start();
  }, 30_000);

  afterAll(() => server.remove());

  it('answers once while it is away and when it is back, and remembers everything', async () => {
    const url = await createPostgresDatabase(server.url);
    const { slack, bot, logged } = await startDesk({}, { DATABASE_URL: url });
    const told = () =>
      logged.map(({ msg }) => msg).filter((msg) => /without memory|database is back/.test(msg));
    await ask(slack, 'thaad before');
    server.stop();
    await ask(slack, 'thaad away');
    server.start();
    for (let i = 0; told().length < 2 && i < 10; i += 1) {
      await ask(slack, `thaad attempt ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    await ask(slack, 'thaad after');
    await bot.stop();
    expect(answersTo(slack, 'thaad before', 'thaad away', 'thaad after')).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(told()).toEqual([
      expect.stringMatching(/127\.0\.0\.1:\d+\/desk_\w+ \(DATABASE_URL\) is away; start it/),
      'The database is back.',
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/secret/);
    const open = await query(url, "select key from questions where status != 'answered'");
    const rows = await query(url, "select text from questions where text like 'thaad away%'");
    expect([open.length, rows.length]).toEqual([0, 2]);
  }, 60_000);

  it('starts without it, says so once, and remembers as soon as it is there', async () => {
    const url = await createPostgresDatabase(server.url);
    server.stop();
    const { slack, bot, logged } = await startDesk({}, { DATABASE_URL: url });
    await ask(slack, 'thaad early');
    server.start();
    const isBack = () => logged.some(({ msg }) => msg === 'The database is back.');
    for (let i = 0; !isBack() && i < 10; i += 1) {
      await ask(slack, `thaad attempt ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    await bot.stop();
    expect(answersTo(slack, 'thaad early')).toEqual([1, 1]);
    const rows = await query(url, "select status from questions where text like 'thaad early%'");
    expect(rows).toEqual([{ status: 'answered' }, { status: 'answered' }]);
    expect(logged.filter(({ msg }) => msg.includes('without memory'))).toHaveLength(1);
  }, 60_000);

  it('says that a database is read-only, and answers without memory', async () => {
    const url = await createPostgresDatabase(server.url);
    const name = new URL(url).pathname.slice(1);
    await query(server.url, `alter database ${name} set default_transaction_read_only = on`);
    const { slack, bot, logged } = await startDesk({}, { DATABASE_URL: url });
    await ask(slack, 'thaad');
    await bot.stop();
    expect(answersTo(slack, 'thaad')).toEqual([1, 1]);
    const told = logged.filter(({ msg }) => msg.includes('without memory'));
    expect(told).toEqual([
      expect.objectContaining({ msg: expect.stringMatching(/is read-only; give the bot/) }),
    ]);
  }, 30_000);

  it('says that a database does not exist', async () => {
    const url = server.url.replace(/postgres$/, 'nowhere');
    const { slack, bot, logged } = await startDesk({}, { DATABASE_URL: url });
    await ask(slack, 'thaad');
    await bot.stop();
    expect(logged.some(({ msg }) => /nowhere.*does not exist; create it/.test(msg))).toBe(true);
  }, 30_000);
});
