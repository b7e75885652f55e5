import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A Postgres that tests may use; undefined when there is none. */
export const postgresUrl = process.env.TEST_DATABASE_URL;

/** Makes an empty database beside the one that `url` names; the address of it. */
export async function createPostgresDatabase(url: string): Promise<string> {
  const name = `desk_${randomBytes(6).toString('hex')}`;
  await query(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Removes a database that was made for a test. */
export async function dropPostgresDatabase(url: string, made: string): Promise<void> {
  await query(url, `drop database ${new URL(made).pathname.slice(1)} with (force)`);
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
