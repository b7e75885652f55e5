import { expect, it } from '@jest/globals';
import type { Job, JobStore, NewJob } from '../../src/outbox/job.ts';

/** A store of jobs under test. */
export interface OpenedJobs {
  readonly jobs: JobStore;
  /** What the store takes for the present time. */
  readonly time: { now: number };
}

/** A store of jobs in a database, which several processes can share. */
export interface SharedJobs extends OpenedJobs {
  /** The same store as another process has it. */
  readonly another: (process?: string) => JobStore;
  /** Lets the stores know that a process has ended. */
  readonly end: (process: string) => void;
}

export const minute = 60_000;

/** A job that any kind could have. */
export function jobOf(key: string, more: Partial<NewJob> = {}): NewJob {
  return { key, kind: 'question', payload: { text: `text of ${key}` }, ...more };
}

/** Claims a job that nobody has claimed before. */
export async function claim(jobs: JobStore, key: string, more: Partial<NewJob> = {}): Promise<Job> {
  const claimed = await jobs.claim(jobOf(key, more));
  if (!claimed) throw new Error(`${key} was claimed already`);
  return claimed.job;
}

/** Takes up what is open, as a sweep does that has nothing at hand. */
export function takeUp(jobs: JobStore, due: readonly string[] = []): Promise<Job[]> {
  return jobs.takeUp({ due, except: [] });
}

const unsure = { pause: 1000, maybePosted: true, draft: '[]' };
const later = { pause: 1000, maybePosted: false };

/** What every store of jobs promises, whether its database is there or not. */
export function givesOnePost(open: () => Promise<OpenedJobs>): void {
  it('gives a job to one of a hundred who claim it at once', async () => {
    const { jobs } = await open();
    const claims = await Promise.all(Array.from({ length: 100 }, () => jobs.claim(jobOf('k1'))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await jobs.claim(jobOf('k1'))).toBeUndefined();
    expect(await jobs.claim(jobOf('k2'))).toBeDefined();
  });

  it('keeps everything that the post needs', async () => {
    const { jobs, time } = await open();
    const payload = { text: 'thaad', responseUrl: 'https://example.com/r', thread: '1.1' };
    const job = await claim(jobs, 'k1', { payload });
    expect(job).toMatchObject({ key: 'k1', payload, createdAt: time.now, attempts: 0 });
    expect(job).toMatchObject({ maybePosted: false, suspicion: 'none' });
    await jobs.putOff(job, later);
    time.now += 1000;
    expect(await takeUp(jobs)).toEqual([{ ...job, attempts: 1, draft: undefined }]);
  });

  it('gives the same job the same id, whichever process claims it', async () => {
    const [one, other] = [await open(), await open()];
    expect((await claim(one.jobs, 'k1')).id).toBe((await claim(other.jobs, 'k1')).id);
    expect((await claim(one.jobs, 'k2')).id).not.toBe((await claim(one.jobs, 'k3')).id);
  });

  it('gives a job that was put off back when it is due, not before, and once', async () => {
    const { jobs, time } = await open();
    await jobs.putOff(await claim(jobs, 'k1'), later);
    time.now += 999;
    expect(await takeUp(jobs)).toHaveLength(0);
    time.now += 1;
    const due = await takeUp(jobs);
    expect(due).toMatchObject([{ key: 'k1', attempts: 1, maybePosted: false }]);
    expect(await takeUp(jobs)).toHaveLength(0);
  });

  it('gives it back when its own process says that it is due, whatever the clock says', async () => {
    const { jobs, time } = await open();
    const job = await claim(jobs, 'k1');
    await jobs.putOff(job, later);
    time.now -= 60 * minute;
    expect(await takeUp(jobs, [job.id])).toMatchObject([{ key: 'k1' }]);
  });

  it('remembers that a job may have been posted, and what', async () => {
    const { jobs, time } = await open();
    await jobs.putOff(await claim(jobs, 'k1'), unsure);
    time.now += 1000;
    expect(await takeUp(jobs)).toMatchObject([{ key: 'k1', maybePosted: true, draft: '[]' }]);
  });

  it('has done with a job that is finished or given up', async () => {
    const { jobs, time } = await open();
    await jobs.finish(await claim(jobs, 'k1'), {});
    await jobs.giveUp(await claim(jobs, 'k2'), {});
    time.now += 60 * minute;
    expect(await takeUp(jobs)).toHaveLength(0);
    expect(await jobs.claim(jobOf('k1'))).toBeUndefined();
    expect(await jobs.claim(jobOf('k2'))).toBeUndefined();
  });
}

/** What a store in a database promises to the processes that share it. */
export function isHeldByOneProcess(open: () => Promise<SharedJobs>): void {
  it('gives a job to one of a hundred in several processes', async () => {
    const { jobs, another } = await open();
    const stores = [jobs, another(), another(), another()];
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, i) => stores[i % 4]?.claim(jobOf('k1'))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('leaves a job to a process that is at work on it for a minute', async () => {
    const { jobs, another, time } = await open();
    await jobs.begin(await claim(jobs, 'k1'));
    time.now += minute - 1;
    expect(await takeUp(another())).toHaveLength(0);
    time.now += 1;
    // How far the first one came nobody knows, so the post must be looked for.
    expect(await takeUp(another())).toMatchObject([{ key: 'k1', maybePosted: true }]);
  });

  it('leaves it for longer when that process says so', async () => {
    const { jobs, another, time } = await open();
    const job = await claim(jobs, 'k1');
    time.now += minute - 1;
    await jobs.renew([job.id]);
    time.now += minute - 1;
    expect(await takeUp(another())).toHaveLength(0);
  });

  it('gives the jobs of a process that has ended to one of the others at once', async () => {
    const { jobs, another, end } = await open();
    const ended = another('ended');
    await ended.putOff(await claim(ended, 'k1'), { pause: 5 * minute, maybePosted: false });
    await ended.begin(await claim(ended, 'k2'));
    await claim(jobs, 'k3');
    end('ended');
    const others = await Promise.all([jobs, another(), another()].map((one) => takeUp(one)));
    expect(others.flat().map(({ key }) => key)).toEqual(['k1', 'k2']);
    expect(others.flat().map(({ maybePosted }) => maybePosted)).toEqual([false, true]);
  });

  it('takes up what a clock that was set back since has leased for an hour', async () => {
    const { jobs, another, time } = await open();
    await jobs.putOff(await claim(jobs, 'k1'), later);
    time.now -= 60 * minute;
    expect(await takeUp(another())).toMatchObject([{ key: 'k1' }]);
  });

  it('lets nobody write to a job that another process took up', async () => {
    const { jobs, another, time } = await open();
    const job = await claim(jobs, 'k1');
    time.now += minute;
    const other = another();
    const [taken] = await takeUp(other);
    expect(await jobs.begin(job)).toBe(false);
    await jobs.putOff(job, later);
    await jobs.giveUp(job, {});
    time.now += minute - 1;
    expect(await takeUp(jobs)).toHaveLength(0);
    expect(taken && (await other.begin(taken))).toBe(true);
  });

  it('lets nobody post again what is finished', async () => {
    const { jobs, another, time } = await open();
    const job = await claim(jobs, 'k1');
    time.now += minute;
    const [taken] = await takeUp(another());
    await jobs.finish(job, {});
    expect(await jobs.begin(taken ?? job)).toBe(false);
    await jobs.putOff(job, later);
    expect(await takeUp(jobs)).toHaveLength(0);
  });

  it('writes down what belongs to a job with it, or neither', async () => {
    const { jobs, another } = await open();
    const fails = () => Promise.reject(new Error('no room'));
    await expect(jobs.claim(jobOf('k1'), () => fails)).rejects.toThrow('no room');
    const job = await claim(jobs, 'k1');
    await expect(jobs.finish(job, { next: [jobOf('k2')], effect: fails })).rejects.toThrow();
    expect(await takeUp(another())).toHaveLength(0);
    await jobs.finish(job, { next: [jobOf('k2')] });
    expect(await takeUp(another())).toMatchObject([{ key: 'k2', maybePosted: false }]);
  });

  it('suspects what was claimed when its process ended, and is sure when it was alone twice', async () => {
    const { jobs, another, end, time } = await open();
    const first = another('first');
    await claim(first, 'poison');
    time.now += 1;
    await first.putOff(await claim(first, 'bystander'), later);
    end('first');
    const second = another('second');
    const [poison, bystander] = await takeUp(second);
    expect([poison?.suspicion, bystander?.suspicion]).toEqual(['suspected', 'none']);
    if (poison) await second.tryAlone(poison);
    end('second');
    const third = another('third');
    const [again, other] = await takeUp(third);
    expect([again?.suspicion, other?.suspicion]).toEqual(['suspected again', 'suspected']);
    if (again) await third.tryAlone(again);
    end('third');
    // The other one waited in line each time.
    expect((await takeUp(jobs)).map(({ suspicion }) => suspicion)).toEqual(['proven', 'suspected']);
  });

  it('counts the attempts that were made, not the processes that ended before they came to it', async () => {
    const { jobs, another, end } = await open();
    const first = another('first');
    await claim(first, 'k1');
    end('first');
    const second = another('second');
    const [job] = await takeUp(second);
    expect(job).toMatchObject({ attempts: 0 });
    if (job) await second.begin(job);
    end('second');
    expect(await takeUp(jobs)).toMatchObject([{ attempts: 1 }]);
  });

  it('suspects nothing of what a process left that ended well', async () => {
    const { jobs, another, end } = await open();
    const first = another('first');
    const job = await claim(first, 'k1');
    await first.release([job.id]);
    end('first');
    expect(await takeUp(jobs)).toMatchObject([{ suspicion: 'none', maybePosted: false }]);
  });
}
