import { setImmediate } from 'node:timers/promises';

/** Longest time for which work of ours keeps others waiting, in milliseconds. */
const turn = 10;

/** Runs work step by step and lets everything else have its turn after each 10 ms. */
export async function runWithPauses<T>(steps: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < turn) continue;
    await setImmediate();
    began = performance.now();
  }
}

/** Runs work in one go. */
export function runAtOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
