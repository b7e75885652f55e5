import type { RankingSettings } from '../settings.ts';

/**
 * The gain by a word that stands `count` times in a text, by BM25 (Robertson & Zaragoza 2009),
 * without its idf: c (k + 1) / (c + damper).
 */
export function gainOf(count: number, damper: number, { k }: RankingSettings): number {
  return (count * (k + 1)) / (count + damper);
}

/** What a text's length adds to the denominator: k (1 - b + b length / average length). */
export function damperOf(length: number, average: number, { k, b }: RankingSettings): number {
  return k * (1 - b + (b * length) / (average || 1));
}
