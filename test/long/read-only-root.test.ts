import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { startSlack } from '../support/slack.ts';
import { afterTest, fromBot, seen, temporaryFolder } from '../support/start-desk.ts';

/** Runs a command where nothing but one folder can be written to, as somebody who owns nothing else. */
const confined = (folder: string, command: string) => [
  ...['unshare', '--mount', 'sh', '-c'],
  [
    'mount --make-rprivate /',
    `mount --bind '${folder}' '${folder}'`,
    'mount -o remount,bind,ro /',
    `exec setpriv --reuid=65534 --regid=65534 --clear-groups ${command}`,
  ].join(' && '),
];

const [unshare = '', ...probe] = confined('/tmp', 'true');
const canConfine = spawnSync(unshare, probe).status === 0;
const where = canConfine ? '' : ' (skipped: needs root, unshare and setpriv)';

(canConfine ? it : it.skip)(
  `answers as an unprivileged user on a read-only root file system${where}`,
  async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o777);
    const slack = await startSlack();
    afterTest(() => slack.close());
    const port = await freePort();
    const node = `${process.execPath} --import tsx src/cli.ts start`;
    const [command = '', ...args] = confined(folder, node);
    const bot = spawn(command, args, {
      env: {
        PATH: process.env.PATH,
        // For tsx alone; what is built needs no such folder.
        TMPDIR: folder,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: `file:${join(folder, 'desk.db')}`,
        LIBRARY_DIRS: 'seeds,data/library',
        HEALTH_PORT: String(port),
      },
    });
    const ended = once(bot, 'exit');
    const said = text(bot.stdout);
    afterTest(async () => {
      bot.kill('SIGKILL');
      await ended;
    });
    await slack.connected();
    await slack.command({
      user: 'ada',
      channel: 'general',
      command: '/sino-russia',
      text: 'thaad',
    });
    expect(seen(await slack.waitFor(() => fromBot(slack, 'general')[0]))).toMatch(/Arab News/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect((await stat(join(folder, 'desk.db'))).uid).toBe(65534);
    bot.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await said).not.toMatch(/"level":[56]0/);
  },
);
