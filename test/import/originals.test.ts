import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { heldOf, makeArticle } from '../../src/import/make-article.ts';
import { decodeText } from '../../src/import/sources/encoding.ts';
import { readPlainText } from '../../src/import/sources/text.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { originals } from './originals.ts';

const paths = originals();

(paths.length > 0 ? describe : describe.skip)('the five originals', () => {
  it('take the shipped records, and their paragraphs stand one to one beside those of the briefs', async () => {
    const { articles } = await loadLibrary(['seeds']);
    const counts: Record<string, number> = {};
    for (const path of paths) {
      const bytes = await readFile(path);
      const decoded = decodeText(bytes);
      if ('problem' in decoded) throw new Error(decoded.problem);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const document = readPlainText(decoded.text);
      const outcome = makeArticle(document, { file: path, sha256 }, heldOf(articles.values()));
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
