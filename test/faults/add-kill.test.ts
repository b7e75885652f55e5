import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FakeSlack } from 'slack-standin';
import { pageOf, roadParagraphs } from '../e2e/papers.ts';
import { startSlack } from '../support/slack.ts';
import { afterTest, fromBot, seen, temporaryFolder } from '../support/start-desk.ts';

const site = {
  '//gazette.example/road': pageOf(),
  '//gazette.example/ice': pageOf({
    title: 'Ice in the Harbour',
    paragraphs: roadParagraphs.map((text, at) => `Winter ${at}: ${[...text].reverse().join('')}`),
  }),
};

/** Starts the bot as a process; resolves when Slack can reach it. */
async function startProcess(slack: FakeSlack, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/adding-bot.ts'], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/nonexistent',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      LIBRARY_DIRS: 'seeds',
    },
  });
  afterTest(async () => void child.kill('SIGKILL'));
  await slack.connected();
  return child;
}

describe('a bot that is killed while something is added', () => {
  it('posts each card exactly once, after the next start', async () => {
    const folder = await temporaryFolder();
    const slack = await startSlack({ site });
    afterTest(() => slack.close());
    const channel = slack.workspace.im('ada')?.id ?? '';
    const cardsOf = (title: string) =>
      fromBot(slack, channel).filter((one) => seen(one).includes(title));
    const first = await startProcess(slack, folder);
    await slack.say({ user: 'ada', channel, text: 'add https://gazette.example/road' });
    await slack.idle();
    const ended = once(first, 'exit');
    first.kill('SIGKILL');
    await ended;
    await startProcess(slack, folder);
    const patience = { what: 'the card', timeoutMs: 90_000 };
    await slack.waitFor(() => cardsOf('Two Towns')[0], patience);
    await slack.say({ user: 'ada', channel, text: 'add https://gazette.example/ice' });
    await slack.waitFor(() => cardsOf('Ice in the Harbour')[0], patience);
    expect([cardsOf('Two Towns').length, cardsOf('Ice in the Harbour').length]).toEqual([1, 1]);
  }, 120_000);
});
