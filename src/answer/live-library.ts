import { mkdir, rm } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Article } from '../library/article.ts';
import type { ArticleStore } from '../library/article-store.ts';
import { FolderWatch } from '../library/folder-watch.ts';
import type { WordsPlace } from '../library/kept-words.ts';
import type { Library } from '../library/library.ts';
import { importFolder, LibraryReader } from '../library/load.ts';
import { StoredLibrary } from '../library/stored-library.ts';
import { WordSearch, type WordSearchParts } from '../search/engines/word-search.ts';
import type { Meaning } from '../search/meaning/open-meaning.ts';
import type { ClosableSearch } from '../search/search.ts';
import type { AnswerParts } from './answer.ts';
import { indexFileOf } from './open-library.ts';

/** A library that keeps up with its folders and with the database. */
export interface LiveLibrary {
  /**
   * Does some work with the library as it is now and the search in it, which do not change until the
   * work is done: what answers one question keeps to one library.
   */
  use<T>(work: (parts: AnswerParts) => Promise<T>): Promise<T>;
  /** The articles as they are at the time of asking, for what shows a single one. */
  readonly library: Library;
  /** Resolves when the library is what the database says now; it looks by itself twice a second. */
  catchUp(): Promise<void>;
  /** Stops watching the folders; resolves after what was asked has been answered. */
  close(): Promise<void>;
}

/** What a live library works with. */
export interface LiveLibraryParts {
  readonly folders: readonly string[];
  /** What people added, corrected, removed and erased. */
  readonly articles?: ArticleStore | undefined;
  /** Where the words of a large library are kept; without it they are in memory. */
  readonly words?: WordsPlace;
  /** Hears what came of each reading, the first one excepted. */
  readonly tell: (message: string) => void;
  /** The model of meaning, if there is one. */
  readonly meaning?: Meaning | undefined;
  /** Whether other libraries lie over the same folders: then their files and vectors are left alone. */
  readonly isShared?: boolean;
  /** Where the index of a large library is kept. */
  readonly indexFile?: string;
  /** Holds the index instead of this machine. */
  readonly searchServer?: WordSearchParts['server'];
  /** How long a folder has to be quiet before it is read again, in ms. */
  readonly quiet?: number;
  /** How long until the database is looked at again, in ms. */
  readonly lookAgain?: number;
}

/** An import of many files, or an editor that saves in steps, is read once. */
const defaultQuiet = 500;

/** What another process added is to be found within a second. */
const defaultLookAgain = 500;

/**
 * Opens the library and reads what changes in its folders and in the database from then on, article by
 * article. A folder that is suddenly empty is taken for a mistake: the old articles stay. While the
 * database is away, the library is what it was, or what the folders hold.
 */
export async function openLiveLibrary(parts: LiveLibraryParts): Promise<LiveLibrary> {
  // A folder that is not there yet could not be watched; where it can't be made, nothing is imported.
  if (parts.folders.includes(importFolder)) {
    await mkdir(importFolder, { recursive: true }).catch(() => undefined);
  }
  const follower = new LibraryFollower(parts);
  await follower.open();
  return follower;
}

/** A library with its search, which is closed when it was replaced and nobody uses it any more. */
class Snapshot implements AnswerParts {
  readonly library: Library;
  readonly search: ClosableSearch;
  #users = 0;
  #whenFree: (() => void) | undefined;

  constructor(library: Library, search: ClosableSearch) {
    this.library = library;
    this.search = search;
  }

  async use<T>(work: (parts: AnswerParts) => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      return await work(this);
    } finally {
      this.#users -= 1;
      if (this.#users === 0) this.#whenFree?.();
    }
  }

  /** Resolves after all work with it is done. */
  async close(): Promise<void> {
    if (this.#users > 0) await new Promise<void>((resolve) => (this.#whenFree = resolve));
    await this.search.close();
  }
}

class LibraryFollower implements LiveLibrary {
  readonly library: Library;
  readonly #parts: LiveLibraryParts;
  readonly #reader: LibraryReader;
  readonly #watch: FolderWatch;
  readonly #words: WordSearch;
  readonly #stored: StoredLibrary | undefined;
  /** As the folders were read last. */
  #folders: Library | undefined;
  #changed = new Set<string>();
  #current: Snapshot | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  /** One change after the other. */
  #turn: Promise<void> = Promise.resolve();
  /** Resolves when all that was replaced is closed. */
  #retired: Promise<void> = Promise.resolve();
  /** Whether what is searched holds what the database does. */
  #isWhole = false;
  #isClosed = false;

  constructor(parts: LiveLibraryParts) {
    this.#parts = parts;
    const { folders, tell, indexFile = indexFileOf(folders) } = parts;
    this.#reader = new LibraryReader(folders);
    this.#words = new WordSearch({ indexFile, tell, onThread: true, server: parts.searchServer });
    this.#watch = new FolderWatch(
      parts.folders,
      (path) => this.#readSoon(path),
      (folder, reason) =>
        parts.tell(`${folder} can't be watched (${reason}); after a change there, start again`),
    );
    this.#stored = parts.articles && new StoredLibrary(parts.articles, parts.words);
    this.library = libraryOf(
      () => this.#now.library,
      () => this.#isWhole,
    );
  }

  use<T>(work: (parts: AnswerParts) => Promise<T>): Promise<T> {
    return this.#now.use(work);
  }

  get #now(): Snapshot {
    if (!this.#current) throw new Error('The library is not open yet');
    return this.#current;
  }

  async open(): Promise<void> {
    await this.#watch.renew();
    this.#folders = await this.#reader.read();
    const erased = await this.#stored?.catchUp().catch(() => undefined);
    if (erased) this.#stored?.forget(erased);
    const library = this.#over(this.#folders);
    this.#current = new Snapshot(library, await this.#searchIn(library));
    this.#isWhole = this.#stored?.isRead ?? true;
    this.#lookAgain();
  }

  catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const erased = await this.#stored?.catchUp();
      if (!this.#folders || this.#isClosed) return;
      if (!erased) {
        this.#isWhole = true;
        return;
      }
      const files = await this.#deleteFiles(erased);
      if (files.length > 0) this.#folders = await this.#reader.read(new Set(files));
      const { articles, earlier } = this.library;
      const gone = erased.flatMap((id) => [articles.get(id) ?? [], earlier?.get(id) ?? []].flat());
      await this.#replace(this.#over(this.#folders));
      this.#isWhole = true;
      // Only then: the search before may still have been making vectors of it.
      this.#retired = this.#retired.then(() => {
        this.#stored?.forget(erased);
        return this.#parts.meaning?.forget(gone);
      });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#looking);
    this.#watch.close();
    await this.#turn;
    await this.#current?.close();
    await this.#retired;
    await this.#words.close();
    this.#stored?.close();
  }

  #over(library: Library): Library {
    const fileOf = (id: Article['id']) => this.#reader.fileOf(id);
    return this.#stored ? this.#stored.over({ library, fileOf }) : library;
  }

  #lookAgain(): void {
    if (!this.#stored || this.#isClosed) return;
    const { lookAgain = defaultLookAgain, tell } = this.#parts;
    const look = async () => {
      await this.catchUp().catch((error: Error) => {
        // The store says so itself when it is away.
        if (error.name !== 'StoreError') tell(`The library can't be kept up: ${error.message}`);
      });
      this.#lookAgain();
    };
    this.#looking = setTimeout(() => void look(), lookAgain).unref();
  }

  /** What was imported here is deleted with its article; files of other folders are somebody's own. */
  async #deleteFiles(erased: readonly Article['id'][]): Promise<string[]> {
    if (this.#parts.isShared) return [];
    const own = resolve(importFolder) + sep;
    const files = erased.flatMap((id) => this.#reader.fileOf(id) ?? []);
    const imported = files.filter((file) => resolve(file).startsWith(own));
    for (const file of imported) await rm(file, { force: true });
    return imported;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #searchIn(library: Library): Promise<ClosableSearch> {
    const { meaning, isShared = false } = this.#parts;
    const words = await this.#words.next(library);
    if (!meaning) {
      return { find: (query, limit) => words.find(query, limit), close: async () => {} };
    }
    // What was erased while this process was not there has to go too.
    const keepsOnlyThese = !isShared && (library.withdrawn?.size ?? 0) > 0;
    return meaning.over(words, [...library.articles.values()], { keepsOnlyThese });
  }

  #readSoon(path?: string): void {
    if (path !== undefined) this.#changed.add(path);
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    const read = () => void this.#inTurn(() => this.#read());
    this.#timer = setTimeout(read, this.#parts.quiet ?? defaultQuiet).unref();
  }

  async #read(): Promise<void> {
    const { tell, folders } = this.#parts;
    const changed = this.#changed;
    this.#changed = new Set();
    if (this.#isClosed) return;
    try {
      // First, so that a change during the reading leads to another one.
      await this.#watch.renew();
      const library = await this.#reader.read(changed);
      if (library.articles.size === 0 && (this.#folders?.articles.size ?? 0) > 0) {
        tell(`There is no article in ${folders.join(', ')} any more; the old ones are kept`);
        return;
      }
      this.#folders = library;
      await this.#replace(this.#over(library));
    } catch (error) {
      tell(`The library could not be read again: ${(error as Error).message}`);
    }
  }

  /** Takes a library that was read in the place of the current one. */
  async #replace(library: Library): Promise<void> {
    const { tell } = this.#parts;
    const before = this.#current;
    const known = new Set(before?.library.problems);
    for (const problem of library.problems) if (!known.has(problem)) tell(`Left out: ${problem}`);
    const next = new Snapshot(library, await this.#searchIn(library));
    if (this.#isClosed) return next.close();
    this.#current = next;
    tell(`The library was read again: ${library.articles.size} articles`);
    // Nobody waits for the questions that were asked before.
    this.#retired = this.#retired.then(() => before?.close());
  }
}

/** A library that is at any time what another one is then. */
function libraryOf(current: () => Library, isWhole: () => boolean): Library {
  return {
    get articles() {
      return current().articles;
    },
    get thesaurus() {
      return current().thesaurus;
    },
    get differing() {
      return current().differing;
    },
    get problems() {
      return current().problems;
    },
    get earlier() {
      return current().earlier ?? new Map();
    },
    get withdrawn() {
      return current().withdrawn ?? new Set();
    },
    get isWhole() {
      return isWhole();
    },
  };
}
