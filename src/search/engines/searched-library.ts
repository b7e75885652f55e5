import type { Library } from '../../library/library.ts';

/** What of a library is searched. */
export type SearchedLibrary = Pick<Library, 'articles' | 'thesaurus' | 'withdrawn'>;
