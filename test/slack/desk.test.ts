import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { boltLogger } from '../../src/log.ts';
import type { Question } from '../../src/questions/question.ts';
import type { Courier } from '../../src/slack/api/courier.ts';
import { PostError } from '../../src/slack/api/post-error.ts';
import { Desk } from '../../src/slack/desk.ts';
import { MemoryBook } from '../../src/store/memory-book.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import type { QuestionBook } from '../../src/store/question-book.ts';
import { newQuestion } from '../../src/store/question-row.ts';
import { Questions } from '../../src/store/questions.ts';
import { asked } from '../store/question-book-contract.ts';

const minute = 60_000;

interface Setup {
  readonly book?: QuestionBook;
  readonly deliver?: (question: Question, attempt: number) => Promise<string | undefined>;
  readonly findReply?: Courier['findReply'];
}

/** A desk over a database in memory, whose courier notes what it brings. */
async function openDesk({ book, deliver, findReply }: Setup = {}) {
  const database = await openDatabase('file::memory:');
  const time = { now: Date.now() };
  const clock = () => time.now;
  const brought: string[] = [];
  const looked: string[] = [];
  const questions =
    book ?? new Questions(database, { clock, process: 'this', hasEnded: () => true });
  const desk = new Desk({
    book: questions,
    log: boltLogger(pino({ level: 'silent' })),
    clock,
    courier: {
      async deliver(question) {
        brought.push(question.key);
        return deliver?.(question, brought.length);
      },
      async findReply(question) {
        looked.push(question.key);
        return findReply?.(question);
      },
    },
    compose: async () => ({
      reply: { text: 'an answer', blocks: [] },
      outcome: 'answered',
      answer: '[]',
    }),
  });
  return {
    desk,
    book: questions,
    archive: new QuestionArchive(database, clock),
    time,
    brought,
    looked,
  };
}

/** Waits until `check` holds, for a second at most. */
async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !check(); i += 1) await wait(5);
  expect(check()).toBe(true);
}

const unsure = () => Promise.reject(new PostError('unsure', 'http_500', undefined, 1));
const later = () => Promise.reject(new PostError('later', 'ratelimited', undefined, 1));

describe('the desk', () => {
  it('answers what it takes once, and says whether it was new', async () => {
    const { desk, brought } = await openDesk();
    const taken = await Promise.all([1, 2, 3].map(() => desk.take(asked('k1'))));
    await desk.close(1000);
    expect([taken.filter(Boolean).length, brought]).toEqual([1, ['k1']]);
  });

  it('looks for the reply before it posts again when it may have arrived', async () => {
    const { desk, time, brought, looked } = await openDesk({
      deliver: unsure,
      findReply: async () => '1.5',
    });
    await desk.take(asked('k1'));
    await until(() => brought.length === 1);
    time.now += 1000;
    await until(() => looked.length === 1);
    await desk.close(1000);
    expect(brought).toEqual(['k1']);
  });

  it('looks again after it could not look, before it posts', async () => {
    let refusals = 1;
    const { desk, time, brought, looked } = await openDesk({
      deliver: unsure,
      findReply: () => {
        refusals -= 1;
        return refusals < 0 ? Promise.resolve('1.5') : later();
      },
    });
    await desk.take(asked('k1'));
    await until(() => brought.length === 1);
    time.now += 1000;
    await until(() => looked.length === 1);
    time.now += 2000;
    await wait(1100);
    await desk.close(1000);
    expect([looked.length, brought.length]).toEqual([2, 1]);
  });

  it('keeps the quotes of a reply that may have arrived, for whoever uses it already', async () => {
    const { desk, archive, brought } = await openDesk({ deliver: unsure });
    await desk.take(asked('k1'));
    await until(() => brought.length === 1);
    await desk.close(100);
    const { id } = newQuestion(asked('k1'), 0);
    expect(await archive.byId(id)).toMatchObject({ status: 'posting', answer: '[]' });
  });

  it('does not post again what was posted and could not be recorded', async () => {
    const book = new MemoryBook();
    book.answered = () => Promise.reject(new Error('out of ink'));
    const postponed: unknown[] = [];
    book.postpone = async (_, until) => void postponed.push(until);
    const { desk } = await openDesk({ book, deliver: async () => '1.5' });
    await desk.take(asked('k1'));
    await until(() => postponed.length === 1);
    expect(postponed).toMatchObject([{ maybePosted: true }]);
    await desk.close(0);
  });

  it('leaves a question alone that another process has taken over meanwhile', async () => {
    const book = new MemoryBook();
    book.holds = async () => false;
    const { desk, brought } = await openDesk({ book });
    await desk.take(asked('k1'));
    await desk.close(1000);
    expect(brought).toEqual([]);
  });

  it('is at work on a question once, however long that takes and whoever finds it', async () => {
    let release = () => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    const { desk, time, brought } = await openDesk({ deliver: () => held });
    await desk.take(asked('k1'));
    await until(() => brought.length === 1);
    time.now += 10 * minute;
    await desk.start();
    await desk.start();
    release();
    await desk.close(1000);
    expect(brought).toEqual(['k1']);
  });

  it('tells Slack of a question that is only in memory when it is answered', async () => {
    let isAnswered = false;
    const { desk } = await openDesk({
      book: new MemoryBook(),
      deliver: async () => {
        await wait(50);
        isAnswered = true;
        return undefined;
      },
    });
    await desk.take(asked('k1'));
    expect(isAnswered).toBe(true);
    await desk.close(1000);
  });

  it('finishes what is at hand when it closes, what was put off included, and nothing later', async () => {
    const { desk, brought, book } = await openDesk({
      deliver: (_, attempt) => (attempt <= 2 ? later() : Promise.resolve(undefined)),
      book: new MemoryBook(),
    });
    await Promise.all([desk.take(asked('k1')), desk.take(asked('k2'))]);
    await desk.close(3000);
    expect(brought).toHaveLength(4);
    expect(await book.takeOver()).toEqual([]);
  });

  it('closes in time when something hangs', async () => {
    const { desk } = await openDesk({ deliver: () => new Promise(() => {}) });
    await desk.take(asked('k1'));
    const began = Date.now();
    await desk.close(200);
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('waits for a claim that is under way when it closes, and for its answer', async () => {
    const book = new MemoryBook();
    const { claim } = book;
    book.claim = async (question) => {
      await wait(100);
      return claim.call(book, question);
    };
    const { desk, brought } = await openDesk({ book });
    const taken = desk.take(asked('k1'));
    await desk.close(1000);
    expect(await taken).toBe(true);
    expect(brought).toEqual(['k1']);
  });

  it('gives a question up after a day', async () => {
    const { desk, book, time, brought } = await openDesk({ deliver: later });
    await desk.take(asked('k1'));
    await until(() => brought.length === 1);
    time.now += 24 * 60 * minute + 1;
    await desk.start();
    await desk.close(1000);
    expect(brought).toHaveLength(1);
    expect(await book.takeOver()).toEqual([]);
  });
});
