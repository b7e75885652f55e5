import { type PassageIndex, wordsIn } from '../engines/passage-index.ts';

/**
 * How much alike passages are: the mean cosine of each two, 0 to 1, words weighed by (1 + ln count)
 * times their rarity. What answers a question is mostly of one subject; what merely holds its words
 * comes from anywhere (He, Larson & de Rijke 2008, "Using coherence-based measures to predict query
 * difficulty"). 0 for fewer than two passages.
 */
export function coherence(index: PassageIndex, passages: readonly number[]): number {
  const vectors = passages.map((passage) => unitVectorOf(index, passage));
  let sum = 0;
  for (const [at, one] of vectors.entries()) {
    for (const other of vectors.slice(0, at)) sum += product(one, other);
  }
  const pairs = (vectors.length * (vectors.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}

type Vector = ReadonlyMap<number, number>;

function unitVectorOf(index: PassageIndex, passage: number): Vector {
  const counts = new Map<number, number>();
  for (const word of wordsIn(index, passage)) {
    if (word > 0) counts.set(word - 1, (counts.get(word - 1) ?? 0) + 1);
  }
  const size = index.size;
  const weights = [...counts].map(([term, count]) => {
    const rarity = Math.log((size + 1) / ((index.textHolders[term] ?? 0) + 0.5));
    return [term, (1 + Math.log(count)) * rarity] as const;
  });
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

function product(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}
