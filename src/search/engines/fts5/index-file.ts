import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** Raise it whenever words, windows or the tables change: older files are then built again. */
const version = 3;

/**
 * Words are numbers in base 36 in the full-text table, so that all splitting and stemming is ours.
 * Passages hold their forms, from which phrases can be told and an article can be taken out again.
 */
const tables = `
  create table meta (name text primary key, value) without rowid;
  create table articles (
    number integer primary key, id text not null unique, hash text not null,
    passages integer not null, authors text not null, publisher text not null,
    first text, last text, kind text not null, language text not null, abbreviations text not null
  );
  create table titles (
    number integer primary key, text text not null unique, passages integer not null, words blob not null
  );
  create table passages (
    number integer primary key, article integer not null, title integer not null,
    paragraph integer not null, first integer not null, last integer not null,
    language text not null, words blob not null
  );
  create index passages_by_article on passages (article);
  create table terms (number integer primary key, term text not null, in_text integer, in_all integer);
  create table forms (number integer primary key, form text not null, term integer, count integer);
  create table abbreviations (short text, long text, count integer, primary key (short, long));
  create virtual table found using fts5(words, content='', contentless_delete=1, tokenize='ascii');
`;

/** What SQLite keeps beside a database while it is open. */
const companions = ['', '-wal', '-shm'];

/** Whether an error says that a file is no index, or a damaged one. */
export function isDamaged(error: unknown): boolean {
  const { code = '' } = error as { readonly code?: string };
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
}

/** Removes an index. */
export function removeIndex(file: string): void {
  for (const companion of companions) rmSync(`${file}${companion}`, { force: true });
}

/**
 * Opens the index in a file; one that is of another version, or damaged, is made anew. Where no file
 * can be written, the index is one of SQLite's temporary ones: that costs the next start time.
 */
export function openIndexFile(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openWhole(file);
  } catch (error) {
    const { code = '' } = error as { readonly code?: string };
    if (!/^(?:SQLITE_(?:CANTOPEN|READONLY|PERM)|EACCES|EROFS|ENOTDIR|EEXIST|EPERM)/.test(code))
      throw error;
    return openOne('');
  }
}

function openWhole(file: string): Database.Database {
  try {
    const db = openOne(file);
    if (versionOf(db) === version) return db;
    db.close();
  } catch (error) {
    if (!isDamaged(error)) throw error;
  }
  removeIndex(file);
  return openOne(file);
}

function openOne(file: string): Database.Database {
  const db = new Database(file, { timeout: 10_000 });
  try {
    // What is lost can be built again; what is there has to be whole.
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = normal');
    db.pragma('cache_size = -32000');
    db.transaction(() => {
      if (versionOf(db) === undefined && isEmpty(db)) {
        db.exec(tables);
        db.prepare(`insert into meta values ('version', ?), ('changes', 0)`).run(version);
      }
    }).immediate();
    // The words of the articles are nobody else's to read.
    if (file) for (const each of companions) chmodSync(`${file}${each}`, 0o600);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function isEmpty(db: Database.Database): boolean {
  return db.prepare('select count(*) from sqlite_master').pluck().get() === 0;
}

function versionOf(db: Database.Database): unknown {
  const hasMeta = db.prepare(`select 1 from sqlite_master where name = 'meta'`).get();
  return hasMeta && db.prepare(`select value from meta where name = 'version'`).pluck().get();
}
