import { chmod, open } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';

/** What SQLite keeps beside a database while it is open. */
const companions = ['', '-wal', '-shm'];

/**
 * Lets nobody but the owner read the files of a database. SQLite gives its companions the rights of
 * the file itself, so a new one is made here first. What can't be changed is left: SQLite says whether it matters.
 */
export async function protectFiles(path: string): Promise<void> {
  const made = await open(path, 'wx', 0o600).catch(() => undefined);
  await made?.close();
  for (const companion of companions) await chmod(`${path}${companion}`, 0o600).catch(() => {});
}

/**
 * Leaves no byte of deleted rows in the files. `secure_delete` overwrites them where they were
 * deleted, but not where SQLite moved rows between pages, and not in the log of writes; so the
 * database is rewritten (some 4 ms a megabyte) and the log is emptied. Throws SQLITE_BUSY when
 * another program reads meanwhile.
 */
export async function scrubFiles<T>(db: Kysely<T>): Promise<void> {
  await sql`vacuum`.execute(db);
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy) throw Object.assign(new Error('The log is in use'), { code: 'SQLITE_BUSY' });
}
