import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ReadSource, SourceInput, StoredSource, Tell } from '../source.ts';
import type { ParserLimits, ParserNews, ParserTask } from './parser-child.ts';

/** Reads sources where a bomb among them ends only its own reading. */
export interface Parsers {
  /** `tell` hears how far it has come in a source that takes long. */
  read(input: SourceInput | StoredSource, tell?: Tell): Promise<ReadSource>;
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
  const next = async (input: ParserTask['input'], tell?: Tell): Promise<ReadSource> => {
    clearTimeout(rest);
    child ??= startChild();
    const outcome = await readIn(child, { input, limits }, tell);
    if (outcome === undefined) end();
    rest = setTimeout(end, idle).unref();
    return (
      outcome ?? { problem: 'it takes more memory or time to read than is allowed; divide it' }
    );
  };
  return {
    read: (input, tell) => {
      const turn = last.then(() => next(input, tell));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      clearTimeout(rest);
      end();
    },
  };
}

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
  return child;
}

/** What the child read; undefined when it ended or did not answer in time. */
function readIn(
  child: ChildProcess,
  task: ParserTask,
  tell: Tell = () => {},
): Promise<ReadSource | undefined> {
  return new Promise((resolve) => {
    child.channel?.ref();
    const done = (outcome: ReadSource | undefined) => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', fail);
      child.channel?.unref();
      resolve(outcome);
    };
    const hear = (news: ParserNews) =>
      typeof news === 'string' ? done(JSON.parse(news) as ReadSource) : tell(news);
    const fail = () => done(undefined);
    const timer = setTimeout(fail, timeout);
    child.on('message', hear);
    child.once('exit', fail);
    child.send(task, (error) => error && fail());
  });
}
