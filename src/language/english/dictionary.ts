import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

let words: string | undefined;

/**
 * Whether a word in small letters stands in a dictionary of 275,000 English ones, with its inflected
 * forms. The list is read when it is asked the first time, as one text: as words it would take ten times
 * the memory.
 */
export function isInDictionary(word: string): boolean {
  words ??= readFileSync(
    createRequire(import.meta.url).resolve('an-array-of-english-words/index.json'),
    'latin1',
  );
  return words.includes(`"${word}"`);
}
