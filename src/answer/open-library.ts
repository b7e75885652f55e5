import { languagesOf } from '../library/library.ts';
import { loadLibrary } from '../library/load.ts';
import { openSearch } from '../search/engines/open-search.ts';
import type { Meaning } from '../search/meaning/open-meaning.ts';
import { loadBackground } from '../search/query/background.ts';
import type { AnswerParts } from './answer.ts';

/** Where the index of a large library is kept between two starts. */
export const defaultIndexFile = 'data/search.index';

/**
 * Loads the articles of the folders, and builds the search over them or reads its saved index. With a
 * model of meaning, resolves when that knows all articles.
 */
export async function openLibrary(
  folders: readonly string[],
  indexFile = defaultIndexFile,
  meaning?: Meaning,
): Promise<AnswerParts> {
  const library = await loadLibrary(folders);
  const background = await loadBackground(languagesOf(library.articles.values()));
  const articles = [...library.articles.values()];
  const search = await openSearch(
    { articles, thesaurus: library.thesaurus, background },
    indexFile,
  );
  if (!meaning) return { library, search };
  const both = meaning.over(search, articles);
  await both.built;
  return { library, search: both };
}
