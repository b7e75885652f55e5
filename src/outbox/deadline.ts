import { setTimeout as wait } from 'node:timers/promises';

/** Something took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Rejects with a DeadlineError when `work` takes longer than `max` ms. */
export async function withDeadline<T>(work: Promise<T>, max: number): Promise<T> {
  const over = new AbortController();
  const timeUp = wait(max, undefined, { signal: over.signal }).then(() => {
    throw new DeadlineError(`took longer than ${max} ms`);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    over.abort();
    timeUp.catch(() => {});
  }
}
