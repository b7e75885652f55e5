import { expect, it } from '@jest/globals';
import type { Database } from '../../src/store/database.ts';
import { openQuestions, useOf } from '../support/asked.ts';

const minute = 60_000;

/** What a database remembers of a conversation. */
export function remembersConversations(openDatabase: () => Promise<Database>): void {
  const open = async () => {
    const time = { now: 100_000_000 };
    return { time, ...openQuestions(useOf(await openDatabase()), { clock: () => time.now }) };
  };

  it('knows what was asked before in a thread, by anybody, at most six', async () => {
    const { questions, ask, time } = await open();
    for (let i = 1; i <= 8; i += 1) {
      await ask(`k${i}`, { thread: '1.1', ts: `1.${i}`, person: `U${i}` });
      time.now += 1000;
    }
    await ask('elsewhere', { thread: '2.1' });
    const question = await ask('now', { thread: '1.1', ts: '1.9' });
    const texts = [3, 4, 5, 6, 7, 8].map((i) => `text of k${i}`);
    expect(await questions.earlier(question)).toEqual(texts);
  });

  it('knows what the same person wrote in a direct message within the hour', async () => {
    const { questions, ask, time } = await open();
    const place = { channel: 'D1', source: 'direct message' } as const;
    await ask('long ago', { ...place, ts: '1' });
    time.now += 61 * minute;
    await ask('k1', { ...place, ts: '2' });
    time.now += 59 * minute;
    await ask('command', { ...place, source: 'command' });
    await ask('looked up', { ...place, source: 'find sources', aboutThread: '1' });
    await ask('k2', { ...place, ts: '3' });
    const question = await ask('now', { ...place, ts: '4' });
    expect(await questions.earlier(question)).toEqual(['text of k1', 'text of k2']);
  });

  it('comes back to no greeting and no command', async () => {
    const { questions, ask, answer } = await open();
    await answer('hello', { outcome: 'greeting' }, { thread: '1.1', ts: '1.1' });
    await answer('k1', { outcome: 'unknown' }, { thread: '1.1', ts: '1.2' });
    await answer('sources', { outcome: 'sources' }, { thread: '1.1', ts: '1.3' });
    const question = await ask('now', { thread: '1.1', ts: '1.4' });
    expect(await questions.earlier(question)).toEqual(['text of k1']);
  });

  it('takes a text with any character', async () => {
    const { questions, ask } = await open();
    await ask('k1', { thread: '1.1', text: 'a\u0000b \ud83d\udc3c \u202e \ud800' });
    const question = await ask('k2', { thread: '1.1' });
    expect((await questions.earlier(question))[0]).toMatch(/^ab 🐼 \u202e /u);
  });
}
