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
    const { ordered, unordered } = countNear(positions[first] ?? [], positions[second] ?? []);
    score += idf * (ordered / (ordered + 1) + unordered / (unordered + 1));
  }
  return score;
}

/** Goes along both ascending lists side by side: a word may stand at every place of a long text. */
function countNear(firsts: readonly number[], seconds: readonly number[]) {
  let ordered = 0;
  let unordered = 0;
  let from = 0;
  for (const a of firsts) {
    while ((seconds[from] ?? Infinity) < a - near) from += 1;
    for (let at = from; (seconds[at] ?? Infinity) <= a + near; at += 1) {
      const b = seconds[at] ?? 0;
      unordered += 1;
      if (b > a && b - a <= adjacent) ordered += 1;
    }
  }
  return { ordered, unordered };
}
