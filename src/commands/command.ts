import { isAbsolute, join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigError, type Environment } from '../config.ts';

/** What a command hears and says, so that a test can run it without a process of its own. */
export interface Io {
  /** The settings. */
  readonly env: Environment;
  /** Where relative paths begin; empty for the working folder. */
  readonly folder: string;
  /** Prints a text and the end of its line: the result, or what else has to be said. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves with the name of the signal when the process is told to end. */
  readonly untilSignal: () => Promise<string>;
}

/** Carries out a command and resolves with its exit code, as sysexits.h has them. */
export type Run = (args: readonly string[], io: Io) => Promise<number>;

/** EX_USAGE, EX_UNAVAILABLE and EX_CONFIG of sysexits.h. */
export const wrongUse = 64;
export const unavailable = 69;
export const wrongSettings = 78;

/** Ends a command with an exit code and what has to be said. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A command with these options. `--help` prints the usage and ends with 0. Arguments that can't be
 * read end with 64 and the usage, wrong settings with 78; a `Stop` thrown by `body` with its own code.
 */
export function command<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
  body: (given: ReturnType<typeof parseArgs<T>>, io: Io) => Promise<number>,
): Run {
  return async (args, io) => {
    try {
      if (asksForHelp(args)) {
        io.out(usage);
        return 0;
      }
      return await body(read(args, config, usage), io);
    } catch (error) {
      const isKnown = error instanceof Stop || error instanceof ConfigError;
      if (!isKnown) throw error;
      io.err(error.message);
      return error instanceof Stop ? error.code : wrongSettings;
    }
  };
}

/** A path as the caller means it. */
export function inFolder({ folder }: Pick<Io, 'folder'>, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.some((option) => option === '--help' || option === '-h');
}

function read<const T extends ParseArgsConfig>(args: readonly string[], config: T, usage: string) {
  try {
    return parseArgs({ ...config, args: [...args] }) as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    throw new Stop(wrongUse, `${(error as Error).message}\n${usage}`);
  }
}
