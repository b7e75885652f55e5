import type { Pair } from '../query/asked.ts';
import type { Positions } from './positions.ts';

const adjacent = 2;
const near = 8;

/**
 * How closely a passage keeps neighbouring question words together: for each pair the smaller of
 * the two idfs times o/(o+1) + u/(u+1), where o counts the places at which they follow each other
 * within 2 words, and u those at which they stand within 8 in any order. (Metzler & Croft 2005, "A
 * Markov random field model for term dependencies", in the form that gained on our collections.)
 */
export function proximity(positions: Positions, pairs: readonly Pair[]): number {
  let score = 0;
  for (const { first, second, idf } of pairs) {
    let ordered = 0;
    let unordered = 0;
    for (const a of positions[first] ?? []) {
      for (const b of positions[second] ?? []) {
        if (b > a && b - a <= adjacent) ordered += 1;
        if (Math.abs(b - a) <= near) unordered += 1;
      }
    }
    score += idf * (ordered / (ordered + 1) + unordered / (unordered + 1));
  }
  return score;
}
