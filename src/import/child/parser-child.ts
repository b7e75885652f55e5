import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type MadeSource, makeArticles } from '../made.ts';
import { readSource } from '../read-source.ts';
import type { Progress, ReadSource, SourceInput, StoredSource } from '../source.ts';

/** What the child may use for one source. */
export interface ParserLimits {
  /** Processor time, in ms. */
  readonly cpu: number;
  /** Resident memory, in bytes, whatever it is used for. */
  readonly memory: number;
}

/** What the parent sends. */
export interface ParserTask {
  readonly input: SourceInput | StoredSource;
  readonly limits: ParserLimits;
  /** Whether articles are made of what is read. */
  readonly makes: boolean;
}

/** What the child sends: how far it has come, and at last what it read, as JSON. */
export type ParserNews = Progress | string;

/**
 * Looks at the process from a thread of its own, since a parser that does not end lets nothing else
 * run on the main one, and ends it when a limit is passed. Both are 0 while nothing is read.
 */
const watch = `
const { workerData } = require('node:worker_threads');
const [cpu, memory] = [0, 1];
setInterval(() => {
  const limits = workerData;
  if (limits[cpu] === 0) return;
  const { user, system } = process.cpuUsage();
  const isOver = (user + system) / 1000 > limits[cpu] || process.memoryUsage.rss() > limits[memory];
  if (isOver) process.kill(process.pid, 'SIGKILL');
}, 100);
`;

const shared = new Float64Array(new SharedArrayBuffer(16));
new Worker(watch, { eval: true, workerData: shared }).unref();

process.on('message', (task: ParserTask) => {
  const { limits } = task;
  const { user, system } = process.cpuUsage();
  shared[1] = limits.memory;
  shared[0] = (user + system) / 1000 + limits.cpu;
  void answer(task);
});
process.on('disconnect', () => process.exit());

async function answer(task: ParserTask): Promise<void> {
  const read = await parse(task).catch((error: Error) => ({
    problem: `it cannot be parsed (${error.message.slice(0, 200)}); simplify it, or save it as plain text`,
  }));
  shared[0] = 0;
  send(JSON.stringify(read));
}

async function parse({ input, makes }: ParserTask): Promise<ReadSource | MadeSource> {
  const bytes = 'path' in input ? await readFile(input.path) : input.bytes;
  const read = await readSource({ ...input, bytes }, send);
  return makes && 'path' in input ? makeArticles(read, input) : read;
}

function send(news: ParserNews): void {
  process.send?.(news);
}
