import type { AnswerParts } from './answer/answer.ts';
import { loadLibrary } from './library/load.ts';
import { type Background, loadBackground } from './search/background.ts';
import { openSearch } from './search/open-search.ts';

/** How a library is opened. */
export interface OpenLibraryOptions {
  readonly background?: Background;
  /** Where the index of a large library is kept between two starts. */
  readonly indexFile?: string;
  /** Whether a new index is saved, which keeps everybody waiting for a moment. */
  readonly saves?: boolean;
}

/** Loads the articles of the folders and builds the search over them, or reads its saved index. */
export async function openLibrary(
  folders: readonly string[],
  { background, indexFile = 'data/search.index', saves = true }: OpenLibraryOptions = {},
): Promise<AnswerParts> {
  const library = await loadLibrary(folders);
  const search = await openSearch(
    {
      articles: library.articles.values(),
      thesaurus: library.thesaurus,
      background: background ?? (await loadBackground()),
    },
    { file: indexFile, saves },
  );
  return { library, search };
}
