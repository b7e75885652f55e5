import type { Word } from './words.ts';

/** Two neighbouring words of a question, and what it is worth to find them close together. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly idf: number;
}

const adjacent = 2;
const near = 8;

/**
 * How closely a passage keeps neighbouring question words together: for each pair the smaller of
 * the two idfs times half of o/(o+1) + u/(u+1), where o counts the places at which they follow each
 * other within 2 words, and u those at which they stand within 8 in any order. (Metzler & Croft
 * 2005, "A Markov random field model for term dependencies", in the form that gained on our
 * collections.)
 */
export function proximity(words: readonly Word[], pairs: readonly Pair[]): number {
  const positions = new Map<string, number[]>();
  words.forEach(({ term }, index) => {
    if (term === undefined) return;
    const known = positions.get(term);
    if (known) known.push(index);
    else positions.set(term, [index]);
  });
  let score = 0;
  for (const { first, second, idf } of pairs) {
    let ordered = 0;
    let unordered = 0;
    for (const a of positions.get(first) ?? []) {
      for (const b of positions.get(second) ?? []) {
        if (b > a && b - a <= adjacent) ordered += 1;
        if (Math.abs(b - a) <= near) unordered += 1;
      }
    }
    score += 0.5 * idf * (ordered / (ordered + 1) + unordered / (unordered + 1));
  }
  return score;
}
