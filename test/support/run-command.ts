import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Run } from '../../src/commands/command.ts';

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, with only these settings, in a folder. */
export async function runCommand(
  run: Run,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  folder = '',
): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const code = await run(args, {
    env,
    folder,
    out: (line) => {
      stdout += `${line}\n`;
    },
    err: (line) => {
      stderr += `${line}\n`;
    },
    untilSignal: () => Promise.resolve('SIGTERM'),
  });
  return { code, stdout, stderr };
}

/** Starts the command line as a process of its own, with only these settings. */
export function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/nonexistent', ...env },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const ended = Promise.all([output, exit]).then(([[stdout, stderr], [code]]) => ({
    code: code ?? -1,
    stdout,
    stderr,
  }));
  return { child, ended };
}
