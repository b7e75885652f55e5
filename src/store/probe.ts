import type { Database } from './open-database.ts';

/** Resolves when the database can be written to: changes no row, but has to be allowed to. */
export async function probe({ db }: Database): Promise<void> {
  await db.updateTable('questions').set({ attempts: 0 }).where('key', '=', 'probe').execute();
}

/** How many questions still wait for their reply, by what is known of it. */
export async function openJobs({ db }: Database): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('questions')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('status', 'in', ['claimed', 'posting', 'waiting'])
    .groupBy('status')
    .execute();
  const none = { claimed: 0, posting: 0, waiting: 0 };
  return {
    ...none,
    ...Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)])),
  };
}
