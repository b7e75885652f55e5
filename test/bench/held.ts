import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** What work took, and the longest time for which it kept everything else on its thread waiting. */
export interface Held<T> {
  readonly result: T;
  readonly ms: number;
  readonly held: number;
}

/** Times work, in milliseconds. */
export async function timeHeld<T>(work: () => Promise<T>): Promise<Held<T>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first interval begins when the monitor does; what was before is not counted.
  await wait(20);
  delay.reset();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  // What was held at the very end shows up in the next turn.
  await wait(20);
  delay.disable();
  return { result, ms, held: delay.max / 1e6 };
}

/** The times below which half, 95 and 99 per cent of these lie. */
export function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
