import type { Database } from './database.ts';

/** Resolves when the database can be written to: changes no row, but has to be allowed to. */
export async function probe({ db }: Database): Promise<void> {
  await db.updateTable('jobs').set({ attempts: 0 }).where('key', '=', 'probe').execute();
}

/** How many jobs still wait to be posted, by what is known of them. */
export async function openJobs({ db }: Database): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('jobs')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('state', 'in', ['claimed', 'posting', 'waiting'])
    .groupBy('state')
    .execute();
  const none = { claimed: 0, posting: 0, waiting: 0 };
  return {
    ...none,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
  };
}
