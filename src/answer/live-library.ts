import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { importFolder } from '../library/load.ts';
import type { Meaning } from '../search/meaning/open-meaning.ts';
import type { AnswerParts } from './answer.ts';
import { openServedLibrary, type ServedLibrary } from './open-library.ts';

/** A library that keeps up with its folders. */
export interface LiveLibrary extends AnswerParts {
  /** Stops watching the folders; resolves after what was asked has been answered. */
  close(): Promise<void>;
}

/** What a live library works with. */
export interface LiveLibraryParts {
  readonly folders: readonly string[];
  /** Hears what came of each reading, the first one excepted. */
  readonly tell: (message: string) => void;
  /** The model of meaning, if there is one. */
  readonly meaning?: Meaning | undefined;
  /** Where the index of a large library is kept. */
  readonly indexFile?: string;
  /** How long a folder has to be quiet before it is read again, in ms. */
  readonly quiet?: number;
}

/** An import of many files, or an editor that saves in steps, is read once. */
const usualQuiet = 500;

/**
 * Opens the library and opens it again whenever its folders change; whoever holds it sees the new
 * articles at once. A folder that is suddenly empty is taken for a mistake: the old articles stay.
 */
export async function openLiveLibrary(parts: LiveLibraryParts): Promise<LiveLibrary> {
  const { folders } = parts;
  // A folder that is not there yet could not be watched; where it can't be made, nothing is imported.
  if (folders.includes(importFolder)) {
    await mkdir(importFolder, { recursive: true }).catch(() => undefined);
  }
  const open = () => openServedLibrary(folders, parts);
  const follower = new FolderFollower(parts, open, await open());
  await follower.watch();
  return {
    library: {
      get articles() {
        return follower.current.library.articles;
      },
      get thesaurus() {
        return follower.current.library.thesaurus;
      },
      get differing() {
        return follower.current.library.differing;
      },
      get problems() {
        return follower.current.library.problems;
      },
    },
    search: { find: (query, limit) => follower.current.search.find(query, limit) },
    close: () => follower.close(),
  };
}

/** Watches each folder by itself: Node's recursive watching needs a handle for every file on Linux. */
class FolderFollower {
  current: ServedLibrary;
  readonly #parts: LiveLibraryParts;
  readonly #open: () => Promise<ServedLibrary>;
  #watchers: FSWatcher[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isReading = false;
  #isClosed = false;

  constructor(parts: LiveLibraryParts, open: () => Promise<ServedLibrary>, current: ServedLibrary) {
    this.#parts = parts;
    this.#open = open;
    this.current = current;
  }

  async watch(): Promise<void> {
    const folders = (await Promise.all(this.#parts.folders.map(foldersIn))).flat();
    this.#stopWatching();
    if (this.#isClosed) return;
    for (const folder of folders) this.#watchFolder(folder);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#stopWatching();
    await this.current.search.close();
  }

  #watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        // A loader passes hidden files over, an import's half-written ones among them.
        if (!name?.startsWith('.')) this.#readSoon();
      });
      watcher.on('error', () => this.#readSoon());
      this.#watchers.push(watcher);
    } catch (error) {
      this.#parts.tell(
        `${folder} can't be watched (${(error as Error).message}); after a change there, start again`,
      );
    }
  }

  #stopWatching(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#read(), this.#parts.quiet ?? usualQuiet).unref();
  }

  async #read(): Promise<void> {
    if (this.#isReading) return this.#readSoon();
    this.#isReading = true;
    try {
      // First, so that a change during the reading leads to another one.
      await this.watch();
      await this.#replace(await this.#open()).search.close();
    } catch (error) {
      this.#parts.tell(`The library could not be read again: ${(error as Error).message}`);
    } finally {
      this.#isReading = false;
    }
  }

  /** Gives back the library that nobody will ask any more. */
  #replace(next: ServedLibrary): ServedLibrary {
    const { tell, folders } = this.#parts;
    const { articles, problems } = next.library;
    if (this.#isClosed) return next;
    for (const problem of problems) tell(`Left out: ${problem}`);
    if (articles.size === 0 && this.current.library.articles.size > 0) {
      tell(`There is no article in ${folders.join(', ')} any more; the old ones are kept`);
      return next;
    }
    const { current } = this;
    this.current = next;
    tell(`The library was read again: ${articles.size} articles`);
    return current;
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [];
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const deeper = await Promise.all(below.map(({ name }) => foldersIn(join(folder, name))));
  return [folder, ...deeper.flat()];
}
