import type { Database } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { useOf } from '../support/asked.ts';
import type { SharedJobs } from './job-store-contract.ts';

/** Opens the jobs of a database, each process with a connection of its own. */
export async function openSharedJobs(
  url: string,
  open: (url: string) => Promise<Database>,
): Promise<SharedJobs> {
  const time = { now: 100_000_000 };
  const ended = new Set<string>();
  const connections = await Promise.all([1, 2, 3, 4].map(() => open(url)));
  let processes = 0;
  const another = (process = `process-${processes}`) => {
    const connection = connections[processes];
    if (!connection) throw new Error('no connection left');
    processes += 1;
    return new Jobs(useOf(connection), {
      clock: () => time.now,
      process,
      hasEnded: (name) => ended.has(name),
    });
  };
  return { jobs: another(), another, time, end: (process) => void ended.add(process) };
}
