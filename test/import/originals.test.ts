import { describe, expect, it } from '@jest/globals';
import { importArticle } from '../../src/import/import-article.ts';
import { readSourceFile } from '../../src/import/source-file.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { originals } from './originals.ts';

const paths = originals();

(paths.length > 0 ? describe : describe.skip)('the five originals', () => {
  it('take the shipped records, and their paragraphs stand one to one beside those of the briefs', async () => {
    const { articles } = await loadLibrary(['seeds']);
    const counts: Record<string, number> = {};
    for (const path of paths) {
      const read = await readSourceFile(path);
      if ('problem' in read) throw new Error(read.problem);
      const outcome = importArticle(read.source, articles.values());
      if ('problems' in outcome) throw new Error(outcome.problems.join());
      const { article } = outcome;
      const brief = articles.get(article.id);
      const { paragraphs: _, ...record } = article;
      const { paragraphs: __, ...shipped } = brief ?? article;
      expect(record).toEqual({ ...shipped, text: 'original' });
      expect(outcome.record).toBe('known');
      expect(article.paragraphs.map(({ number, heading }) => [number, heading])).toEqual(
        brief?.paragraphs.map(({ number, heading }) => [number, heading]),
      );
      expect(article.paragraphs.map(({ number, text }) => [number, figuresOf(text)])).toEqual(
        brief?.paragraphs.map(({ number, text }, index) => [
          number,
          figuresOf(article.paragraphs[index]?.text ?? '').filter((figure) =>
            text.includes(figure),
          ),
        ]),
      );
      counts[article.id] = article.paragraphs.length;
    }
    expect(counts).toEqual({
      'cnn-2017': 19,
      'gan-westcott-2021': 15,
      'hammond-2017': 17,
      'dual-freeze-2017': 11,
      'stoner-2026': 22,
    });
  });
});

/** Years and figures of a paragraph: the brief of it has them all. */
function figuresOf(text: string): string[] {
  return text.match(/\d[\d,.]*\d/g) ?? [];
}
