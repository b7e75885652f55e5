import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { ArticleStore } from '../library/article-store.ts';
import { loadOver } from '../library/stored-library.ts';
import { WordSearch } from '../search/engines/word-search.ts';
import type { Meaning } from '../search/meaning/open-meaning.ts';
import type { AnswerParts } from './answer.ts';

/** Where the index of a large library of these folders is kept between two starts. */
export function indexFileOf(folders: readonly string[]): string {
  const paths = folders.map((folder) => resolve(folder)).join('\n');
  const name = createHash('sha256').update(paths).digest('hex').slice(0, 12);
  return `data/search/${name}.db`;
}

/**
 * Loads the articles of the folders and those of the database, and builds the search over them or
 * brings its index file up to date. With a model of meaning, resolves when that knows all articles.
 */
export async function openLibrary(
  folders: readonly string[],
  indexFile = indexFileOf(folders),
  meaning?: Meaning,
  articles?: ArticleStore,
): Promise<AnswerParts> {
  const { library } = await loadOver(folders, articles);
  const words = new WordSearch({ indexFile, onThread: false, tell: () => {} });
  const search = await words.next(library);
  if (!meaning) return { library, search };
  const both = meaning.over(search, [...library.articles.values()]);
  await both.built;
  return { library, search: both };
}
