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
import { DatabaseLink, openDatabase } from '../../src/store/database.ts';
import { ResilientJobs } from '../../src/store/resilient-jobs.ts';
import { claim, jobOf, takeUp } from '../store/job-store-contract.ts';
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

/** Jobs over the file at a path, with a clock to turn on, and what was told of it. */
function openJobs(path: string) {
  const time = { now: Date.now() };
  const clock = () => time.now;
  const told: string[] = [];
  const tell = (message: string) => void told.push(message);
  const link = new DatabaseLink({ url: `file:${path}`, tell, monotonic: clock });
  closers.push(() => link.close());
  const jobs = new ResilientJobs(link, clock);
  const isOnce = async (key: string) => {
    const job = await claim(jobs, key);
    expect(await jobs.begin(job).catch(() => true)).toBe(true);
    await jobs.finish(job, {});
    expect(await jobs.claim(jobOf(key))).toBeUndefined();
    return job;
  };
  /** The state of a job in the database; undefined when it does not know it. */
  const stateOf = ({ id }: { readonly id: string }) =>
    link.read(async ({ db }) => {
      const row = db.selectFrom('jobs').select('state').where('id', '=', id);
      return (await row.executeTakeFirst())?.state;
    });
  return { jobs, stateOf, time, told, isOnce };
}

type Opened = ReturnType<typeof openJobs>;

/** Questions are answered once while the fault lasts, and it is told once, in words for a person. */
async function bearsIt({ jobs, time, told, isOnce }: Opened, message: RegExp): Promise<void> {
  for (const key of ['during 1', 'during 2', 'during 3']) {
    await isOnce(key);
    time.now += 6000;
    await takeUp(jobs);
  }
  expect(told).toEqual([expect.stringMatching(message)]);
  expect(told[0]).toMatch(/DATABASE_URL.*Until then questions are answered without memory/);
}

/** Afterwards everything is remembered, what was asked meanwhile too, and nothing is open. */
async function comesBack({ jobs, stateOf, time, told, isOnce }: Opened): Promise<void> {
  time.now += 6000;
  const after = await isOnce('after');
  expect(await takeUp(jobs)).toHaveLength(0);
  expect(told.slice(1)).toEqual(['The database is back.']);
  expect(await stateOf(after)).toBe('done');
  for (const key of ['during 1', 'during 2', 'during 3']) {
    expect(await jobs.claim(jobOf(key))).toBeUndefined();
  }
}

describe('a SQLite file that', () => {
  it('is locked by another program', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    await (await openDatabase(`file:${path}`)).close();
    const other = new SqliteFile(path);
    closers.push(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    const opened = openJobs(path);
    await bearsIt(opened, /is locked by another program; close that program/);
    other.exec('ROLLBACK');
    await comesBack(opened);
  });

  it('is locked while the bot works on it', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    const opened = openJobs(path);
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
    const opened = openJobs(path);
    await bearsIt(opened, /is damaged or no SQLite database; restore it from a backup, or move it/);
    expect(readFileSync(path, 'utf8')).toMatch(/^garbage/);
    renameSync(path, `${path}.damaged`);
    await comesBack(opened);
  });

  it('is replaced by another one while the bot works on it', async () => {
    const path = join(temporaryFolder(), 'desk.db');
    const opened = openJobs(path);
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
    expect(await opened.jobs.claim(jobOf('before'))).toBeUndefined();
  });

  it('is removed with its folder while the bot works on it', async () => {
    const folder = join(temporaryFolder(), 'data');
    const path = join(folder, 'desk.db');
    const opened = openJobs(path);
    const open = await claim(opened.jobs, 'before');
    rmSync(folder, { recursive: true });
    await opened.isOnce('removed');
    expect(opened.told.splice(0)).toEqual([
      expect.stringMatching(/was moved or removed while the bot worked on it; a new one is made/),
    ]);
    opened.time.now += 6000;
    // What was at hand is answered all the same, and recorded in the new file.
    expect(await opened.jobs.begin(open)).toBe(true);
    await opened.jobs.finish(open, {});
    expect(await opened.stateOf(open)).toBe('done');
    expect(opened.told).toEqual(['The database is back.']);
  });

  it('has no folder, nor can have one', async () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, 'a file where the folder should be');
    const opened = openJobs(join(folder, 'desk.db'));
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
    const opened = openJobs(path);
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
    const disk = mountSmallDisk(2000);
    if (!disk) throw new Error('no disk');
    closers.push(() => disk.remove());
    const opened = openJobs(join(disk.folder, 'desk.db'));
    await opened.isOnce('before');
    const filler = join(disk.folder, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024))).toThrow(/ENOSPC/);
    await bearsIt(opened, /has no room left; free disk space/);
    rmSync(filler);
    await comesBack(opened);
  });

  withDisk(`is read-only${unlessSkipped}`, async () => {
    const disk = mountSmallDisk(2000);
    if (!disk) throw new Error('no disk');
    closers.push(() => disk.remove());
    const path = join(disk.folder, 'data', 'desk.db');
    mkdirSync(join(disk.folder, 'data'));
    await (await openDatabase(`file:${path}`)).close();
    disk.setReadOnly(true);
    const opened = openJobs(path);
    await bearsIt(opened, /is read-only; give the bot the right to write/);
    disk.setReadOnly(false);
    await comesBack(opened);
  });
});
