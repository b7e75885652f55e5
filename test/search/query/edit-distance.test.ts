import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../../src/search/query/vocabulary.ts';

/** The definition, slow and plain. */
function slowDistance(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const costs = [
      at(i - 1, j) + 1,
      at(i, j - 1) + 1,
      at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
      costs.push(at(i - 2, j - 2) + 1);
    }
    return Math.min(...costs);
  };
  return at(a.length, b.length);
}

describe('the edit distance', () => {
  it('counts swapped neighbours as one edit', () => {
    expect(editDistance('freindship', 'friendship', 2)).toBe(1);
  });

  it('agrees with its definition up to the most that is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const slow = slowDistance(a, b);
        const fast = editDistance(a, b, most);
        expect(slow <= most ? fast : fast > most).toBe(slow <= most ? slow : true);
      }),
    );
  });
});
