import { existsSync } from 'node:fs';
import { readDatabaseUrl } from '../config.ts';
import { type ArticleStore, mainLibrary } from '../library/article-store.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { type Io, inFolder, Stop, unavailable } from './command.ts';

/** The articles of the database that the settings name, opened when they are asked for. */
export interface StoredArticlesAccess {
  /** Undefined where there is no database yet. */
  readonly existing: ArticleStore | undefined;
  /** The same, in a new database where there is none. */
  made(): ArticleStore;
}

/**
 * Works with the articles of the database, and closes it. Ends the command with the reason when the
 * database is away: without it nobody knows what was removed or erased.
 */
export async function withStoredArticles<T>(
  io: Pick<Io, 'env' | 'folder'>,
  work: (access: StoredArticlesAccess) => Promise<T>,
): Promise<T> {
  const url = urlOf(io);
  let store: Store | undefined;
  const made = () => {
    store ??= openStore({ url, keepsTexts: true, tell: () => {} });
    return store.articlesOf(mainLibrary);
  };
  try {
    return await work({ existing: isThere(url) ? made() : undefined, made });
  } catch (error) {
    throw error instanceof StoreError ? new Stop(unavailable, error.message) : error;
  } finally {
    await store?.close();
  }
}

/** A relative path of SQLite begins where the command was called. */
function urlOf(io: Pick<Io, 'env' | 'folder'>): string {
  const url = readDatabaseUrl(io.env);
  const path = /^file:(?!:memory:)(.*)$/s.exec(url)?.[1];
  return path === undefined ? url : `file:${inFolder(io, path)}`;
}

function isThere(url: string): boolean {
  return !url.startsWith('file:') || existsSync(url.slice('file:'.length));
}
