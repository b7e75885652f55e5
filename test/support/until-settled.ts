import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { openJobs } from '../../src/store/probe.ts';
import type { StartedDesk } from './start-desk.ts';

/** Resolves when what a bot has taken up is written down as done, which is after people see it. */
export async function untilSettled({ env }: Pick<StartedDesk, 'env'>): Promise<void> {
  const deadline = Date.now() + 5000;
  const database = await openDatabase(env.DATABASE_URL ?? '');
  try {
    for (;;) {
      const waiting = Object.values(await openJobs(database)).reduce((sum, each) => sum + each, 0);
      if (waiting === 0) return;
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${waiting} jobs`);
      await wait(5);
    }
  } finally {
    await database.close();
  }
}
