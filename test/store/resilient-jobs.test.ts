import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { DatabaseLink, openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ResilientJobs } from '../../src/store/resilient-jobs.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { afterTest, temporaryFolder } from '../support/start-desk.ts';
import { claim, givesOnePost, jobOf, minute, takeUp } from './job-store-contract.ts';

/** Jobs over a file of their own, the means to lock that file, and a clock to turn on. */
async function openJobs() {
  const path = join(await temporaryFolder(), 'desk.db');
  const url = `file:${path}`;
  await (await openDatabase(url)).close();
  const time = { now: Date.now() };
  const told: string[] = [];
  const open = () => {
    const clock = () => time.now;
    const tell = (message: string) => void told.push(message);
    const link = new DatabaseLink({ url, tell, monotonic: clock });
    afterTest(() => link.close());
    return { link, jobs: new ResilientJobs(link, clock) };
  };
  const other = new SqliteFile(path);
  afterTest(async () => other.close());
  const lock = () => void other.exec('BEGIN EXCLUSIVE');
  const unlock = () => {
    other.exec('ROLLBACK');
    time.now += 5000;
  };
  const rows = () => other.prepare('select key, state from jobs order by created_at, key').all();
  return { ...open(), open, time, told, lock, unlock, rows, url };
}

describe('jobs whose database may go away', () => {
  givesOnePost(openJobs);

  it('say that it is away, and that it is back, once', async () => {
    const { jobs, told, lock, unlock } = await openJobs();
    await claim(jobs, 'k1');
    lock();
    for (let i = 2; i < 10; i += 1) await claim(jobs, `k${i}`);
    unlock();
    for (let i = 10; i < 20; i += 1) await claim(jobs, `k${i}`);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/DATABASE_URL.*is locked by another program.*without memory/);
    expect(told[1]).toMatch(/is back/);
  });

  it('know a job again that they had before the database went, and after it came back', async () => {
    const { jobs, lock, unlock } = await openJobs();
    await claim(jobs, 'before');
    lock();
    expect(await jobs.claim(jobOf('before'))).toBeUndefined();
    await claim(jobs, 'meanwhile');
    unlock();
    expect(await jobs.claim(jobOf('meanwhile'))).toBeUndefined();
  });

  it('are safe when they are on disk, and not before', async () => {
    const { jobs, lock, unlock, rows } = await openJobs();
    lock();
    const claimed = await jobs.claim(jobOf('k1'));
    let isSafe = false;
    const safe = claimed?.written.then(() => {
      isSafe = true;
    });
    await takeUp(jobs);
    expect(isSafe).toBe(false);
    unlock();
    await jobs.catchUp();
    await safe;
    expect(rows()).toEqual([{ key: 'k1', state: 'claimed' }]);
  });

  it('are written down with what happened to them meanwhile as soon as that is possible', async () => {
    const { jobs, lock, unlock, rows } = await openJobs();
    const before = await claim(jobs, 'before');
    lock();
    const meanwhile = await claim(jobs, 'meanwhile');
    for (const job of [before, meanwhile]) {
      await expect(jobs.begin(job)).rejects.toBeInstanceOf(StoreError);
      await jobs.finish(job, {});
    }
    await claim(jobs, 'open');
    unlock();
    expect(await takeUp(jobs)).toHaveLength(0);
    expect(rows()).toEqual([
      { key: 'before', state: 'done' },
      { key: 'meanwhile', state: 'done' },
      { key: 'open', state: 'claimed' },
    ]);
  });

  it('leave nothing to be posted again by the next process', async () => {
    const { jobs, link, open, lock, unlock, time } = await openJobs();
    const before = await claim(jobs, 'before');
    lock();
    const meanwhile = await claim(jobs, 'meanwhile');
    await jobs.finish(before, {});
    await jobs.finish(meanwhile, {});
    unlock();
    await jobs.catchUp();
    await link.close();
    const next = open();
    time.now += 60 * minute;
    expect(await takeUp(next.jobs)).toHaveLength(0);
    expect(await next.jobs.claim(jobOf('meanwhile'))).toBeUndefined();
  });

  it('are tried again when they were put off while the database was away, once', async () => {
    const { jobs, lock, unlock, time } = await openJobs();
    time.now += 10 * minute;
    const before = await claim(jobs, 'before');
    lock();
    const meanwhile = await claim(jobs, 'meanwhile');
    for (const job of [before, meanwhile]) {
      await jobs.putOff(job, { pause: 1000, maybePosted: false });
    }
    time.now += 1000;
    const due = await takeUp(jobs);
    // What stands in the database may have been taken up there by another process.
    expect(due).toMatchObject([
      { key: 'before', maybePosted: true },
      { key: 'meanwhile', maybePosted: false },
    ]);
    for (const job of due) await jobs.putOff(job, { pause: 6000, maybePosted: false });
    unlock();
    expect(await takeUp(jobs)).toHaveLength(0);
    time.now += 6000;
    expect((await takeUp(jobs)).map(({ key }) => key)).toEqual(['before', 'meanwhile']);
    expect(await takeUp(jobs)).toHaveLength(0);
  });

  it('keep the last of several changes that could not be written', async () => {
    const { jobs, lock, unlock, rows, time } = await openJobs();
    const job = await claim(jobs, 'k1');
    lock();
    await jobs.putOff(job, { pause: 500, maybePosted: true });
    time.now += 500;
    const [again] = await takeUp(jobs);
    await jobs.finish(again ?? job, {});
    unlock();
    // Several at once find the same things to write down.
    await Promise.all([takeUp(jobs), claim(jobs, 'k2'), jobs.catchUp()]);
    expect(rows()).toContainEqual({ key: 'k1', state: 'done' });
  });

  it('are known again that were taken up before the database went', async () => {
    const { jobs, open, lock, time } = await openJobs();
    await claim(open().jobs, 'k1');
    time.now += minute;
    expect(await takeUp(jobs)).toHaveLength(1);
    lock();
    expect(await jobs.claim(jobOf('k1'))).toBeUndefined();
  });

  it('look for the post of an earlier process as long as Slack may repeat what it took', async () => {
    const { jobs, lock, time } = await openJobs();
    lock();
    expect(await claim(jobs, 'k1')).toMatchObject({ maybePosted: true });
    time.now += 10 * minute;
    expect(await claim(jobs, 'k2')).toMatchObject({ maybePosted: false });
  });

  it('are left to the process that has them in the database when it is back', async () => {
    const { jobs, lock, unlock, open, time } = await openJobs();
    const other = open();
    const theirs = await claim(other.jobs, 'k1');
    lock();
    const mine = await claim(jobs, 'k1');
    unlock();
    time.now += 1;
    expect(await jobs.begin(mine)).toBe(false);
    expect(await other.jobs.begin(theirs)).toBe(true);
  });

  it('are not undone by a database that refuses one of them', async () => {
    const { jobs, told, rows } = await openJobs();
    await claim(jobs, 'k1');
    const twin = await claim(jobs, 'k2');
    // A key that is taken: the database is in good health and refuses this row for ever.
    await jobs.finish({ ...twin, id: 'unknown', key: 'k2' }, {});
    await jobs.finish(twin, {});
    expect(rows()).toContainEqual({ key: 'k2', state: 'done' });
    expect(told).toHaveLength(0);
  });
});

describe('what is not posted but kept', () => {
  it('is out of reach while the database is away, in words for a person', async () => {
    const { url, lock } = await openJobs();
    const { archive, feedback, questions, close } = openStore({
      ...{ url, keepsTexts: true, tell: () => {} },
    });
    afterTest(close);
    lock();
    const judgement = { question: 'x', person: 'U1', verdict: 'helpful' } as const;
    // SQLite lets others read what one writes to; after this write the database counts as away.
    await expect(feedback.setFeedback(judgement)).rejects.toBeInstanceOf(StoreError);
    for (const need of [
      archive.byId('x'),
      archive.lastOf('T1', 'U1', 3),
      archive.forget('T1', 'U1'),
      archive.forgetOld(0),
      feedback.feedbackOf('x', 'U1'),
      questions.earlier({ id: 'x', team: 'T1', channel: 'C1', person: 'U1', askedAt: 0 }),
    ]) {
      await expect(need).rejects.toBeInstanceOf(StoreError);
    }
  });
});
