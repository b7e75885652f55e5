import { describe, expect, it } from '@jest/globals';
import { MemoryBook } from '../../src/store/memory-book.ts';
import { asked, claim, givesOneReply } from './question-book-contract.ts';

describe('a question book in memory', () => {
  givesOneReply(async () => {
    const time = { now: 1_000_000 };
    return { book: new MemoryBook(() => time.now), time };
  });

  it('forgets keys only long after Slack has repeated them', async () => {
    const book = new MemoryBook();
    for (let i = 0; i < 10_000; i += 1) await claim(book, `k${i}`);
    expect(await book.claim(asked('k0'))).toBeUndefined();
    await claim(book, 'one more');
    expect(await book.claim(asked('k0'))).toBeDefined();
  });
});
