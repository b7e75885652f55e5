import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage } from '../build.ts';
import { methods } from '../src/methods/web-api.ts';

const root = new URL('..', import.meta.url).pathname;

/** A program whose author installed the package and knows nothing else of it. */
const program = `
import bolt from '@slack/bolt';
import { startFakeSlack } from 'slack-standin';
const slack = await startFakeSlack({ app: { commands: [{ command: '/echo', description: 'Echoes' }] } });

const app = new bolt.App({
  token: slack.botToken,
  appToken: slack.appToken,
  socketMode: true,
  logLevel: 'error',
  clientOptions: { slackApiUrl: slack.apiUrl },
});
app.command('/echo', async ({ ack, command, respond }) => {
  await ack();
  await respond(command.text);
});
await app.start();
await slack.command({ user: 'ada', channel: 'general', command: '/echo', text: 'hello' });
const said = await slack.waitFor(({ channels }) => channels[0].messages[0]);
const page = await fetch(slack.url + '/page/client.js');
console.log(said.text, page.status, (await page.text()).length > 50_000);
await app.stop();
await slack.close();
process.exit(0);
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slack-standin-'));
  await buildPackage(join(folder, 'node_modules/slack-standin'));
  const { resolve } = createRequire(import.meta.url);
  await symlink(dirname(resolve('ws')), join(folder, 'node_modules/ws'));
  const slack = dirname(dirname(resolve('@slack/bolt/package.json')));
  await symlink(slack, join(folder, 'node_modules/@slack'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function runNode(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return out + errors;
}

describe('the package as others install it', () => {
  it('runs a stranger’s Bolt app with two lines, and serves its page', async () => {
    await writeFile(join(folder, 'program.mjs'), program);
    expect(await runNode('program.mjs')).toBe('hello 200 true\n');
  });

  it('brings a program of its own', async () => {
    const bin = join(folder, 'node_modules/slack-standin/bin.js');
    expect(await runNode(bin, '--help')).toMatch(/^Usage: slack-standin/);
  });

  it('depends on no more than what it needs at run time', async () => {
    const path = join(folder, 'node_modules/slack-standin/package.json');
    const { dependencies, exports } = JSON.parse(await readFile(path, 'utf8'));
    expect(Object.keys(dependencies)).toEqual(['@slack/types', 'ws']);
    expect(exports).toEqual({ '.': './index.js', './block-kit': './block-kit/index.js' });
  });
});

describe('the README', () => {
  it('lists the methods that there are, and no others', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| `([a-z]+\.[\w.]+)` \|/gim)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(methods).sort());
  });
});
