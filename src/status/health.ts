import { setTimeout as wait } from 'node:timers/promises';
import type { StatusPage, StatusRoutes } from './routes.ts';

/** Name of a part -> whether it works; one that rejects or takes too long does not. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>;

/** A part that says nothing for this long counts as away, in ms. */
const checkTimeout = 2000;

/**
 * `/healthz`: the process runs. `/readyz`: every part that an answer needs works, with a word for each;
 * 503 when one does not.
 */
export function healthRoutes(checks: Checks): StatusRoutes {
  return {
    '/healthz': async () => ({ status: 200, type: 'text/plain', body: 'ok\n' }),
    '/readyz': () => readiness(checks),
  };
}

async function readiness(checks: Checks): Promise<StatusPage> {
  const names = Object.keys(checks);
  const works = await Promise.all(Object.values(checks).map(isWorking));
  const parts = names.map((name, index) => [name, works[index] ? 'ok' : 'away']);
  return {
    status: works.every(Boolean) ? 200 : 503,
    type: 'application/json',
    body: `${JSON.stringify(Object.fromEntries(parts))}\n`,
  };
}

async function isWorking(check: () => Promise<boolean>): Promise<boolean> {
  const timeUp = wait(checkTimeout, false, { ref: false });
  return Promise.race([check().catch(() => false), timeUp]);
}
