import type { Asked, AskedConcept } from '../query/asked.ts';
import type { Found } from './best-window.ts';

/** For each word that is looked for, where it stands in a text, ascending; by its place in `Asked`. */
export type Positions = readonly (readonly number[])[];

/** Finds the words that are looked for among those of a text (term + 1, or 0). */
export function positionsOf(words: Uint32Array, { words: asked }: Asked): Positions {
  const positions: number[][] = Array.from({ length: asked.size }, () => []);
  for (let at = 0; at < words.length; at += 1) {
    const code = words[at] ?? 0;
    if (code === 0) continue;
    const word = asked.get(code);
    if (word) positions[word.place]?.push(at);
  }
  return positions;
}

/** A place at which a text names a concept: of the last word of the name. */
export interface Find extends Found {
  /** How good a name it is for the concept: 1 for the asker's own. */
  readonly share: number;
}

/** All places at which a text names a concept, ascending. */
export function findsOf(positions: Positions, concepts: readonly AskedConcept[]): Find[] {
  const finds: Find[] = [];
  for (const [concept, { alternatives, weight: full }] of concepts.entries()) {
    for (const { places, offsets, weight, idf } of alternatives) {
      const others = places.slice(0, -1).map((place) => new Set(positions[place]));
      for (const at of positions[places.at(-1) ?? -1] ?? []) {
        const isNamed = others.every((held, i) => held.has(at - (offsets[i] ?? 0)));
        if (isNamed) finds.push({ at, concept, worth: weight * idf, share: weight / full });
      }
    }
  }
  return finds.sort((a, b) => a.at - b.at);
}
