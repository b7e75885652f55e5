import { expect, it } from '@jest/globals';
import type { NewQuestion, Question } from '../../src/questions/question.ts';
import type { QuestionBook } from '../../src/store/question-book.ts';

/** A question book under test. */
export interface OpenedBook {
  readonly book: QuestionBook;
  /** What the book takes for the present time. */
  readonly time: { now: number };
}

/** A question book in a database, which several processes can share. */
export interface SharedBook extends OpenedBook {
  /** The same book as another process has it. */
  readonly another: (process?: string) => QuestionBook;
  /** Lets the books know that a process has ended. */
  readonly end: (process: string) => void;
}

export const minute = 60_000;

/** A question as a handler makes it. */
export function asked(key: string, more: Partial<NewQuestion> = {}): NewQuestion {
  const place = { team: 'T1', channel: 'C1', person: 'U1', source: 'mention' } as const;
  return { key, ...place, text: `text of ${key}`, ...more };
}

/** Claims a question that nobody has claimed before. */
export async function claim(
  book: QuestionBook,
  key: string,
  more: Partial<NewQuestion> = {},
): Promise<Question> {
  const question = await book.claim(asked(key, more));
  if (!question) throw new Error(`${key} was claimed already`);
  return question;
}

const unsure = { pause: 1000, maybePosted: true, answer: '[]' };
const later = { pause: 1000, maybePosted: false };

/** What every question book promises, whether it has a database or not. */
export function givesOneReply(open: () => Promise<OpenedBook>): void {
  it('gives a question to one of a hundred who claim it at once', async () => {
    const { book } = await open();
    const claims = await Promise.all(Array.from({ length: 100 }, () => book.claim(asked('k1'))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await book.claim(asked('k1'))).toBeUndefined();
    expect(await book.claim(asked('k2'))).toBeDefined();
  });

  it('keeps everything that the reply needs', async () => {
    const { book, time } = await open();
    const everything = {
      eventId: 'Ev1',
      thread: '1.1',
      ts: '1.2',
      responseUrl: 'https://example.com/r',
    };
    const question = await claim(book, 'k1', everything);
    const expected = { ...asked('k1', everything), askedAt: time.now, attempts: 0 };
    expect(question).toMatchObject({ ...expected, maybePosted: false });
    await book.postpone(question, later);
    time.now += 1000;
    expect(await book.takeOver()).toEqual([{ ...question, attempts: 1 }]);
  });

  it('gives the same question the same id, whoever claims it', async () => {
    const [one, other] = [await open(), await open()];
    expect((await claim(one.book, 'k1')).id).toBe((await claim(other.book, 'k1')).id);
    expect((await claim(one.book, 'k2')).id).not.toBe((await claim(one.book, 'k3')).id);
  });

  it('gives a postponed question back when it is due, not before, and once', async () => {
    const { book, time } = await open();
    await book.postpone(await claim(book, 'k1'), later);
    time.now += 999;
    expect(await book.takeOver()).toHaveLength(0);
    time.now += 1;
    const due = await book.takeOver();
    expect(due).toMatchObject([{ key: 'k1', attempts: 1, maybePosted: false }]);
    expect(await book.takeOver()).toHaveLength(0);
  });

  it('remembers that a reply may have been posted', async () => {
    const { book, time } = await open();
    await book.postpone(await claim(book, 'k1'), unsure);
    time.now += 1000;
    expect(await book.takeOver()).toMatchObject([{ key: 'k1', maybePosted: true }]);
  });

  it('has done with a question that is answered or given up', async () => {
    const { book, time } = await open();
    await book.answered(await claim(book, 'k1'), { outcome: 'answered' });
    await book.expire(await claim(book, 'k2'));
    time.now += 60 * minute;
    expect(await book.takeOver()).toHaveLength(0);
    expect(await book.claim(asked('k1'))).toBeUndefined();
    expect(await book.claim(asked('k2'))).toBeUndefined();
  });
}

/** What a book in a database promises to the processes that share it. */
export function isHeldByOneProcess(open: () => Promise<SharedBook>): void {
  it('gives a question to one of a hundred in several processes', async () => {
    const { book, another } = await open();
    const books = [book, another(), another(), another()];
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, i) => books[i % 4]?.claim(asked('k1'))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('leaves a question to a process that is at work on it for a minute', async () => {
    const { book, another, time } = await open();
    await claim(book, 'k1');
    time.now += minute - 1;
    expect(await another().takeOver()).toHaveLength(0);
    time.now += 1;
    // How far the first one came nobody knows, so the reply must be looked for.
    expect(await another().takeOver()).toMatchObject([{ key: 'k1', maybePosted: true }]);
  });

  it('leaves it for longer when that process says so', async () => {
    const { book, another, time } = await open();
    const question = await claim(book, 'k1');
    time.now += minute - 1;
    await book.renew([question.id]);
    time.now += minute - 1;
    expect(await another().takeOver()).toHaveLength(0);
  });

  it('gives the questions of a process that has ended to one of the others at once', async () => {
    const { book, another, end } = await open();
    const ended = another('ended');
    await ended.postpone(await claim(ended, 'k1'), { pause: 5 * minute, maybePosted: false });
    await claim(ended, 'k2');
    await claim(book, 'k3');
    end('ended');
    const others = await Promise.all([book, another(), another()].map((one) => one.takeOver()));
    expect(others.flat().map(({ key }) => key)).toEqual(['k1', 'k2']);
    expect(others.flat().map(({ maybePosted }) => maybePosted)).toEqual([false, true]);
  });

  it('lets nobody write to a question that another process took over', async () => {
    const { book, another, time } = await open();
    const question = await claim(book, 'k1');
    time.now += minute;
    const other = another();
    const [taken] = await other.takeOver();
    expect(await book.holds(question)).toBe(false);
    await book.postpone(question, later);
    await book.expire(question);
    time.now += minute - 1;
    expect(await book.takeOver()).toHaveLength(0);
    expect(taken && (await other.holds(taken))).toBe(true);
  });

  it('lets nobody answer again what is answered', async () => {
    const { book } = await open();
    const question = await claim(book, 'k1');
    await book.answered(question, { outcome: 'answered' });
    expect(await book.holds(question)).toBe(false);
    await book.postpone(question, later);
    expect(await book.takeOver()).toHaveLength(0);
  });
}

/** What a book in a database remembers of a conversation. */
export function remembersConversations(open: () => Promise<OpenedBook>): void {
  it('knows what was asked before in a thread, by anybody, at most six', async () => {
    const { book, time } = await open();
    for (let i = 1; i <= 8; i += 1) {
      await claim(book, `k${i}`, { thread: '1.1', ts: `1.${i}`, person: `U${i}` });
      time.now += 1000;
    }
    await claim(book, 'elsewhere', { thread: '2.1' });
    await claim(book, 'shared', { thread: '1.1', source: 'share' });
    const question = await claim(book, 'now', { thread: '1.1', ts: '1.9' });
    const texts = [3, 4, 5, 6, 7, 8].map((i) => `text of k${i}`);
    expect(await book.earlier(question)).toEqual(texts);
  });

  it('knows what the same person wrote in a direct message within the hour', async () => {
    const { book, time } = await open();
    const place = { channel: 'D1', source: 'direct message' } as const;
    await claim(book, 'long ago', { ...place, ts: '1' });
    time.now += 61 * minute;
    await claim(book, 'k1', { ...place, ts: '2' });
    time.now += 59 * minute;
    await claim(book, 'command', { ...place, source: 'command' });
    await claim(book, 'k2', { ...place, ts: '3' });
    const question = await claim(book, 'now', { ...place, ts: '4' });
    expect(await book.earlier(question)).toEqual(['text of k1', 'text of k2']);
  });

  it('takes a text with any character', async () => {
    const { book } = await open();
    const text = 'a\u0000b \ud83d\udc3c \u202e \ud800';
    const question = await claim(book, 'k1', { thread: '1.1', text });
    expect(question.text).toMatch(/^ab 🐼 \u202e /u);
  });
}
