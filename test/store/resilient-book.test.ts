import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { openDatabase } from '../../src/store/open-database.ts';
import { ResilientBook } from '../../src/store/resilient-book.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { asked, claim, givesOneReply, minute } from './question-book-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const closers: (() => unknown)[] = [];
let files = 0;

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A book over a file of its own, the means to lock that file, and a clock to turn on. */
async function openBook() {
  files += 1;
  const path = join(folder, `desk-${files}.db`);
  const url = `file:${path}`;
  await (await openDatabase(url)).close();
  const time = { now: Date.now() };
  const told: string[] = [];
  const open = () => {
    const parts = { url, keepsTexts: true, clock: () => time.now };
    const book = new ResilientBook({ ...parts, tell: (message) => void told.push(message) });
    closers.push(() => book.close());
    return book;
  };
  const other = new SqliteFile(path);
  closers.push(() => other.close());
  const lock = () => void other.exec('BEGIN EXCLUSIVE');
  const unlock = () => {
    other.exec('ROLLBACK');
    time.now += 5000;
  };
  const rows = () =>
    other.prepare('select key, status from questions order by asked_at, key').all();
  return { book: open(), open, time, told, lock, unlock, rows };
}

describe('a question book whose database may go away', () => {
  givesOneReply(openBook);

  it('says that it is away, and that it is back, once', async () => {
    const { book, told, lock, unlock } = await openBook();
    await claim(book, 'k1');
    lock();
    for (let i = 2; i < 10; i += 1) await claim(book, `k${i}`);
    unlock();
    for (let i = 10; i < 20; i += 1) await claim(book, `k${i}`);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/DATABASE_URL.*is locked by another program.*without memory/);
    expect(told[1]).toMatch(/is back/);
  });

  it('knows a question again that it had before the database went, and after it came back', async () => {
    const { book, lock, unlock } = await openBook();
    await claim(book, 'before');
    lock();
    expect(await book.claim(asked('before'))).toBeUndefined();
    await claim(book, 'meanwhile');
    unlock();
    expect(await book.claim(asked('meanwhile'))).toBeUndefined();
  });

  it('writes down what happened meanwhile as soon as it can', async () => {
    const { book, lock, unlock, rows } = await openBook();
    const before = await claim(book, 'before');
    lock();
    const meanwhile = await claim(book, 'meanwhile');
    expect(book.isWritten(before)).toBe(true);
    expect(book.isWritten(meanwhile)).toBe(false);
    for (const question of [before, meanwhile]) {
      expect(await book.holds(question)).toBe(true);
      await book.answered(question, { outcome: 'answered' });
    }
    await claim(book, 'open');
    unlock();
    expect(await book.takeOver()).toHaveLength(0);
    expect(rows()).toEqual([
      { key: 'before', status: 'answered' },
      { key: 'meanwhile', status: 'answered' },
      { key: 'open', status: 'claimed' },
    ]);
    expect((await book.byId(meanwhile.id))?.text).toBe('text of meanwhile');
  });

  it('leaves nothing to be answered again by the next process', async () => {
    const { book, open, lock, unlock, time } = await openBook();
    const before = await claim(book, 'before');
    lock();
    const meanwhile = await claim(book, 'meanwhile');
    await book.answered(before, { outcome: 'answered' });
    await book.answered(meanwhile, { outcome: 'answered' });
    unlock();
    await book.close();
    const next = open();
    time.now += 60 * minute;
    expect(await next.takeOver()).toHaveLength(0);
    expect(await next.claim(asked('meanwhile'))).toBeUndefined();
  });

  it('tries again what was put off while the database was away, once, in it or out of it', async () => {
    const { book, lock, unlock, time } = await openBook();
    const before = await claim(book, 'before');
    lock();
    const meanwhile = await claim(book, 'meanwhile');
    for (const question of [before, meanwhile]) {
      await book.postpone(question, { pause: 1000, maybePosted: false });
    }
    time.now += 1000;
    const due = await book.takeOver();
    // What stands in the database may have been taken over there by another process.
    expect(due).toMatchObject([
      { key: 'before', maybePosted: true },
      { key: 'meanwhile', maybePosted: false },
    ]);
    for (const question of due) await book.postpone(question, { pause: 6000, maybePosted: false });
    unlock();
    expect(await book.takeOver()).toHaveLength(0);
    time.now += 6000;
    expect((await book.takeOver()).map(({ key }) => key)).toEqual(['before', 'meanwhile']);
    expect(await book.takeOver()).toHaveLength(0);
  });

  it('keeps the last of several changes that could not be written', async () => {
    const { book, lock, unlock, rows, time } = await openBook();
    const question = await claim(book, 'k1');
    lock();
    await book.holds(question);
    await book.postpone(question, { pause: 500, maybePosted: true });
    time.now += 500;
    const [again] = await book.takeOver();
    await book.answered(again ?? question, { outcome: 'answered' });
    unlock();
    // Several at once find the same things to write down.
    await Promise.all([book.takeOver(), book.byId('x'), claim(book, 'k2'), book.renew(['y'])]);
    expect(rows()).toContainEqual({ key: 'k1', status: 'answered' });
  });

  it('looks for the reply of an earlier process as long as Slack may repeat a question', async () => {
    const { book, lock, time } = await openBook();
    lock();
    expect(await claim(book, 'k1')).toMatchObject({ maybePosted: true });
    time.now += 10 * minute;
    expect(await claim(book, 'k2')).toMatchObject({ maybePosted: false });
  });

  it('rejects what needs the database, in words for a person', async () => {
    const { book, lock } = await openBook();
    await claim(book, 'k1');
    lock();
    await claim(book, 'k2');
    for (const need of [
      book.byId('x'),
      book.lastOf('T1', 'U1', 3),
      book.forget('T1', 'U1'),
      book.forgetOld(0),
      book.setFeedback({ question: 'x', person: 'U1', verdict: 'helpful' }),
      book.feedbackOf('x', 'U1'),
    ]) {
      await expect(need).rejects.toBeInstanceOf(StoreError);
    }
    expect(await book.earlier(await claim(book, 'k3'))).toEqual([]);
  });

  it('is not undone by a database that refuses one question', async () => {
    const { book, told } = await openBook();
    await claim(book, 'k1');
    // An id that is taken: the database is in good health and refuses this row for ever.
    const twin = await claim(book, 'k2');
    await book.answered({ ...twin, id: 'unknown', key: 'k2' }, { outcome: 'answered' });
    expect(await book.byId(twin.id)).toBeDefined();
    expect(told).toHaveLength(0);
  });
});

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
