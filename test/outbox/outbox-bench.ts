import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Delivery, Found } from '../../src/outbox/delivery.ts';
import type { Job, JobStore } from '../../src/outbox/job.ts';
import type { GiveUp, Kind } from '../../src/outbox/kind.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { openDatabase, type Use } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { useOf } from '../support/asked.ts';

const day = 24 * 60 * 60_000;

/** What an outbox of a test is like. */
export interface Setup {
  readonly store?: JobStore;
  readonly kind?: Partial<Kind>;
  /** A second kind of jobs, `slow`. */
  readonly slow?: Partial<Kind>;
  readonly post?: (job: Job, attempt: number) => Promise<Delivery>;
  readonly find?: (job: Job) => Promise<Found>;
}

export const posted = async (): Promise<Delivery> => ({ kind: 'posted', ts: '1.5' });
export const unsure = async (): Promise<Delivery> => ({ kind: 'unsure', code: 'http_500' });
export const later = async (): Promise<Delivery> => ({
  kind: 'later',
  code: 'busy',
  retryAfter: 1,
});

/** Jobs in a database of their own, in memory. */
export async function openJobs(time: { now: number }): Promise<Jobs> {
  return jobsOf(useOf(await openDatabase('file::memory:')), time, 'this');
}

/** The jobs of a database as a process has them for which all others have ended. */
export function jobsOf(use: Use, time: { now: number }, process: string): Jobs {
  return new Jobs(use, { clock: () => time.now, process, hasEnded: () => true });
}

/** An outbox over a database in memory, with one kind that notes what it posts. */
export async function openOutbox({ store, kind, slow, post = posted, find }: Setup = {}) {
  const time = { now: Date.now() };
  const jobs = store ?? (await openJobs(time));
  const notes = { posts: [] as string[], looks: [] as string[], givenUp: [] as GiveUp[] };
  const logged: string[] = [];
  const note = (line: string) => void logged.push(line);
  const noting: Kind = {
    pauses: { first: 10, max: 1000 },
    isUrgent: true,
    repeatsUnseen: true,
    isOver: (_, age) => age > day,
    async find(job) {
      notes.looks.push(job.key);
      return find?.(job) ?? { kind: 'absent' };
    },
    prepare: async (job) => ({
      draft: `draft of ${job.key}`,
      post() {
        notes.posts.push(job.key);
        return post(job, notes.posts.length);
      },
      done: () => ({}),
    }),
    async givenUp(_, why) {
      notes.givenUp.push(why);
      return {};
    },
    ...kind,
  };
  const outbox = new Outbox({
    store: jobs,
    kinds: { question: noting, slow: { ...noting, ...slow } },
    log: { info: note, warn: note, error: note },
    clock: () => time.now,
  });
  return { outbox, jobs, time, logged, ...notes };
}

/** Waits until `check` holds, for two seconds at most. */
export async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !check(); i += 1) await wait(5);
  expect(check()).toBe(true);
}
