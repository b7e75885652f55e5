/** How well one ranking answers one question; each from 0 to 1. */
export interface Measures {
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly recall10: number;
  readonly recall100: number;
  readonly success1: number;
  readonly success3: number;
}

export const measureNames = [
  'ndcg10',
  'mrr10',
  'recall10',
  'recall100',
  'success1',
  'success3',
] as const satisfies readonly (keyof Measures)[];

/** Measures a ranking of ids against the grades of the relevant ones (nDCG with gain = grade). */
export function measure(
  ranking: readonly string[],
  relevant: ReadonlyMap<string, number>,
): Measures {
  const gains = ranking.map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a);
  const first = gains.findIndex((gain) => gain > 0);
  const found = (depth: number) => gains.slice(0, depth).filter((gain) => gain > 0).length;
  return {
    ndcg10: discounted(gains) / discounted(ideal),
    mrr10: first >= 0 && first < 10 ? 1 / (first + 1) : 0,
    recall10: found(10) / relevant.size,
    recall100: found(100) / relevant.size,
    success1: found(1) > 0 ? 1 : 0,
    success3: found(3) > 0 ? 1 : 0,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
}

/** The mean; 0 for nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * How likely a difference of means at least as large would come by chance: a paired randomisation
 * test (Smucker, Allan & Carterette 2007) that flips the sign of each question's difference.
 */
export function chanceOf(ours: readonly number[], theirs: readonly number[], flips = 2000): number {
  const differences = ours.map((value, i) => value - (theirs[i] ?? 0)).filter((each) => each !== 0);
  const seen = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  const random = randomNumbers(1);
  let asLarge = 0;
  for (let flip = 0; flip < flips; flip += 1) {
    let sum = 0;
    for (const each of differences) sum += random() < 0.5 ? each : -each;
    if (Math.abs(sum) >= seen - 1e-12) asLarge += 1;
  }
  return (asLarge + 1) / (flips + 1);
}

/** The same numbers from 0 to 1 on each run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
