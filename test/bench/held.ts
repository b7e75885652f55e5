import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** What work took, and for how long it kept everything else on its thread waiting; in milliseconds. */
export interface Held<T> {
  readonly result: T;
  readonly ms: number;
  /** The longest time between two turns of the event loop, other processes' share included. */
  readonly held: number;
  /** The longest time that this thread itself computed between two turns; not a number but on Linux. */
  readonly busy: number;
}

/** Times work. */
export async function timeHeld<T>(work: () => Promise<T>): Promise<Held<T>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first interval begins when the monitor does; what was before is not counted.
  await wait(20);
  delay.reset();
  const stopSampling = sampleBusy();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  // What was held at the very end shows up in the next turn.
  await wait(20);
  delay.disable();
  return { result, ms, held: delay.max / 1e6, busy: stopSampling() };
}

function sampleBusy(): () => number {
  let last = computedMs();
  let busy = 0;
  const sample = () => {
    const now = computedMs();
    busy = Math.max(busy, now - last);
    last = now;
  };
  const timer = setInterval(sample, 1);
  return () => {
    clearInterval(timer);
    return Number.isNaN(last) ? last : busy;
  };
}

/** How long the main thread has computed so far. */
function computedMs(): number {
  try {
    const [ran] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(ran) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** The times below which half, 95 and 99 per cent of these lie. */
export function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
