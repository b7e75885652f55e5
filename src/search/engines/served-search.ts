import { languagesOf } from '../../library/languages.ts';
import type { OpenSearch } from '../search.ts';
import { loadBackground } from './background.ts';
import { isLarge, openSearch } from './open-search.ts';
import type { ThreadSearchParts } from './thread-search.ts';

/**
 * Opens a search that keeps nobody else waiting: a large library is searched on a thread of its own.
 * For a small one that would cost more memory than the library, and time, than it spares.
 */
export async function openServedSearch(parts: ThreadSearchParts): Promise<OpenSearch> {
  const { articles, thesaurus, indexFile } = parts;
  if (isLarge(articles)) {
    // Only here, so that a small library need not hold the pool in memory.
    const { openThreadSearch } = await import('./thread-search.ts');
    return openThreadSearch(parts);
  }
  const background = await loadBackground(languagesOf(articles));
  const search = await openSearch({ articles, thesaurus, background }, indexFile);
  return { ...search, close: async () => {} };
}
