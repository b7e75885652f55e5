import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { MadeSource } from '../made.ts';
import type { ReadSource, SourceInput, StoredSource, Tell } from '../source.ts';
import type { ParserLimits, ParserNews, ParserTask } from './parser-child.ts';

/** Reads sources where a bomb among them ends only its own reading. */
export interface Parsers {
  /** `tell` hears how far it has come in a source that takes long. */
  read(input: SourceInput | StoredSource, tell?: Tell): Promise<ReadSource>;
  /** Reads a source and makes articles of it, all in the child. */
  make(input: StoredSource, tell?: Tell): Promise<MadeSource>;
  /** Ends the child process; a later reading starts another one. */
  close(): void;
}

const defaultLimits: ParserLimits = { cpu: 60_000, memory: 900 * 1024 * 1024 };

/** Of the memory, so much is for objects of the language; what passes it ends the child as well. */
const heapMegabytes = 512;

/** A child that waits for something for so long waits for ever, in ms. */
const timeout = 180_000;

/** A child without work gives its memory back after so long, in ms. */
const idle = 10_000;

/** Starts a child process at the first reading; sources are read one after the other. */
export function createParsers(limits: ParserLimits = defaultLimits): Parsers {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const next = async <T>(task: ParserTask, tell?: Tell): Promise<T | Problem> => {
    clearTimeout(rest);
    child ??= startChild();
    const outcome = await readIn(child, task, tell);
    if (outcome === undefined) end();
    rest = setTimeout(end, idle).unref();
    return outcome === undefined ? tooMuch : (JSON.parse(outcome) as T);
  };
  const inTurn = <T>(task: ParserTask, tell?: Tell): Promise<T | Problem> => {
    const turn = last.then(() => next<T>(task, tell));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: (input, tell) => inTurn<ReadSource>({ input, limits, makes: false }, tell),
    make: (input, tell) => inTurn<MadeSource>({ input, limits, makes: true }, tell),
    close: () => {
      clearTimeout(rest);
      end();
    },
  };
}

interface Problem {
  readonly problem: string;
}

const tooMuch: Problem = {
  problem: 'it takes more memory or time to read than is allowed; divide it',
};

function startChild(): ChildProcess {
  const runsFromSource = import.meta.url.endsWith('.ts');
  const file = runsFromSource ? './parser-child.ts' : './parser-child.js';
  // A child that a test starts does not know how its parent reads TypeScript.
  const loader = runsFromSource ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [];
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: [...loader, `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    // What a parser prints says nothing to anybody, and could repeat what the source holds.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
  child.unref();
  child.channel?.unref();
  yieldToQuestions(child);
  return child;
}

/** Answers are waited for by people, and imports have time: the processor goes to the bot first. */
function yieldToQuestions({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not allow it; it reads all the same.
  }
}

/** What the child says at last; undefined when it ended or did not answer in time. */
function readIn(
  child: ChildProcess,
  task: ParserTask,
  tell: Tell = () => {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.channel?.ref();
    const done = (outcome: string | undefined) => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', fail);
      child.channel?.unref();
      resolve(outcome);
    };
    const hear = (news: ParserNews) => (typeof news === 'string' ? done(news) : tell(news));
    const fail = () => done(undefined);
    const timer = setTimeout(fail, timeout);
    child.on('message', hear);
    child.once('exit', fail);
    child.send(task, (error) => error && fail());
  });
}
