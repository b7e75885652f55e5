import type { Alternative, Concept } from './concept.ts';
import type { Word } from './words.ts';

/** A fair middle for short passages and long articles; tuning it further moves little. */
export const bm25Parameters = { k: 1.2, b: 0.7, d: 0.25 };

/** What a word in the article's title or the heading is worth: they speak of more than this passage. */
const titleWorth = 0.4;

/**
 * BM25+ (Lv & Zhai 2011) over concepts: of the names of one thing the best counts, so that a passage
 * gains nothing by saying China, Chinese and Beijing.
 */
export function bm25(
  words: readonly Word[],
  titles: readonly Word[],
  concepts: readonly Concept[],
  averageLength: number,
  idf: (term: string) => number,
): number {
  const { k, b, d } = bm25Parameters;
  const length = 1 - b + (b * words.length) / averageLength;
  const counts = new Map<string, number>();
  const count = (term: string, worth: number) => counts.set(term, (counts.get(term) ?? 0) + worth);
  for (const { term } of words) if (term) count(term, 1);
  for (const { term } of titles) if (term) count(term, titleWorth);
  const scoreOf = ({ terms, weight }: Alternative): number => {
    const frequency = Math.min(...terms.map((term) => counts.get(term) ?? 0));
    if (frequency === 0) return 0;
    const rarity = Math.max(...terms.map(idf));
    return weight * rarity * (d + (frequency * (k + 1)) / (frequency + k * length));
  };
  let score = 0;
  for (const { alternatives } of concepts) score += Math.max(0, ...alternatives.map(scoreOf));
  return score;
}
