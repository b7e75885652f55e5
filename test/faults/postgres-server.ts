import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';

/** A Postgres of a test's own, on the loopback address, that it may stop and start. */
export interface PostgresServer {
  readonly url: string;
  start(): void;
  /** Stops it as a crash would, without a word to whoever is connected. */
  stop(): void;
  /** Stops it for good. */
  remove(): void;
}

/** Where Debian keeps the programs of its newest Postgres; undefined when there is none. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const [newest] = existsSync(root) ? readdirSync(root).sort().reverse() : [];
  return newest && join(root, newest, 'bin');
}

/** Makes a new Postgres with an empty database, not yet started. */
export async function makePostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  // Postgres refuses to work for root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, Number(idOf('-u')), Number(idOf('-g')));
  const run = (program: string, ...parts: string[]) => {
    const command = [join(programs, program), ...parts];
    const whole = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const [first = '', ...rest] = whole;
    execFileSync(first, rest, { cwd: folder, stdio: 'ignore' });
  };
  const control = (...parts: string[]) => run('pg_ctl', '-D', data, '-w', ...parts);
  run('initdb', '-D', data, '-A', 'trust', '-U', 'desk', '--no-sync');
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -F`;
  return {
    url: `postgres://desk:secret@127.0.0.1:${port}/postgres`,
    start: () => control('-o', settings, '-l', join(folder, 'log'), 'start'),
    stop: () => control('-m', 'immediate', 'stop'),
    remove() {
      try {
        control('-m', 'immediate', 'stop');
      } catch {
        // It was stopped already.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idOf(kind: '-u' | '-g'): string {
  return execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }).trim();
}
