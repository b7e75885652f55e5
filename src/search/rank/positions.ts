import type { Asked, AskedConcept, Pair } from '../query/asked.ts';

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

/** Something that a text holds at one place: what it counts for, and how much. */
export interface Found {
  /** Which word of the text. */
  readonly at: number;
  readonly concept: number;
  readonly worth: number;
}

/**
 * The most that any `windowWords` neighbouring words of a text hold of a question: the sum over the
 * concepts named among them, each at least at what `base` says. A passage that says all of it in one
 * sentence answers more likely than one that is strewn with the words.
 */
export function bestWindow(
  found: readonly Found[],
  base: readonly number[],
  windowWords: number,
): number {
  const least = base.reduce((total, each) => total + each, 0);
  let best = least;
  for (const [from, { at: start }] of found.entries()) {
    const inside = [...base];
    let sum = least;
    for (let next = from; next < found.length; next += 1) {
      const each = found[next];
      if (!each || each.at >= start + windowWords) break;
      const before = inside[each.concept] ?? 0;
      if (each.worth <= before) continue;
      sum += each.worth - before;
      inside[each.concept] = each.worth;
    }
    best = Math.max(best, sum);
  }
  return best;
}
