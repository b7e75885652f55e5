import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
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

process.on('message', ({ input, limits }: ParserTask) => {
  const { user, system } = process.cpuUsage();
  shared[1] = limits.memory;
  shared[0] = (user + system) / 1000 + limits.cpu;
  void answer(input);
});
process.on('disconnect', () => process.exit());

async function answer(input: ParserTask['input']): Promise<void> {
  const read = await parse(input).catch(
    (error: Error): ReadSource => ({
      problem: `it cannot be parsed (${error.message.slice(0, 200)}); simplify it, or save it as plain text`,
    }),
  );
  shared[0] = 0;
  send(JSON.stringify(read));
}

async function parse(input: ParserTask['input']): Promise<ReadSource> {
  const bytes = 'path' in input ? await readFile(input.path) : input.bytes;
  return readSource({ ...input, bytes }, send);
}

function send(news: ParserNews): void {
  process.send?.(news);
}
