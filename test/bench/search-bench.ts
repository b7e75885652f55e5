import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/library/article.ts';
import { loadBackground } from '../../src/search/background.ts';
import { openSearch } from '../../src/search/open-search.ts';
import type { Search } from '../../src/search/search.ts';
import { readCollection } from '../quality/collection.ts';
import { createPlainMiniSearch } from '../quality/plain-minisearch.ts';
import { progress } from '../quality/progress.ts';
import { drawLatencies } from './latency-plot.ts';
import { createPseudoLibrary } from './pseudo-library.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,5000,20000,50000' },
    plot: { type: 'string' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('Usage: npm run bench:search -- [--sizes 1000,20000] [--plot FILE.svg] COLLECTION');
  process.exit(64);
}
/** Enough for a p99; plain MiniSearch gets fewer, because it takes its time. */
const [ourQuestions, plainQuestions] = [500, 100];
const { articles, questions } = await readCollection(folder);
const step = Math.ceil(questions.length / ourQuestions);
const texts = questions.filter((_, i) => i % step === 0).map(({ text }) => text);
const words = { background: await loadBackground() };
const scratch = await mkdtemp(join(tmpdir(), 'search-bench-'));
const rows = [];
for (const size of values.sizes.split(',').map(Number)) {
  rows.push(await benchSize(createPseudoLibrary(articles, size)));
}
await rm(scratch, { recursive: true });
console.table(rows);
console.log(
  'Times in milliseconds; "held" is the longest time for which the event loop stood still.',
);
if (values.plot) await writeFile(values.plot, drawLatencies(rows));

async function benchSize(library: Article[]) {
  const indexFile = join(scratch, `${library.length}.index`);
  const parts = { ...words, articles: library, thesaurus: { actors: [], synonyms: [] } };
  const before = heldMemory();
  const built = await timed(() => openSearch(parts, { file: indexFile }));
  const memory = heldMemory() - before;
  const loaded = await timed(() => openSearch(parts, { file: indexFile }));
  const ours = await latencies(built.result, texts);
  const plain = await plainLatencies(library);
  const saved = await stat(indexFile).catch(() => undefined);
  return {
    passages: library.length,
    build: Math.round(built.ms),
    load: saved ? Math.round(loaded.ms) : '-',
    'held by load': Math.round(loaded.held),
    'held by build': Math.round(built.held),
    'file MB': saved ? Math.round(saved.size / 1e6) : '-',
    'memory MB': Math.round(memory),
    p50: round(ours.p50),
    p95: round(ours.p95),
    p99: round(ours.p99),
    'held by search': Math.round(ours.held),
    'plain p50': round(plain.p50),
    'plain p95': round(plain.p95),
    'p95 ratio': round(ours.p95 / plain.p95),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; held: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  // What was held at the very end shows up in the next turn.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { result, ms, held: delay.max / 1e6 };
}

async function latencies(search: Search, asked: readonly string[]) {
  const draw = progress('questions', asked.length);
  const times: number[] = [];
  const { held } = await timed(async () => {
    for (const text of asked) {
      const began = performance.now();
      await search.find({ text, phrases: [], excluded: [], filters: [] }, 30);
      times.push(performance.now() - began);
      draw(times.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  return { ...percentiles(times), held };
}

async function plainLatencies(library: readonly Article[]) {
  const find = createPlainMiniSearch(library);
  const times = texts.slice(0, plainQuestions).map((text) => {
    const began = performance.now();
    find(text);
    return performance.now() - began;
  });
  return percentiles(times);
}

function percentiles(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Memory in MB after a collection of garbage, where node was started with --expose-gc. */
function heldMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
