import { describe, expect, it } from '@jest/globals';
import { newJob } from '../../src/outbox/job.ts';
import type { Jobs } from '../../src/store/jobs.ts';
import { type Change, Unrecorded } from '../../src/store/unrecorded.ts';
import { jobOf } from './job-store-contract.ts';

/** Jobs that only note what they are told. */
function noteJobs(adopt: () => Promise<void> = async () => {}) {
  const written: string[] = [];
  const jobs = { adopt: () => adopt().then(() => void written.push('adopt')) };
  const change =
    (name: string, work: () => Promise<void> = async () => {}): Change =>
    () =>
      work().then(() => void written.push(name));
  return { jobs: jobs as unknown as Jobs, written, change };
}

const job = newJob(jobOf('k1'), 0);
const { id } = job;

describe('what the database could not be told', () => {
  it('is told the job first, then only the last of its changes, and once', async () => {
    const { jobs, written, change } = noteJobs();
    const done: string[] = [];
    const unrecorded = new Unrecorded((known) => void done.push(known));
    void unrecorded.addClaim(job);
    for (const name of ['one', 'two']) unrecorded.addChange(id, change(name));
    const record = () => unrecorded.record(jobs);
    await Promise.all([record(), record()]);
    await record();
    expect([written, done]).toEqual([['adopt', 'two'], [id]]);
  });

  it('writes down no claim again that took too long and arrived', async () => {
    const { jobs, written, change } = noteJobs();
    for (const inFlight of [Promise.resolve(), Promise.reject(new Error('away'))]) {
      const unrecorded = new Unrecorded();
      const safe = unrecorded.addClaim(job, undefined, inFlight);
      unrecorded.addChange(id, change('one'));
      await unrecorded.record(jobs);
      await safe;
    }
    expect(written).toEqual(['one', 'adopt', 'one']);
  });

  it('loses no change that comes while another one is written', async () => {
    const { jobs, written, change } = noteJobs();
    const unrecorded = new Unrecorded();
    const addTwo = async () => unrecorded.addChange(id, change('two'));
    unrecorded.addChange(id, change('one', addTwo));
    await unrecorded.record(jobs);
    expect(written).toEqual(['one', 'two']);
  });

  it('is kept in order when the database goes away again', async () => {
    let isAway = true;
    const away = async () => {
      if (isAway) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    const { jobs, written, change } = noteJobs(away);
    const unrecorded = new Unrecorded();
    const safe = unrecorded.addClaim(job);
    unrecorded.addChange(id, change('one'));
    await expect(unrecorded.record(jobs)).rejects.toThrow('away');
    expect(unrecorded.hasClaim(id)).toBe(true);
    isAway = false;
    await unrecorded.record(jobs);
    await safe;
    expect(written).toEqual(['adopt', 'one']);
    expect(unrecorded.hasClaim(id)).toBe(false);
  });

  it('is not held up by what the database refuses for ever', async () => {
    const refused = () =>
      Promise.reject(Object.assign(new Error('no such character'), { code: '22021' }));
    const { jobs, written, change } = noteJobs(refused);
    const unrecorded = new Unrecorded();
    void unrecorded.addClaim(job);
    unrecorded.addChange('other', change('one'));
    await unrecorded.record(jobs);
    expect(written).toEqual(['one']);
    expect(unrecorded.hasClaim(id)).toBe(false);
  });
});
