import { afterAll, describe, expect, it } from '@jest/globals';
import type { RunEnd } from '../../src/digests/run.ts';
import type { Wanted } from '../../src/digests/subscription.ts';
import { StoredArticlesSeen } from '../../src/store/articles-seen.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { Jobs } from '../../src/store/jobs.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import { StoredRuns } from '../../src/store/runs.ts';
import { StoredSubscriptions } from '../../src/store/subscriptions.ts';
import { useOf } from '../support/asked.ts';
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from './postgres-database.ts';

const opened: Database[] = [];
const made: string[] = [];
const server = postgresUrl ?? '';

afterAll(async () => {
  for (const database of opened) await database.close();
  for (const url of made) await dropPostgresDatabase(server, url);
});

async function freshPostgres(): Promise<string> {
  const url = await createPostgresDatabase(server);
  made.push(url);
  return url;
}

async function open(url: string) {
  const database = await openDatabase(url);
  opened.push(database);
  const use = useOf(database);
  const time = { now: 1_800_000_000_000 };
  const runs = new StoredRuns(use, () => time.now);
  const archive = new QuestionArchive(use);
  return {
    time,
    runs,
    archive,
    jobs: new Jobs(use, { clock: () => time.now }),
    subscriptions: new StoredSubscriptions(use),
    seen: new StoredArticlesSeen(use),
  };
}

const due = { at: 1_800_000_000_000, date: '2027-01-15' };
const place = { team: 'T1', channel: 'C1' };
const by = (person: string) => ({
  person,
  what: { kind: 'words', words: 'changed it' } as const,
  at: 1,
});
const wanted: Wanted = {
  status: 'on',
  rhythm: 'times',
  archive: false,
  time: '09:00',
  zone: 'Europe/Berlin',
  weekdays: [1, 3, 5],
  topics: 'energy',
  passages: 3,
  due,
  setUpBy: 'U1',
};

function keepsDigests(freshUrl: () => Promise<string>): void {
  it('notes a due date once, with its job or not at all', async () => {
    const { runs, jobs } = await open(await freshUrl());
    const job = { key: 'digest:s:2027-01-15', kind: 'digest', payload: {} };
    await jobs.add(job, runs.begun('r1', 's', due));
    await jobs.add(job, runs.begun('r2', 's', due));
    expect(await runs.lastOf('s', 9)).toMatchObject([{ id: 'r1', status: 'waiting' }]);
    expect(await jobs.takeUp({ due: [], except: [] })).toHaveLength(1);
  });

  it('notes what became of a digest and what it showed, both or neither', async () => {
    const { runs, jobs, seen, time } = await open(await freshUrl());
    const job = { key: 'digest:s:2027-01-15', kind: 'digest', payload: {} };
    await jobs.add(job, runs.begun('r1', 's', due));
    const [taken] = await jobs.takeUp({ due: [], except: [] });
    const run = await runs.byId('r1');
    if (!taken || !run) throw new Error('nothing was taken up');
    const end = { status: 'posted', postTs: '2', passages: [{ article: 'a-1', paragraph: 2 }] };
    const ended = runs.ended(run, end as RunEnd);
    const next = [{ key: 'x', kind: 'x', payload: { big: 1n } }];
    await expect(jobs.finish(taken, { effect: ended, next })).rejects.toThrow(/BigInt/);
    expect((await seen.of('s')).passages.size).toBe(0);
    await jobs.finish(taken, { effect: ended });
    expect((await seen.of('s')).passages).toEqual(new Map([['a-1:2', time.now]]));
    expect(await runs.bySlot('s', due.date)).toMatchObject({ status: 'posted', postTs: '2' });
    expect(await runs.lastPosted('s')).toMatchObject({ id: 'r1' });
  });

  it('notes an article that is named twice once', async () => {
    const { seen, time } = await open(await freshUrl());
    const article = { article: 'a-1', paragraph: 0 };
    const passage = { article: 'a-1', paragraph: 2 };
    await seen.note('s', [article, passage, article, passage], 5);
    await seen.note('s', [passage], time.now);
    expect(await seen.of('s')).toEqual({
      articles: new Set(['a-1']),
      passages: new Map([['a-1:2', time.now]]),
    });
  });

  it('keeps who changed what, also when several change it at once', async () => {
    const { subscriptions } = await open(await freshUrl());
    const people = ['U1', 'U2', 'U3', 'U4'];
    await Promise.all(people.map((id) => subscriptions.change(place, by(id), () => wanted)));
    const kept = await subscriptions.of('T1', 'C1');
    expect(kept).toMatchObject({ weekdays: [1, 3, 5], topics: 'energy', due });
    expect(kept?.changes.map(({ person }) => person).sort()).toEqual(people);
  });

  it('forgets who changed what, and keeps what was changed', async () => {
    const { subscriptions, archive } = await open(await freshUrl());
    const off = { ...place, channel: 'C2' };
    for (const person of ['U1', 'U2', 'U1']) {
      await subscriptions.change(place, by(person), () => wanted);
    }
    await subscriptions.change(off, by('U1'), () => ({ ...wanted, status: 'off' }));
    const elsewhere = { ...place, team: 'T2' };
    await subscriptions.change(elsewhere, by('U1'), () => wanted);
    const racing = subscriptions.change(place, by('U3'), (present) => ({ ...wanted, ...present }));
    await Promise.all([archive.forget('T1', 'U1'), racing]);
    const kept = await subscriptions.of('T1', 'C1');
    expect(
      kept?.changes
        .map(({ person, what }) => `${person} ${'words' in what ? what.words : what.kind}`)
        .sort(),
    ).toEqual([' changed it', ' changed it', 'U2 changed it', 'U3 changed it']);
    expect(kept).toMatchObject({ status: 'on', topics: 'energy', due, setUpBy: 'U1' });
    expect(await subscriptions.of('T1', 'C2')).toMatchObject({ setUpBy: '' });
    const other = await subscriptions.of('T2', 'C1');
    expect(other?.changes).toEqual([by('U1')]);
  });

  it('moves a due instant on only once', async () => {
    const { subscriptions } = await open(await freshUrl());
    const subscription = await subscriptions.change(place, by('U1'), () => wanted);
    const next = { at: due.at + 86_400_000, date: '2027-01-16' };
    await subscriptions.advance(subscription, next);
    await subscriptions.advance(subscription, { ...next, at: next.at + 1 });
    expect(await subscriptions.due(due.at)).toEqual([]);
    expect(await subscriptions.nextDueAt()).toBe(next.at);
  });
}

describe('digests in SQLite', () => keepsDigests(async () => 'file::memory:'));

const where = postgresUrl ? 'Postgres' : 'Postgres (skipped: TEST_DATABASE_URL names no server)';
(postgresUrl ? describe : describe.skip)(`digests in ${where}`, () => keepsDigests(freshPostgres));
