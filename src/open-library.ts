import type { AnswerParts } from './answer/answer.ts';
import { loadLibrary } from './library/load.ts';
import { loadBackground } from './search/background.ts';
import { createSearch } from './search/index-search.ts';

/** Loads the articles of the folders and builds the search over them. */
export async function openLibrary(
  folders: readonly string[],
  background = loadBackground(),
): Promise<AnswerParts> {
  const library = await loadLibrary(folders);
  const search = createSearch({
    articles: library.articles.values(),
    thesaurus: library.thesaurus,
    background,
  });
  return { library, search };
}
