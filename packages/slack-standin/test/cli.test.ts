import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { run } from '../src/cli.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slack-standin-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function settingsFile(settings: unknown): Promise<string> {
  const path = join(folder, 'fake-slack.json');
  await writeFile(path, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return path;
}

/** Runs the program; `during` is called while it runs, with what it has said. */
async function runProgram(args: readonly string[], during?: (said: string) => Promise<void>) {
  const lines: string[] = [];
  const code = await run(args, {
    out: (line) => void lines.push(line),
    untilSignal: async () => during?.(lines.join('\n')),
  });
  return { code, said: lines.join('\n') };
}

describe('the program', () => {
  it('starts what its settings and the app’s manifest say, and tells how to connect', async () => {
    const manifest = {
      display_information: { name: 'Echo' },
      features: {
        bot_user: { display_name: 'echo' },
        slash_commands: [{ command: '/echo', description: 'Echoes' }],
      },
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const people = [{ name: 'kim', real_name: 'Kim Lee', tz: 'Asia/Seoul' }];
    const config = await settingsFile({ port: 0, manifest: 'manifest.json', people });
    let state: Record<string, unknown> = {};
    const { code, said } = await runProgram(['--config', config], async (line) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      state = (await (await fetch(`${url}/page/state?user=kim`)).json()) as typeof state;
    });
    expect(code).toBe(0);
    expect(said).toMatch(
      /SLACK_API_URL=http:.*\/api\/\nSLACK_BOT_TOKEN=xoxb-.*\nSLACK_APP_TOKEN=xapp-/,
    );
    expect(state).toMatchObject({
      me: { real_name: 'Kim Lee', tz_offset: 32_400 },
      commands: [{ command: '/echo' }],
      users: [{ name: 'kim' }, { name: 'echo', is_bot: true }],
    });
  });

  it('starts several teams, where the app has yet to be installed', async () => {
    const oauth = { clientId: '1.2', clientSecret: 'secret' };
    const teams = [{ team: { name: 'Acme' }, people: [{ name: 'kim' }] }];
    const config = await settingsFile({ port: 0, oauth, teams });
    let state: unknown;
    const { said } = await runProgram(['--config', config], async (line) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      state = await (await fetch(`${url}/page/state?team=T0ACME`)).json();
    });
    expect(said).toMatch(/Install it at http:.*\/oauth\/v2\/authorize$/);
    expect(said).not.toContain('SLACK_BOT_TOKEN');
    expect(state).toMatchObject({ team: { name: 'Acme' }, me: { name: 'kim' } });
  });

  it.each([
    [{ prot: 1 }, 'there is no setting "prot"; there are: port, manifest'],
    [{ port: 99_999 }, 'port must be a whole number from 0 to 65535.'],
    [{ people: [{}] }, 'each of people must have a name.'],
    [{ manifest: 'gone.json' }, 'gone.json cannot be read as JSON'],
    ['{', 'cannot be read as JSON'],
    [{ teams: [{ people: [] }] }, 'each of teams, as its team, must have a name.'],
    [{ oauth: { clientId: '1' } }, 'oauth must have a clientId and a clientSecret.'],
  ])('says what is wrong with the settings %j', async (settings, complaint) => {
    const { code, said } = await runProgram(['--config', await settingsFile(settings)]);
    expect(code).toBe(64);
    expect(said).toContain(complaint);
  });

  it('explains itself, and names what it does not know', async () => {
    expect(await runProgram(['--help'])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Usage/),
    });
    expect(await runProgram(['--nope'])).toMatchObject({
      code: 64,
      said: expect.stringContaining('--nope'),
    });
    expect(await runProgram(['--port', 'x'])).toMatchObject({ code: 64 });
  });
});
