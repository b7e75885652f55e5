import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../src/commands/command.ts';
import { writeFolder } from '../library/folders.ts';
import { runCommand, startProcess } from '../support/run-command.ts';

const names = ['ask', 'doctor', 'import', 'library', 'manifest', 'model', 'report', 'start', 'try'];

async function run(name: string, args: readonly string[], env: Record<string, string> = {}) {
  const { run } = (await import(`../../src/commands/${name}.ts`)) as { run: Run };
  return runCommand(run, args, env);
}

describe('every command of the terminal', () => {
  it.each(names)('%s explains itself when it is asked to, and starts nothing', async (name) => {
    const { code, stdout, stderr } = await run(name, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm (?:run|start)/);
  });

  it.each(names)('%s names an option that it does not know', async (name) => {
    const { code, stdout, stderr } = await run(name, ['--gold']);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--gold'.*\nUsage: npm (?:run|start)/);
  });
});

describe('the command line', () => {
  it('names its commands to who asks for none of them', async () => {
    const { ended } = startProcess(['frobnicate']);
    const usage = `Usage: sino-russia ${names.join('|')} [--help] …\n`;
    expect(await ended).toEqual({ code: 64, stdout: '', stderr: usage });
  });

  it('takes no fault in a reader that has seen enough', async () => {
    const pipe = `"${process.execPath}" --import tsx src/cli.ts ask --json --limit 50 "China Russia" | true`;
    const { stderr } = await promisify(execFile)('sh', ['-c', pipe]);
    expect(stderr).toBe('');
  });

  it('names a place where nothing can be kept before anything is started', async () => {
    const folder = writeFolder({ data: 'a file where a folder should be' });
    const { ended } = startProcess(['try'], { TRY_PORT: '0' }, folder);
    expect(await ended).toMatchObject({
      code: 73,
      stderr: 'data/try cannot be written to (ENOTDIR); check its permissions.\n',
    });
  });
});

describe('a setting that is wrong', () => {
  it.each([
    ['report', { DATABASE_URL: 'desk.db' }],
    ['manifest', { SLACK_COMMAND: 'desk' }],
    ['try', { TRY_PORT: '80000' }],
    ['doctor', { PORT: 'x' }],
    ['start', { PORT: 'x' }],
  ])('is what %s ends with', async (name, settings) => {
    const { code, stdout, stderr } = await run(name, [], settings as Record<string, string>);
    const [[setting, value] = []] = Object.entries(settings);
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toContain(`${setting} is "${value}". Set it to`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is told without the password that it holds', async () => {
    const url = 'postgres://desk:secret@127.0.0.1:1/desk';
    const { code, stderr } = await run('report', [], { DATABASE_URL: url });
    expect(code).toBe(69);
    expect(stderr).toBe(
      'The database postgres://127.0.0.1:1/desk (DATABASE_URL) is away; start it, or check the address.\n',
    );
  });
});
