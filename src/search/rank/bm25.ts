import type { RankingSettings } from './settings.ts';

/**
 * The gain by a word that stands `count` times in a text, by BM25 (Robertson & Zaragoza 2009),
 * without its idf: c (k + 1) / (c + damper).
 */
export function gainOf(count: number, damper: number, { k }: RankingSettings): number {
  return (count * (k + 1)) / (count + damper);
}

/** What each text's length adds to its denominator: k (1 - b + b length / average length). */
export function dampersOf(lengths: Float64Array, { k, b }: RankingSettings): Float64Array {
  let sum = 0;
  for (const length of lengths) sum += length;
  const average = sum / Math.max(1, lengths.length) || 1;
  return lengths.map((length) => k * (1 - b + (b * length) / average));
}
