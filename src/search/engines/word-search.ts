import type { Article } from '../../library/article.ts';
import { lengthOf } from '../../library/kept-words.ts';
import type { Search } from '../search.ts';
import type { LargeSearch } from './fts5/large-search.ts';
import { GrowingSearch } from './growing-search.ts';
import type { RemoteSearch } from './opensearch/remote-search.ts';
import type { SearchServerSettings } from './opensearch/search-server.ts';
import type { SearchedLibrary } from './searched-library.ts';

/** Fewer paragraphs are indexed in memory in less time than it takes to open a file and a thread. */
const minLarge = 2000;

/** How libraries are searched that memory is not for. */
export interface WordSearchParts {
  readonly indexFile: string;
  /** Hears that the thread ended and was started again. */
  readonly tell: (message: string) => void;
  /** Whether a large library is searched on a thread of its own; it is where there are others to wait. */
  readonly onThread: boolean;
  /** Holds the library instead of this machine. */
  readonly server?: SearchServerSettings | undefined;
}

/** Searches by words in a library that changes, with the engine that its size calls for. */
export class WordSearch {
  readonly #parts: WordSearchParts;
  #small = new GrowingSearch();
  #large: LargeSearch | undefined;
  #remote: RemoteSearch | undefined;

  constructor(parts: WordSearchParts) {
    this.#parts = parts;
  }

  /** A search in the articles as they are now; those made before go on. Only one at a time may be made. */
  async next(library: SearchedLibrary): Promise<Search> {
    const { articles, thesaurus } = library;
    const { server } = this.#parts;
    if (server) {
      this.#remote ??= await this.#openRemote(server);
      return this.#remote.next(library);
    }
    if (!isLarge(articles.values())) {
      // What was erased may stand in the index of a library that was large before.
      if ((library.withdrawn?.size ?? 0) > 0) await this.#removeLarge();
      return this.#small.next(articles.values(), thesaurus);
    }
    this.#small = new GrowingSearch();
    this.#large ??= await this.#openLarge();
    return this.#large.next(library);
  }

  /** Resolves after what was asked has been answered. */
  async close(): Promise<void> {
    await this.#large?.close();
    await this.#remote?.close();
  }

  async #openRemote(server: SearchServerSettings): Promise<RemoteSearch> {
    const { RemoteSearch: RemoteOne } = await import('./opensearch/remote-search.ts');
    return RemoteOne.open(server, this.#parts.tell);
  }

  async #removeLarge(): Promise<void> {
    await this.#large?.close();
    this.#large = undefined;
    const { removeIndex } = await import('./fts5/index-file.ts');
    removeIndex(this.#parts.indexFile);
  }

  async #openLarge(): Promise<LargeSearch> {
    const { indexFile, tell, onThread } = this.#parts;
    // Only here, so that a small library need not hold all this in memory.
    const { LargeSearch: LargeOne } = await import('./fts5/large-search.ts');
    if (onThread) {
      const { ThreadHost } = await import('./fts5/thread-host.ts');
      return new LargeOne(new ThreadHost(indexFile, tell));
    }
    const { LocalHost } = await import('./fts5/passage-host.ts');
    return new LargeOne(new LocalHost(indexFile));
  }
}

/** Whether the articles have so many paragraphs that their index is kept in a file. */
function isLarge(articles: Iterable<Article>): boolean {
  let paragraphs = 0;
  for (const article of articles) {
    paragraphs += lengthOf(article);
    if (paragraphs >= minLarge) return true;
  }
  return false;
}
