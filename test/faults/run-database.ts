import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { openDatabase } from '../../src/store/database.ts';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  postgresUrl,
  query,
} from '../store/postgres-database.ts';

/** The database of a run, which its bots share. */
export interface RunDatabase {
  readonly url: string;
  /** How many jobs are neither done nor given up. */
  open(): Promise<number>;
  remove(): Promise<void>;
}

const sql = "select count(*) as open from jobs where state not in ('done', 'given up')";

/** A new database of a run; with `slowClaims`, each claim takes that many ms (Postgres only). */
export async function makeRunDatabase(
  kind: 'sqlite' | 'postgres',
  folder: string,
  slowClaims: number,
): Promise<RunDatabase> {
  return kind === 'sqlite' ? makeSqlite(join(folder, 'desk.db')) : makePostgres(slowClaims);
}

async function makeSqlite(path: string): Promise<RunDatabase> {
  await (await openDatabase(`file:${path}`)).close();
  return {
    url: `file:${path}`,
    async open() {
      const file = new SqliteFile(path, { readonly: true });
      try {
        return (file.prepare(sql).get() as { open: number }).open;
      } finally {
        file.close();
      }
    },
    remove: async () => {},
  };
}

async function makePostgres(slowClaims: number): Promise<RunDatabase> {
  if (!postgresUrl) throw new Error('TEST_DATABASE_URL names no Postgres');
  const server = postgresUrl;
  const url = await createPostgresDatabase(server);
  await (await openDatabase(url)).close();
  if (slowClaims > 0) {
    await query(
      url,
      `create function slow() returns trigger language plpgsql as
       $$ begin perform pg_sleep(${slowClaims / 1000}); return new; end $$;
       create trigger slow before insert on jobs for each row execute function slow()`,
    );
  }
  return {
    url,
    async open() {
      const [row] = (await query(url, sql)) as { open: string }[];
      return Number(row?.open);
    },
    remove: () => dropPostgresDatabase(server, url),
  };
}
