import type { Concept } from './concept.ts';
import type { Word } from './words.ts';

/** About one sentence of news. */
const windowWords = 25;

/**
 * The most that any 25 neighbouring words of a passage hold of a question: the sum over the concepts
 * found among them of idf times weight. A passage that says all of it in one sentence answers more
 * likely than one that is strewn with the words.
 */
export function bestWindow(
  words: readonly Word[],
  concepts: readonly Concept[],
  idf: (term: string) => number,
): number {
  const worths = worthsOf(words, concepts, idf);
  let best = 0;
  for (const [index] of worths) {
    const inside = new Map<number, number>();
    for (const [at, concept, worth] of worths) {
      if (at < index || at >= index + windowWords) continue;
      inside.set(concept, Math.max(inside.get(concept) ?? 0, worth));
    }
    let sum = 0;
    for (const worth of inside.values()) sum += worth;
    best = Math.max(best, sum);
  }
  return best;
}

/** For each word that stands for a concept: its place, the concept and what it is worth. */
function worthsOf(
  words: readonly Word[],
  concepts: readonly Concept[],
  idf: (term: string) => number,
): [number, number, number][] {
  const worths: [number, number, number][] = [];
  words.forEach(({ term }, at) => {
    if (term === undefined) return;
    concepts.forEach(({ alternatives }, concept) => {
      for (const { terms, weight } of alternatives) {
        // The last word of a name stands for it, when the others go before it.
        const named = terms.every((part, i) => words[at - terms.length + 1 + i]?.term === part);
        if (named) worths.push([at, concept, weight * Math.max(...terms.map(idf))]);
      }
    });
  });
  return worths;
}
