import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { progress } from '../quality/progress.ts';

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

interface Opening {
  readonly ms: number;
  readonly held: number;
  readonly busy: number;
  /** What the machine itself held while nothing was done. */
  readonly idle: number;
  readonly memory: number;
}

/** What one size came to: times in milliseconds, memory in MB. */
export interface SizeFigures {
  readonly passages: number;
  readonly build: Opening;
  /** From the saved index; a small library has none and is built again. */
  readonly load: Opening;
  readonly savedMb: number;
  readonly ours: Percentiles & Pick<Opening, 'held' | 'busy'>;
  readonly plain: Percentiles;
}

/** Benchmarks the search at several sizes, each in processes of its own. */
export async function benchSearch(
  sizes: readonly number[],
  collection?: string,
): Promise<SizeFigures[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const draw = progress('sizes', sizes.length);
  const figures: SizeFigures[] = [];
  try {
    for (const [done, passages] of sizes.entries()) {
      draw(done);
      const index = join(scratch, `${passages}.index`);
      const run = (...options: string[]) =>
        runSize(passages, collection, ['--index', index, ...options]);
      const { opened: build } = await run();
      const savedMb = await stat(index).then(
        ({ size }) => size / 1e6,
        () => 0,
      );
      const { opened: load, asked: ours, plain } = await run('--ask');
      figures.push({ passages, build, load, savedMb, ours, plain });
    }
  } finally {
    draw(sizes.length);
    await rm(scratch, { recursive: true });
  }
  return figures;
}

async function runSize(
  passages: number,
  collection: string | undefined,
  options: readonly string[],
) {
  const script = ['--expose-gc', '--import', 'tsx', 'test/bench/search-size.ts'];
  const texts = collection ? [collection] : [];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...script,
    ...options,
    String(passages),
    ...texts,
  ]);
  return JSON.parse(stdout);
}

/** A table of how libraries are opened, and one of how they are asked. */
export function printSearch(figures: readonly SizeFigures[]): void {
  const opening = figures.map(({ passages, build, load, savedMb }) => ({
    passages,
    'build ms': Math.round(build.ms),
    'load ms': savedMb ? Math.round(load.ms) : '-',
    'build / load': savedMb ? round(build.ms / load.ms) : '-',
    'file MB': savedMb ? round(savedMb) : '-',
    'memory MB': Math.round(load.memory),
    'held idle': round(Math.max(build.idle, load.idle)),
    'held by build': round(build.held),
    'busy building': round(build.busy),
    'held by load': savedMb ? round(load.held) : '-',
    'busy loading': savedMb ? round(load.busy) : '-',
  }));
  const asking = figures.map(({ passages, ours, plain }) => ({
    passages,
    p50: round(ours.p50),
    p95: round(ours.p95),
    p99: round(ours.p99),
    'held by search': round(ours.held),
    'busy searching': round(ours.busy),
    'plain p50': round(plain.p50),
    'plain p95': round(plain.p95),
    'plain p99': round(plain.p99),
    'p95 / plain': round(ours.p95 / plain.p95),
  }));
  console.table(opening);
  console.table(asking);
  console.log(
    [
      'Milliseconds. "plain": MiniSearch with its defaults. The bot\'s own thread: "held" is the longest',
      'time between two of its turns, "busy" the longest time that it computed itself in one.',
    ].join('\n'),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
