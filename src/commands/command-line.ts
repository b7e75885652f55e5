import { type ParseArgsConfig, parseArgs } from 'node:util';

/** EX_USAGE and EX_CONFIG of sysexits.h. */
export const wrongUse = 64;
export const wrongSettings = 78;

/**
 * The arguments of this process. `--help` prints the usage and ends with 0; what can't be read is
 * told together with the usage and ends with 64. Without options, none are taken.
 */
export function readArguments<const T extends ParseArgsConfig>(usage: string, config: T) {
  // A reader such as `head` that has seen enough is no reason to break off, nor for a stack trace.
  process.stdout.on('error', () => {});
  const given = process.argv.slice(2);
  const end = given.indexOf('--');
  const options = end === -1 ? given : given.slice(0, end);
  if (options.some((option) => option === '--help' || option === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return stop(wrongUse, `${(error as Error).message}\n${usage}`);
  }
}

/** Ends the process with an exit code and what has to be said. */
export function stop(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
