import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runAtOnce } from '../../../src/library/pause.ts';
import { buildPassageIndex } from '../../../src/search/engines/index-writer.ts';
import { type PassageIndex, wordsIn } from '../../../src/search/engines/passage-index.ts';
import { coherence as coherenceOf } from '../../../src/search/rank/close-look.ts';
import { madeArticle } from '../made-article.ts';

const indexOf = (texts: readonly string[]) =>
  runAtOnce(buildPassageIndex([madeArticle('a', texts)]));
const coherence = (index: PassageIndex, passages: readonly number[]) =>
  coherenceOf(
    passages.map((passage) => wordsIn(index, passage)),
    index,
  );
const all = (texts: readonly string[]) => texts.map((_, i) => i);

describe('coherence', () => {
  it('is 1 of passages that say the same, 0 of passages without a common word', () => {
    const same = ['Gas flows east.', 'Gas flows east.'];
    const other = ['Gas flows east.', 'Dancers sing loudly.'];
    expect(coherence(indexOf(same), all(same))).toBeCloseTo(1);
    expect(coherence(indexOf(other), all(other))).toBe(0);
  });

  it('counts a rare word that passages share for more than a frequent one', () => {
    const texts = ['rare word', 'rare noun', 'verb word', 'noun word', 'word again', 'word more'];
    const index = indexOf(texts);
    expect(coherence(index, [0, 1])).toBeGreaterThan(coherence(index, [0, 2]));
  });

  it('is 0 of a passage alone', () => {
    expect(coherence(indexOf(['Gas flows.']), [0])).toBe(0);
    expect(coherence(indexOf(['Gas flows.']), [])).toBe(0);
  });

  it('lies between 0 and 1, in whatever order', () => {
    const words = fc.constantFrom('gas', 'oil', 'the', 'border', 'Moscow', '1969', '$', '');
    const text = fc
      .array(words, { minLength: 1, maxLength: 12 })
      .map((all) => `x ${all.join(' ')}`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const index = indexOf(texts);
        const value = coherence(index, all(texts));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        expect(coherence(index, all(texts).reverse())).toBeCloseTo(value);
      }),
    );
  });
});
