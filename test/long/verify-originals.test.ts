import { describe, expect, it } from '@jest/globals';
import { measureAttribution } from '../quality/measure-attribution.ts';
import { readArticles } from '../quality/read-articles.ts';

const folders = [process.env.TEST_ORIGINALS, process.env.TEST_COLLECTIONS].flatMap(
  (folder) => folder ?? [],
);
if (folders.length === 0) {
  process.stderr.write('TEST_ORIGINALS and TEST_COLLECTIONS name no folder; skipped.\n');
}

(folders.length > 0 ? describe : describe.skip)('attribution', () => {
  it('holds for excerpts of originals and collections', async () => {
    const articles = (await Promise.all(folders.map(readArticles))).flat();
    const { exact, altered, notFound } = await measureAttribution(articles, { samples: 200 });
    expect(exact).toBe(100);
    expect(altered).toBeGreaterThanOrEqual(99);
    expect(notFound).toBeGreaterThanOrEqual(99);
  }, 120_000);
});
