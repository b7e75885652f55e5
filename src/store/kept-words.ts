import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import type { Article, Paragraph } from '../library/article.ts';
import type { KnownWords, VersionKey, WordsKeeper, WordsPlace } from '../library/kept-words.ts';

/** Raise it whenever the table changes: an older file is made anew. */
const version = 1;

/** Articles are read several times for one question; so many characters of them stay in memory. */
const maxCharacters = 4_000_000;

/** What is known of an article is read from the index alone: its words would be read with its row. */
const tables = `
  create table if not exists words (
    id text not null, version integer not null, made_at integer not null,
    digest text not null, count integer not null, paragraphs text not null
  );
  create unique index if not exists known on words (id, version, made_at, digest, count);
`;

type Key = [Article['id'], number, number];

/**
 * The words of a large library in a file of its own, beside the database that they come from. Several
 * processes may use one file. One that is damaged or can't be written gives way to a temporary one.
 */
export class KeptWords implements WordsKeeper {
  readonly #db: SqliteFile.Database;
  readonly #read: SqliteFile.Statement<Key, string>;
  readonly #known: SqliteFile.Statement<Key, KnownWords>;
  readonly #keep: SqliteFile.Statement;
  readonly #dropOlder: SqliteFile.Statement;
  /** What was read last is at the end. */
  readonly #recent = new Map<string, { paragraphs: readonly Paragraph[]; length: number }>();
  #characters = 0;

  /** A file of words that may be there. */
  static in(file: string): WordsPlace {
    return { open: () => new KeptWords(file), remove: () => remove(file) };
  }

  constructor(file: string) {
    this.#db = open(file);
    const where = 'where id = ? and version = ? and made_at = ?';
    this.#read = this.#db
      .prepare<Key, string>(`select paragraphs from words ${where}`)
      .pluck() as SqliteFile.Statement<Key, string>;
    this.#known = this.#db.prepare(`select digest, count as paragraphs from words ${where}`);
    this.#keep = this.#db.prepare('insert or replace into words values (?, ?, ?, ?, ?, ?)');
    // Whoever works with the version before may read it yet.
    this.#dropOlder = this.#db.prepare('delete from words where id = ? and version < ?');
  }

  known({ id, version, madeAt }: VersionKey): KnownWords | undefined {
    return this.#known.get(id, version, madeAt);
  }

  keep(
    { id, version, madeAt }: VersionKey,
    { digest, paragraphs: count }: KnownWords,
    paragraphs: readonly Paragraph[],
  ): void {
    this.#db.transaction(() => {
      this.#keep.run(id, version, madeAt, digest, count, JSON.stringify(paragraphs));
      this.#dropOlder.run(id, version - 1);
    })();
  }

  read({ id, version, madeAt }: VersionKey): readonly Paragraph[] {
    const key = `${id} ${version} ${madeAt}`;
    const recent = this.#recent.get(key);
    if (recent) {
      this.#recent.delete(key);
      this.#recent.set(key, recent);
      return recent.paragraphs;
    }
    const text = this.#read.get(id, version, madeAt);
    if (text === undefined) throw new Error(`The words of ${id} are not kept any more`);
    const paragraphs = JSON.parse(text) as Paragraph[];
    this.#recent.set(key, { paragraphs, length: text.length });
    this.#characters += text.length;
    for (const [oldest, { length }] of this.#recent) {
      if (this.#characters <= maxCharacters) break;
      this.#recent.delete(oldest);
      this.#characters -= length;
    }
    return paragraphs;
  }

  forget(ids: readonly Article['id'][]): void {
    const remove = this.#db.prepare('delete from words where id = ?');
    this.#db.transaction(() => {
      for (const id of ids) remove.run(id);
    })();
    // What was deleted is overwritten; the log of what was written holds it until then.
    this.#db.pragma('wal_checkpoint(truncate)');
    this.#recent.clear();
    this.#characters = 0;
  }

  close(): void {
    this.#db.close();
  }
}

/** What SQLite keeps beside a database while it is open. */
const companions = ['', '-wal', '-shm'];

function open(file: string): SqliteFile.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openOne(file);
  } catch (error) {
    const { code = '' } = error as { readonly code?: string };
    if (!/^SQLITE_(?:CORRUPT|NOTADB|SCHEMA|ERROR)/.test(code)) return openOne('');
    remove(file);
    return openOne(file);
  }
}

function remove(file: string): void {
  for (const each of companions) rmSync(`${file}${each}`, { force: true });
}

function openOne(file: string): SqliteFile.Database {
  const db = new SqliteFile(file, { timeout: 10_000 });
  try {
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = normal');
    db.pragma('secure_delete = on');
    if (db.pragma('user_version', { simple: true }) !== version) {
      db.exec('drop table if exists words');
      db.pragma(`user_version = ${version}`);
    }
    db.exec(tables);
    // The words of the articles are nobody else's to read.
    if (file) for (const each of companions) chmodSync(`${file}${each}`, 0o600);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
