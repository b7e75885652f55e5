import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Job, JobStore } from '../../src/outbox/job.ts';
import { openDatabase } from '../../src/store/database.ts';
import { claim, jobOf, takeUp } from '../store/job-store-contract.ts';
import { useOf } from '../support/asked.ts';
import { jobsOf, later, openJobs, openOutbox, posted, unsure, until } from './outbox-bench.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A store whose methods a test may replace. */
async function openBroken(broken: Partial<JobStore>): Promise<JobStore> {
  const jobs = await openJobs({ now: Date.now() });
  return Object.assign(jobs, broken);
}

describe('an outbox', () => {
  it('does what it takes once, and says whether it was new', async () => {
    const { outbox, posts } = await openOutbox();
    const taken = await Promise.all([1, 2, 3].map(() => outbox.take(jobOf('k1'))));
    await outbox.close(1000);
    expect([taken.filter(Boolean).length, posts]).toEqual([1, ['k1']]);
  });

  it('looks for the post before it posts again when it may have arrived', async () => {
    const find = async () => ({ kind: 'found', ts: '1.5' }) as const;
    const { outbox, jobs, posts, looks } = await openOutbox({ post: unsure, find });
    await outbox.take(jobOf('k1'));
    await until(() => looks.length === 1);
    await outbox.close(1000);
    expect([posts, await takeUp(jobs)]).toEqual([['k1'], []]);
  });

  it('looks again after it could not look, before it posts', async () => {
    let refusals = 1;
    const find = async () => {
      refusals -= 1;
      return refusals < 0
        ? ({ kind: 'found', ts: '1.5' } as const)
        : ({ kind: 'later', code: 'ratelimited', retryAfter: 1 } as const);
    };
    const { outbox, posts, looks } = await openOutbox({ post: unsure, find });
    await outbox.take(jobOf('k1'));
    await until(() => looks.length === 2);
    await outbox.close(1000);
    expect(posts).toHaveLength(1);
  });

  it('posts again what nobody may look for only where losing it would be worse', async () => {
    const find = async () => ({ kind: 'unknown' }) as const;
    for (const repeatsUnseen of [true, false]) {
      const post = (_: unknown, attempt: number) => (attempt === 1 ? unsure() : posted());
      const { outbox, posts, looks, givenUp } = await openOutbox({
        ...{ post, find, kind: { repeatsUnseen } },
      });
      await outbox.take(jobOf('k1'));
      await until(() => looks.length === 1);
      await outbox.close(1000);
      expect(posts).toHaveLength(repeatsUnseen ? 2 : 1);
      expect(givenUp).toEqual(repeatsUnseen ? [] : [{ reason: 'unconfirmed', maybePosted: true }]);
    }
  });

  it('does not post again what was posted and could not be written down', async () => {
    const putOff: unknown[] = [];
    const store = await openBroken({
      finish: () => Promise.reject(new Error('out of ink')),
      putOff: async (_, how) => void putOff.push(how),
    });
    const { outbox } = await openOutbox({ store });
    await outbox.take(jobOf('k1'));
    await until(() => putOff.length === 1);
    expect(putOff).toMatchObject([{ maybePosted: true, draft: 'draft of k1' }]);
    await outbox.close(0);
  });

  it('leaves a job alone that another process has taken up meanwhile', async () => {
    const store = await openBroken({ begin: async () => false });
    const { outbox, posts } = await openOutbox({ store });
    await outbox.take(jobOf('k1'));
    await outbox.close(1000);
    expect(posts).toEqual([]);
  });

  it('posts while the database is away only what somebody waits for', async () => {
    for (const isUrgent of [true, false]) {
      const store = await openBroken({ begin: () => Promise.reject(new Error('away')) });
      const { outbox, posts, logged } = await openOutbox({ store, kind: { isUrgent } });
      await outbox.take(jobOf('k1'));
      await until(() => posts.length > 0 || logged.some((line) => /tried again/.test(line)));
      await outbox.close(0);
      expect(posts).toHaveLength(isUrgent ? 1 : 0);
    }
  });

  it('looks before it posts without the database, since another process may have posted meanwhile', async () => {
    const store = await openBroken({ begin: () => Promise.reject(new Error('away')) });
    const find = async () => ({ kind: 'found', ts: '1.5' }) as const;
    const { outbox, jobs, posts } = await openOutbox({ store, find });
    await outbox.take(jobOf('k1'));
    await outbox.close(1000);
    expect([posts, await takeUp(jobs)]).toEqual([[], []]);
  });

  it('keeps nobody waiting for what takes long and has a line of its own', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const begun: string[] = [];
    const prepare = async (job: Job) => {
      begun.push(job.key);
      await gate;
      return { done: () => ({}) };
    };
    const { outbox, posts } = await openOutbox({ slow: { maxAtOnce: 2, prepare } });
    const slow = Array.from({ length: 30 }, (_, at) => ({ ...jobOf(`s${at}`), kind: 'slow' }));
    for (const job of slow) await outbox.take(job);
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 1 && begun.length > 0);
    expect(begun.length).toBeLessThanOrEqual(2);
    open();
    await until(() => begun.length === 30);
    await outbox.close(1000);
  });

  it('has a job once that it took up while it claimed it', async () => {
    const jobs = await openJobs({ now: Date.now() });
    const left = await claim(jobs, 'k1');
    let held = () => {};
    const until = new Promise<void>((resolve) => {
      held = resolve;
    });
    const store: JobStore = Object.assign(jobs, {
      takeUp: async () => [left],
      claim: async () => ({ job: left, written: Promise.resolve() }),
    });
    const { outbox, posts } = await openOutbox({ store, post: () => until.then(posted) });
    await outbox.start();
    await outbox.take(jobOf('k1'));
    held();
    await outbox.close(1000);
    expect(posts).toEqual(['k1']);
  });

  it('is at work on a job once, however long that takes and however often it is found', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { outbox, time, posts } = await openOutbox({ post: () => held.then(posted) });
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 1);
    time.now += 10 * minute;
    await outbox.start();
    await outbox.start();
    release();
    await outbox.close(1000);
    expect(posts).toEqual(['k1']);
  });

  it('keeps to the pause that Slack asks for', async () => {
    const first = async () => ({ kind: 'later', code: 'ratelimited', retryAfter: 300 }) as const;
    const began = performance.now();
    const times: number[] = [];
    const { outbox, posts } = await openOutbox({
      post: (_, attempt) => {
        times.push(performance.now() - began);
        return attempt === 1 ? first() : posted();
      },
    });
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 2);
    await outbox.close(1000);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(300);
  });

  it('gives up what Slack refuses, and says why', async () => {
    const post = async () => ({ kind: 'refused', code: 'is_archived' }) as const;
    const { outbox, jobs, givenUp } = await openOutbox({ post });
    await outbox.take(jobOf('k1'));
    await outbox.close(1000);
    expect(givenUp).toEqual([{ reason: 'is_archived', maybePosted: false }]);
    expect(await takeUp(jobs)).toEqual([]);
  });

  it('gives up after a hundred attempts', async () => {
    const { outbox, jobs, givenUp, posts } = await openOutbox();
    let job: Job | undefined = await claim(jobs, 'k1');
    for (let attempt = 1; job && attempt <= 100; attempt += 1) {
      await jobs.putOff(job, { pause: 0, maybePosted: false });
      [job] = await takeUp(jobs);
    }
    if (job) await jobs.putOff(job, { pause: 0, maybePosted: false });
    await outbox.start();
    await outbox.close(1000);
    expect([posts, givenUp]).toEqual([[], [{ reason: 'attempts', maybePosted: false }]]);
  });

  it('does what follows from a job, too', async () => {
    const { outbox, posts } = await openOutbox({
      kind: {
        prepare: async (job) => ({
          post() {
            posts.push(job.key);
            return posted();
          },
          done: () => ({ next: job.key === 'k1' ? [jobOf('k2')] : [] }),
        }),
      },
    });
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 2);
    await outbox.close(1000);
    expect(posts).toEqual(['k1', 'k2']);
  });
});

describe('what a clock does that is set', () => {
  it('changes nothing for a job that was put off here: an hour back', async () => {
    const { outbox, time, posts } = await openOutbox({
      post: (_, attempt) => (attempt === 1 ? later() : posted()),
    });
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 1);
    time.now -= 60 * minute;
    await until(() => posts.length === 2);
    await outbox.close(1000);
  });

  it('changes nothing for a job that was put off here: 25 hours forward', async () => {
    const { outbox, time, posts, givenUp } = await openOutbox({
      post: (_, attempt) => (attempt === 1 ? later() : posted()),
    });
    await outbox.take(jobOf('k1'));
    await until(() => posts.length === 1);
    time.now += 25 * 60 * minute;
    await until(() => posts.length === 2);
    await outbox.close(1000);
    expect(givenUp).toEqual([]);
  });

  it('gives up after a day what an earlier process left', async () => {
    const { outbox, jobs, time, posts, givenUp } = await openOutbox();
    await jobs.claim(jobOf('k1'));
    time.now += day + 1;
    await outbox.start();
    await outbox.close(1000);
    expect([posts, givenUp]).toEqual([[], [{ reason: 'late', maybePosted: false }]]);
  });
});

describe('a job that may have taken its process down', () => {
  /** A database, and the jobs of each process in its turn. */
  async function openLives() {
    const use = useOf(await openDatabase('file::memory:'));
    const time = { now: Date.now() };
    return (process: string) => jobsOf(use, time, process);
  }

  it('is looked for until that was possible, and not posted before', async () => {
    const lifeOf = await openLives();
    await claim(lifeOf('first'), 'k1');
    let refusals = 1;
    const find = async () => {
      refusals -= 1;
      return refusals < 0
        ? ({ kind: 'found', ts: '1.5' } as const)
        : ({ kind: 'later', code: 'ratelimited', retryAfter: 1 } as const);
    };
    const { outbox, posts, looks } = await openOutbox({ store: lifeOf('second'), find });
    await outbox.start();
    await until(() => looks.length + posts.length === 2);
    await outbox.close(1000);
    expect(posts).toEqual([]);
  });

  it('is done after everything else, and by itself', async () => {
    const lifeOf = await openLives();
    const first = lifeOf('first');
    for (const key of ['poison', 'another']) await first.claim(jobOf(key));
    const claimed = await first.claim(jobOf('waiting'));
    if (claimed) await first.putOff(claimed.job, { pause: 0, maybePosted: false });
    const { outbox, posts } = await openOutbox({ store: lifeOf('second') });
    await outbox.start();
    await outbox.close(1000);
    expect(posts).toEqual(['waiting', 'poison', 'another']);
  });

  it('is taken up twice more, and then the person is told instead', async () => {
    const lifeOf = await openLives();
    await lifeOf('first').claim(jobOf('poison'));
    for (const life of ['second', 'third']) {
      let isBegun = false;
      const prepare = () => {
        isBegun = true;
        return new Promise<never>(() => {});
      };
      // This process ends without a word while it makes the answer.
      const mortal = await openOutbox({ store: lifeOf(life), kind: { prepare } });
      await mortal.outbox.start();
      await until(() => isBegun);
    }
    const last = await openOutbox({ store: lifeOf('fourth') });
    await last.outbox.start();
    await last.outbox.close(1000);
    expect([last.posts, last.givenUp]).toEqual([[], [{ reason: 'crash', maybePosted: false }]]);
  });

  it('is not held to have done so while it waited for others, however often the process ended then', async () => {
    const lifeOf = await openLives();
    await lifeOf('first').claim(jobOf('innocent'));
    for (const life of ['second', 'third', 'fourth', 'fifth']) {
      let isBegun = false;
      const gather = () => {
        isBegun = true;
        return new Promise<never>(() => {});
      };
      const mortal = await openOutbox({ store: lifeOf(life), kind: { gather } });
      await mortal.outbox.start();
      await until(() => isBegun);
    }
    const last = await openOutbox({ store: lifeOf('last') });
    await last.outbox.start();
    await last.outbox.close(1000);
    expect([last.posts, last.givenUp]).toEqual([['innocent'], []]);
  });

  it('is cleared of that once it was made, though the process ended before it was posted', async () => {
    const lifeOf = await openLives();
    await lifeOf('first').claim(jobOf('innocent'));
    for (const life of ['second', 'third', 'fourth', 'fifth']) {
      const post = () => new Promise<never>(() => {});
      const mortal = await openOutbox({ store: lifeOf(life), post });
      await mortal.outbox.start();
      await until(() => mortal.posts.length === 1);
    }
    const last = await openOutbox({ store: lifeOf('last') });
    await last.outbox.start();
    await last.outbox.close(1000);
    expect([last.posts, last.givenUp]).toEqual([['innocent'], []]);
  });

  it('is posted beside others like it, so that a long line of them is soon done', async () => {
    const lifeOf = await openLives();
    const first = lifeOf('first');
    for (let i = 0; i < 10; i += 1) await first.claim(jobOf(`k${i}`));
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const post = (_: Job, posts: number) => {
      if (posts === 10) release();
      return released.then(posted);
    };
    const { outbox, posts } = await openOutbox({ store: lifeOf('second'), post });
    await outbox.start();
    await outbox.close(2000);
    expect(posts).toEqual(Array.from({ length: 10 }, (_, i) => `k${i}`));
    expect(await takeUp(lifeOf('third'))).toEqual([]);
  });

  it('is made while nothing else is, and what comes meanwhile is made after it', async () => {
    const lifeOf = await openLives();
    await lifeOf('first').claim(jobOf('suspect'));
    const made: string[] = [];
    let release = () => {};
    const prepare = async ({ key }: Job) => {
      made.push(key);
      if (key === 'suspect') await new Promise<void>((resolve) => (release = resolve));
      return { post: posted, done: () => ({}) };
    };
    const { outbox } = await openOutbox({ store: lifeOf('second'), kind: { prepare } });
    await outbox.start();
    await until(() => made.length === 1);
    const taken = outbox.take(jobOf('another'));
    expect(await taken).toBe(true);
    // Long enough for one that nothing holds back.
    for (let turn = 0; turn < 50; turn += 1) await wait(1);
    expect(made).toEqual(['suspect']);
    release();
    await outbox.close(1000);
    expect(made).toEqual(['suspect', 'another']);
  });
});

describe('what Slack is told', () => {
  /** A store that is slow to write down. */
  async function openSlow() {
    let write = () => {};
    const written = new Promise<void>((resolve) => {
      write = resolve;
    });
    const jobs = await openJobs({ now: Date.now() });
    const claim = jobs.claim.bind(jobs);
    const store = Object.assign(jobs, {
      claim: async (...wanted: Parameters<typeof claim>) => {
        const claimed = await claim(...wanted);
        return claimed && { ...claimed, written };
      },
    });
    return { store, write };
  }

  it('waits for a job that is only in memory until it is done', async () => {
    const { store } = await openSlow();
    let isPosted = false;
    const { outbox } = await openOutbox({
      store,
      async post() {
        await wait(50);
        isPosted = true;
        return posted();
      },
    });
    await outbox.take(jobOf('k1'));
    expect(isPosted).toBe(true);
    await outbox.close(1000);
  });

  it('waits when it was put off, for the first delivery and for the second', async () => {
    const { store, write } = await openSlow();
    const { outbox, posts } = await openOutbox({
      store,
      post: async () => ({ kind: 'later', code: 'ratelimited', retryAfter: 60_000 }),
    });
    const told: boolean[] = [];
    const deliveries = [1, 2].map(() =>
      outbox.take(jobOf('k1')).then((isNew) => void told.push(isNew)),
    );
    await until(() => posts.length === 1);
    // Longer than anything waited that gave up waiting.
    await wait(1500);
    expect(told).toEqual([]);
    write();
    await Promise.all(deliveries);
    expect(told.sort()).toEqual([false, true]);
    await outbox.close(0);
  });
});

describe('the end', () => {
  it('finishes what is at hand, what was put off included, and nothing later', async () => {
    const { outbox, posts, jobs } = await openOutbox({
      post: (_, attempt) => (attempt <= 2 ? later() : posted()),
    });
    await Promise.all([outbox.take(jobOf('k1')), outbox.take(jobOf('k2'))]);
    await outbox.close(3000);
    expect(posts).toHaveLength(4);
    expect(await takeUp(jobs)).toEqual([]);
  });

  it('comes in time when something hangs', async () => {
    const { outbox } = await openOutbox({ post: () => new Promise(() => {}) });
    await outbox.take(jobOf('k1'));
    const began = Date.now();
    await outbox.close(200);
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('waits for a claim that is under way, and for its post', async () => {
    const jobs = await openJobs({ now: Date.now() });
    const claim = jobs.claim.bind(jobs);
    const store = Object.assign(jobs, {
      async claim(...wanted: Parameters<typeof claim>) {
        await wait(100);
        return claim(...wanted);
      },
    });
    const { outbox, posts } = await openOutbox({ store });
    const taken = outbox.take(jobOf('k1'));
    await outbox.close(1000);
    expect(await taken).toBe(true);
    expect(posts).toEqual(['k1']);
  });

  it('leaves what was not begun to the next process, above suspicion', async () => {
    const { outbox, jobs } = await openOutbox({ kind: { during: () => new Promise(() => {}) } });
    await outbox.take(jobOf('k1'));
    await outbox.close(50);
    expect(await takeUp(jobs)).toMatchObject([{ suspicion: 'none', maybePosted: false }]);
  });
});
