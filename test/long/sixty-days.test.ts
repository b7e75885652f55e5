import { describe, expect, it, jest } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { paragraphOf } from '../../src/library/library.ts';
import { charactersIn, limits } from '../../src/slack/blocks/block-kit.ts';
import { place, startDigests } from '../digests/digest-bench.ts';

// Sixty days of looks on a busy machine.
jest.setTimeout(60_000);

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hour = 3_600_000;

/** Sixty days of digests to one channel. */
async function sixtyDays(topics: string, passages: number) {
  const desk = await startDigests(Date.UTC(2026, 10, 22, 12));
  const settings = { zone: 'Europe/Berlin', weekdays: everyDay, topics, passages, archive: true };
  expect(await desk.digests.set(place, 'U1', settings, undefined)).toMatchObject({
    kind: 'changed',
  });
  for (let hours = 0; hours < 60 * 24; hours += 1) {
    desk.clock.now += hour;
    await desk.go();
  }
  const read = desk.readTopics(topics);
  const matching = 'topics' in read ? await desk.passagesOn(read.topics) : [];
  const quotes = desk.channel.posts.map(({ digest }) => digest.passages);
  await desk.database.close();
  return { desk, matching, quotes, posts: desk.channel.posts };
}

describe('sixty days of digests of the five seeds', () => {
  it.each([
    ['', 3],
    ['', 5],
    ['energy, "dual freeze", THAAD', 3],
    ['publisher:CNN', 2],
    ['text:brief -Korea', 4],
  ])('about %j, %d a day, repeat nothing before all was shown', async (topics, passages) => {
    const { matching, quotes, posts, desk } = await sixtyDays(topics, passages);
    expect(posts).toHaveLength(60);
    expect(matching.length).toBeGreaterThan(3);
    const shown = new Set<string>();
    for (const day of quotes) {
      const before = new Set(shown);
      for (const quote of day) {
        const stored = paragraphOf(desk.library.library, quote.article, quote.paragraph);
        expect(stored?.text.slice(quote.start, quote.end)).toBe(quote.text);
        shown.add(`${quote.article}:${quote.paragraph}`);
      }
      expect(new Set(day.map(({ article }) => article)).size).toBe(day.length);
      const repeats = day.filter((quote) => before.has(`${quote.article}:${quote.paragraph}`));
      if (repeats.length > 0) expect(shown.size).toBe(matching.length);
    }
    expect(shown.size).toBe(matching.length);
  });

  it('stay within the limits of a message', async () => {
    const { posts } = await sixtyDays('', 5);
    for (const { parent, thread } of posts) {
      for (const reply of thread ? [parent, thread] : [parent]) {
        expect(charactersIn(reply.blocks as KnownBlock[])).toBeLessThanOrEqual(
          limits.charactersInMessage,
        );
        expect(reply.blocks.length).toBeLessThanOrEqual(limits.blocksInMessage);
        expect(reply.text.length).toBeLessThanOrEqual(limits.fallbackText);
        expect(reply.text).not.toBe('');
      }
    }
  });
});
