import MiniSearch, { type Options } from 'minisearch';
import { termOf } from '../../language/words.ts';
import type { Statistics } from '../engine.ts';
import type { GrowingLexicon } from './lexicon.ts';

/**
 * The passages of some articles as they were at one time, by number: the engine, which finds them by
 * their words, and what a close look at them needs: which words stand where, in arrays of numbers,
 * which are saved and read as they lie and take a tenth of the memory of objects. It never changes.
 * Engine and lexicon go on growing for later ones; passages that they know and this does not are none
 * of its own.
 */
export interface PassageIndex extends Statistics {
  readonly engine: Engine;
  readonly lexicon: GrowingLexicon;
  /** In how many passages the engine holds each term, those of other snapshots among them. */
  readonly engineHolders: { at(term: number): number };
  /** Words of passage p: `words` from `wordStarts[p]` to `wordStarts[p + 1]`: term + 1, or 0. */
  readonly wordStarts: Uint32Array;
  readonly words: Uint32Array;
  /** The title and heading above passage p: `titleWords`, in the same way, of title `titleOf[p]`. */
  readonly titleOf: Uint32Array;
  readonly titleStarts: Uint32Array;
  readonly titleWords: Uint32Array;
  /** Which article (by its place in the list), which paragraph, from where to where. */
  readonly articleOf: Uint32Array;
  readonly paragraphOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The places of articles that are no longer in the library. */
  readonly gone: ReadonlySet<number>;
  /** The language of each passage, by its place in `languageCodes`. */
  readonly languageOf: Uint32Array;
}

/** The words of a passage, in order: term + 1, or 0 for a stop word. */
export function wordsIn(
  { words, wordStarts }: Pick<PassageIndex, 'words' | 'wordStarts'>,
  passage: number,
): Uint32Array {
  return words.subarray(wordStarts[passage], wordStarts[passage + 1]);
}

/** The words of the title and heading above a passage. */
export function titleWordsOf(
  {
    titleOf,
    titleWords,
    titleStarts,
  }: Pick<PassageIndex, 'titleOf' | 'titleWords' | 'titleStarts'>,
  passage: number,
): Uint32Array {
  const title = titleOf[passage] ?? 0;
  return titleWords.subarray(titleStarts[title], titleStarts[title + 1]);
}

/** A passage as it is indexed. */
export interface IndexedPassage {
  readonly id: number;
  /** The forms of its words and of its title and heading, parted by spaces. */
  readonly forms: string;
}

/** The embedded search engine; passages go by number. */
type Engine = MiniSearch<IndexedPassage>;

const options: Options<IndexedPassage> = {
  fields: ['forms'],
  tokenize: (forms) => forms.split(' '),
  processTerm: (form) => termOf(form),
};

/** An engine that holds no passage yet. */
export function createEngine(): Engine {
  return new MiniSearch(options);
}
