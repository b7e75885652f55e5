import { readEnvironment } from '../config.ts';
import type { Run } from './command.ts';

/**
 * Runs a command as what this process is for: with its settings, its output and its exit code. A
 * command that waits for a signal ends the process when it is done, whatever is still open.
 */
export async function runAsProcess(run: Run, args: readonly string[]): Promise<void> {
  // A reader such as `head` that has seen enough is no reason to break off, nor for a stack trace.
  process.stdout.on('error', () => {});
  let wasTold = false;
  process.exitCode = await run(args, {
    env: readEnvironment(),
    folder: '',
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    untilSignal: async () => {
      const signal = await firstSignal();
      wasTold = true;
      return signal;
    },
  });
  if (wasTold) process.exit();
}

function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve(signal));
  });
}
