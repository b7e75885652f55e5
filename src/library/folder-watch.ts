import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * Hears of changes in folders and the folders below them. Each is watched by itself: a handle for every
 * file, as Node's recursive watching and chokidar have on Linux, is 5 KB of memory a file.
 */
export class FolderWatch {
  readonly #folders: readonly string[];
  readonly #changed: (path: string) => void;
  readonly #unwatched: (folder: string, reason: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #isClosed = false;

  /**
   * `changed` hears each path that was written, made or taken away, as often as the file system tells;
   * `unwatched` hears of a folder that can't be watched. Nothing is heard before `renew`.
   */
  constructor(
    folders: readonly string[],
    changed: (path: string) => void,
    unwatched: (folder: string, reason: string) => void,
  ) {
    this.#folders = folders;
    this.#changed = changed;
    this.#unwatched = unwatched;
  }

  /** Watches the folders that are new, and no longer those that are gone. */
  async renew(): Promise<void> {
    const folders = new Set((await Promise.all(this.#folders.map(foldersIn))).flat());
    if (this.#isClosed) return;
    for (const folder of this.#watchers.keys()) if (!folders.has(folder)) this.#end(folder);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#begin(folder);
  }

  /** Ends all watching. */
  close(): void {
    this.#isClosed = true;
    for (const folder of this.#watchers.keys()) this.#end(folder);
  }

  #begin(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => this.#hear(folder, name));
      watcher.on('error', () => this.#hear(folder, null));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      this.#unwatched(folder, (error as Error).message);
    }
  }

  #hear(folder: string, name: string | null): void {
    // A loader passes hidden files over, an import's half-written ones among them.
    if (name?.startsWith('.')) return;
    const path = name === null ? folder : join(folder, name);
    // A folder that comes again in the place of one that went has to be watched again.
    for (const watched of this.#watchers.keys()) {
      if (watched === path || watched.startsWith(path + sep)) this.#end(watched);
    }
    this.#changed(path);
  }

  #end(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [];
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const deeper = await Promise.all(below.map(({ name }) => foldersIn(join(folder, name))));
  return [folder, ...deeper.flat()];
}
