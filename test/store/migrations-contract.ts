import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { useOf } from '../support/asked.ts';
import { jobOf } from './job-store-contract.ts';

/** Opens a database in a process of its own, and closes it. */
const script = `
  const { openDatabase } = await import(process.argv[1]);
  const database = await openDatabase(process.argv[2]);
  await database.close();
`;

function openElsewhere(url: string) {
  const opener = new URL('../../src/store/database.ts', import.meta.url).href;
  const run = ['--import', 'tsx', '--input-type=module', '-e', script, opener, url];
  return promisify(execFile)(process.execPath, run);
}

/** What opening promises of an empty database, an old one and a newer one. */
export function bringsTablesUpToDate(
  freshUrl: () => Promise<string>,
  execute: (url: string, statement: string) => Promise<unknown>,
): void {
  it('makes the tables, and keeps what is in them when it opens again', async () => {
    const url = await freshUrl();
    const first = await openDatabase(url);
    await new Jobs(useOf(first)).claim(jobOf('k1'));
    await first.close();
    const second = await openDatabase(url);
    expect(await new Jobs(useOf(second)).claim(jobOf('k1'))).toBeUndefined();
    await second.close();
  });

  it('makes the tables once when several processes start at once', async () => {
    const url = await freshUrl();
    await Promise.all([1, 2, 3, 4].map(() => openElsewhere(url)));
    const database = await openDatabase(url);
    expect(await new Jobs(useOf(database)).claim(jobOf('k1'))).toBeDefined();
    await database.close();
  }, 30_000);

  it('refuses a database that a newer version has written, and says what to do', async () => {
    const url = await freshUrl();
    await (await openDatabase(url)).close();
    await execute(
      url,
      "insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')",
    );
    await expect(openDatabase(url)).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/DATABASE_URL.*newer version of the bot; run that version/),
    });
  });
}
