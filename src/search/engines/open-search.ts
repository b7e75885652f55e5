import type { Article } from '../../library/article.ts';
import { runAtOnce, runWithPauses } from '../../library/pause.ts';
import type { Search } from '../search.ts';
import { type SearchParts, searchIn } from './embedded-search.ts';
import { buildPassageIndex } from './index-writer.ts';
import type { PassageIndex } from './passage-index.ts';
import { fingerprintOf, readSavedIndex, saveIndex } from './saved-index.ts';

/**
 * Whether the articles have so many paragraphs that their index is worth saving, and a search in it
 * worth a thread of its own. A smaller one is built in less time than that takes.
 */
export function isLarge(articles: readonly Article[]): boolean {
  return articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) >= 2000;
}

/**
 * Opens a search over the articles on this thread. A small index is built without keeping anybody
 * waiting for more than some 10 ms; a large one is not, and comes from the file if it can.
 */
export async function openSearch(parts: SearchParts, indexFile: string): Promise<Search> {
  const { articles } = parts;
  const index = isLarge(articles)
    ? await openIndex(articles, indexFile)
    : await runWithPauses(buildPassageIndex(articles));
  return searchIn(index, parts);
}

/**
 * Reads the index of the articles from a file; builds and saves it again when there is none, or it is
 * damaged, or the articles changed. That it can't be saved costs the next start time.
 */
export async function openIndex(articles: readonly Article[], file: string): Promise<PassageIndex> {
  const fingerprint = fingerprintOf(articles);
  const saved = await readSavedIndex(file, fingerprint);
  if (saved) return saved;
  const index = runAtOnce(buildPassageIndex(articles));
  await saveIndex(file, index, fingerprint).catch(() => undefined);
  return index;
}
