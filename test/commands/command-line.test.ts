import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { writeFolder } from '../library/folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = ['ask', 'import', 'doctor', 'report', 'manifest', 'start', 'try'];

function run(program: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `src/commands/${program}.ts`, ...args],
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

it('a reader that has seen enough is no fault', () => {
  const pipe = `"${process.execPath}" --import tsx src/commands/ask.ts --json --limit 50 "China Russia" | true`;
  const { stderr } = spawnSync('sh', ['-c', pipe], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
});

it('a place where nothing can be kept is named before anything is started', () => {
  const folder = writeFolder({ data: 'a file where a folder should be' });
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(root, 'src/commands/try.ts')],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, TRY_PORT: '0' } },
  );
  expect({ status, stderr }).toEqual({
    status: 73,
    stderr: 'data/try cannot be written to (ENOTDIR); check its permissions.\n',
  });
});

describe('a setting that is wrong', () => {
  it.each([
    ['report', { DATABASE_URL: 'desk.db' }],
    ['manifest', { SLACK_COMMAND: 'desk' }],
    ['try', { TRY_PORT: '80000' }],
    ['doctor', { PORT: 'x' }],
    ['start', { PORT: 'x' }],
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
