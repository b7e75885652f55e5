import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { startSlack } from '../support/slack.ts';
import { afterTest, fromBot, temporaryFolder } from '../support/start-desk.ts';

/** Runs the bot as its own process, with only these settings. */
function run(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'start'], {
    env: { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/nonexistent', ...env },
  });
  const ended = once(child, 'exit');
  afterTest(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { child, output: text(child.stderr), ended };
}

describe('the process', () => {
  it('stops with every missing setting in one message', async () => {
    const { output, ended } = run({ PORT: 'abc', LOG_LEVEL: 'loud' });
    const message = await output;
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'LOG_LEVEL']) {
      expect(message).toContain(name);
    }
    expect(await ended).toEqual([78, null]);
  });

  it('stops with the setting that Slack refuses', async () => {
    const slack = await startSlack();
    afterTest(() => slack.close());
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
    const { output, ended } = run({
      ...env,
      DATABASE_URL: `file:${await temporaryFolder()}/desk.db`,
    });
    expect(await output).toMatch(/Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(await ended).toEqual([78, null]);
  });

  it('answers 50 questions in flight when it is told to end, and ends well', async () => {
    const slack = await startSlack();
    afterTest(() => slack.close());
    const { child, ended } = run({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `file:${await temporaryFolder()}/desk.db`,
    });
    await slack.connected();
    slack.faults.next('response_url', { kind: 'delay', ms: 500 }, 50);
    const asked = Array.from({ length: 50 }, (_, i) =>
      slack.command({
        user: i % 2 ? 'ada' : 'lin',
        channel: 'general',
        command: '/sino-russia',
        text: `thaad ${i}`,
      }),
    );
    await Promise.all(asked);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(fromBot(slack, 'general')).toHaveLength(50);
  });
});
