import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { openDatabase } from '../../src/store/open-database.ts';
import { ResilientBook } from '../../src/store/resilient-book.ts';
import { asked, claim } from '../store/question-book-contract.ts';
import { mountSmallDisk } from './small-disk.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A book over the file at a path, with a clock to turn on, and what it told. */
function openBook(path: string) {
  const time = { now: Date.now() };
  const told: string[] = [];
  const book = new ResilientBook({
    url: `file:${path}`,
    keepsTexts: true,
    clock: () => time.now,
    tell: (message) => void told.push(message),
  });
  closers.push(() => book.close());
  const isOnce = async (key: string) => {
    const question = await claim(book, key);
    expect(await book.holds(question)).toBe(true);
    await book.answered(question, { outcome: 'answered' });
    expect(await book.claim(asked(key))).toBeUndefined();
    return question;
  };
  return { book, time, told, isOnce };
}

type Opened = ReturnType<typeof openBook>;

/** Questions are answered once while the fault lasts, and it is told once, in words for a person. */
async function bearsIt({ book, time, told, isOnce }: Opened, message: RegExp): Promise<void> {
  for (const key of ['during 1', 'during 2', 'during 3']) {
    await isOnce(key);
    time.now += 6000;
    await book.takeOver();
  }
  expect(told).toEqual([expect.stringMatching(message)]);
  expect(told[0]).toMatch(/DATABASE_URL.*Until then questions are answered without memory/);
}

/** Afterwards everything is remembered, what was asked meanwhile too, and nothing is open. */
async function comesBack({ book, time, told, isOnce }: Opened): Promise<void> {
  time.now += 6000;
  const { id } = await isOnce('after');
  expect(await book.takeOver()).toHaveLength(0);
  expect(told.slice(1)).toEqual(['The database is back.']);
  expect(await book.byId(id)).toMatchObject({ status: 'answered', text: 'text of after' });
  for (const key of ['during 1', 'during 2', 'during 3']) {
    expect(await book.claim(asked(key))).toBeUndefined();
  }
}

describe('a SQLite file that', () => {
  it('is locked by another program', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    await (await openDatabase(`file:${path}`)).close();
    const other = new SqliteFile(path);
    closers.push(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    const opened = openBook(path);
    await bearsIt(opened, /is locked by another program; close that program/);
    other.exec('ROLLBACK');
    await comesBack(opened);
  });

  it('is locked while the bot works on it', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    const opened = openBook(path);
    await opened.isOnce('before');
    const other = new SqliteFile(path);
    closers.push(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    await bearsIt(opened, /is locked by another program/);
    other.exec('ROLLBACK');
    await comesBack(opened);
  });

  it('is no database', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    writeFileSync(path, 'garbage '.repeat(1000));
    const opened = openBook(path);
    await bearsIt(opened, /is damaged or no SQLite database; restore it from a backup, or move it/);
    expect(readFileSync(path, 'utf8')).toMatch(/^garbage/);
    renameSync(path, `${path}.damaged`);
    await comesBack(opened);
  });

  it('is replaced by another one while the bot works on it', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    const opened = openBook(path);
    await opened.isOnce('before');
    const damaged = `${path}.new`;
    writeFileSync(damaged, 'garbage '.repeat(1000));
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`);
    renameSync(damaged, path);
    // First the bot sees that the file is another one, and opens that.
    await opened.isOnce('moved');
    expect(opened.told.splice(0)).toEqual([expect.stringMatching(/was moved or removed/)]);
    opened.time.now += 6000;
    await opened.isOnce('damaged');
    rmSync(path);
    opened.time.now += 6000;
    await opened.isOnce('after');
    expect(opened.told).toEqual(['The database is back.']);
    expect(await opened.book.claim(asked('before'))).toBeUndefined();
  });

  it('is removed with its folder while the bot works on it', async () => {
    const folder = join(temporaryFolder(), 'data');
    const path = join(folder, 'desk.db');
    const opened = openBook(path);
    const open = await claim(opened.book, 'before');
    rmSync(folder, { recursive: true });
    await opened.isOnce('removed');
    expect(opened.told.splice(0)).toEqual([
      expect.stringMatching(/was moved or removed while the bot worked on it; a new one is made/),
    ]);
    opened.time.now += 6000;
    // What was at hand is answered all the same, and recorded in the new file.
    expect(await opened.book.holds(open)).toBe(true);
    await opened.book.answered(open, { outcome: 'answered' });
    expect(await opened.book.byId(open.id)).toMatchObject({ status: 'answered' });
    expect(opened.told).toEqual(['The database is back.']);
  });

  it('has no folder, nor can have one', async () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, 'a file where the folder should be');
    const opened = openBook(join(folder, 'desk.db'));
    await bearsIt(opened, /cannot be opened; check that the path exists/);
    rmSync(folder);
    await comesBack(opened);
    expect(existsSync(join(folder, 'desk.db'))).toBe(true);
  });

  it('was written by a newer version', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    await (await openDatabase(`file:${path}`)).close();
    const other = new SqliteFile(path);
    closers.push(() => other.close());
    other.exec("insert into kysely_migration values ('999-later', '2030-01-01')");
    const opened = openBook(path);
    await bearsIt(opened, /was written by a newer version of the bot; run that version/);
    other.exec("delete from kysely_migration where name = '999-later'");
    await comesBack(opened);
  });
});

const probe = mountSmallDisk(64);
probe?.remove();
const withDisk = probe ? it : it.skip;
const unlessSkipped = probe ? '' : ' (skipped: only root may mount a disk for it)';

describe('a SQLite file on a disk that', () => {
  withDisk(`is full${unlessSkipped}`, async () => {
    const disk = mountSmallDisk(600);
    if (!disk) throw new Error('no disk');
    closers.push(() => disk.remove());
    const opened = openBook(join(disk.folder, 'desk.db'));
    await opened.isOnce('before');
    const filler = join(disk.folder, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(1024 * 1024))).toThrow(/ENOSPC/);
    await bearsIt(opened, /has no room left; free disk space/);
    rmSync(filler);
    await comesBack(opened);
  });

  withDisk(`is read-only${unlessSkipped}`, async () => {
    const disk = mountSmallDisk(600);
    if (!disk) throw new Error('no disk');
    closers.push(() => disk.remove());
    const path = join(disk.folder, 'data', 'desk.db');
    mkdirSync(join(disk.folder, 'data'));
    await (await openDatabase(`file:${path}`)).close();
    disk.setReadOnly(true);
    const opened = openBook(path);
    await bearsIt(opened, /is read-only; give the bot the right to write/);
    disk.setReadOnly(false);
    await comesBack(opened);
  });
});
