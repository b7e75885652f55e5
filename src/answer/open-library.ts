import { languagesOf } from '../library/languages.ts';
import { loadLibrary } from '../library/load.ts';
import { loadBackground } from '../search/engines/background.ts';
import { openSearch } from '../search/engines/open-search.ts';
import { openServedSearch } from '../search/engines/served-search.ts';
import type { Meaning } from '../search/meaning/open-meaning.ts';
import type { OpenSearch } from '../search/search.ts';
import type { AnswerParts } from './answer.ts';

/** Where the index of a large library is kept between two starts. */
const usualIndexFile = 'data/search.index';

/**
 * Loads the articles of the folders, and builds the search over them or reads its saved index. With a
 * model of meaning, resolves when that knows all articles.
 */
export async function openLibrary(
  folders: readonly string[],
  indexFile = usualIndexFile,
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

/** A library that is asked while others wait for other things; its search has to be closed. */
export interface ServedLibrary extends AnswerParts {
  readonly search: OpenSearch;
}

/** How a served library is opened. */
export interface ServedLibraryOptions {
  /** Hears that the thread of a large library had to be started again. */
  readonly tell: (message: string) => void;
  readonly indexFile?: string;
  /** Adds meaning to words, once it knows all articles. */
  readonly meaning?: Meaning | undefined;
}

/** Loads the articles of the folders, and opens a search over them that keeps nobody waiting. */
export async function openServedLibrary(
  folders: readonly string[],
  { tell, indexFile = usualIndexFile, meaning }: ServedLibraryOptions,
): Promise<ServedLibrary> {
  const library = await loadLibrary(folders);
  const articles = [...library.articles.values()];
  const { thesaurus } = library;
  const search = await openServedSearch({ articles, thesaurus, indexFile, tell });
  return { library, search: meaning ? meaning.over(search, articles) : search };
}
