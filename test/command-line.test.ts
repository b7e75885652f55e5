import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = ['ask', 'import', 'doctor', 'report', 'manifest', 'main', 'try'];

function run(program: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `src/${program}.ts`, ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/nonexistent', ...settings },
    },
  );
  return { status, stdout, stderr };
}

describe('every program of the terminal', () => {
  it.each(programs)('%s explains itself when it is asked to, and starts nothing', (program) => {
    const { status, stdout, stderr } = run(program, ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm (?:run|start)/);
  });

  it.each(programs)('%s names an option that it does not know', (program) => {
    const { status, stdout, stderr } = run(program, ['--gold']);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--gold'.*\nUsage: npm (?:run|start)/);
  });
});

describe('a setting that is wrong', () => {
  it.each([
    ['report', { DATABASE_URL: 'desk.db' }],
    ['manifest', { SLACK_COMMAND: 'desk' }],
    ['try', { TRY_PORT: '80000' }],
    ['doctor', { PORT: 'x' }],
    ['main', { PORT: 'x' }],
  ])('is what %s ends with', (program, settings) => {
    const { status, stdout, stderr } = run(program, [], settings);
    const [[name, value] = []] = Object.entries(settings);
    expect({ status, stdout }).toEqual({ status: 78, stdout: '' });
    expect(stderr).toContain(`${name} is "${value}". Set it to`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is told without the password that it holds', () => {
    const url = 'postgres://desk:secret@127.0.0.1:1/desk';
    const { status, stderr } = run('report', [], { DATABASE_URL: url });
    expect(status).toBe(69);
    expect(stderr).toBe(
      'The database postgres://127.0.0.1:1/desk (DATABASE_URL) is away; start it, or check the address.\n',
    );
  });
});
