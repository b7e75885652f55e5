import { runWithPauses } from '../library/pause.ts';
import { type SearchParts, searchIn } from './index-search.ts';
import { buildPassageIndex } from './passage-index.ts';
import { fingerprintOf, readSavedIndex, saveIndex } from './saved-index.ts';
import type { Search } from './search.ts';

/** A smaller library is indexed in less time than it takes to look for a file. */
const leastToSave = 2000;

/** Where an index is kept between two starts, and whether a new one is written there. */
export interface SavedIndexFile {
  readonly file: string;
  readonly saves?: boolean;
}

/**
 * Opens a search over the articles without keeping anybody waiting for more than some 10 ms at a
 * time, except while it saves. The index of a large library is read from a file, and built anew and
 * saved when there is none, or it is damaged, or the articles changed; that it can't be saved costs
 * the next start time.
 */
export async function openSearch(
  parts: SearchParts,
  { file, saves = true }: SavedIndexFile,
): Promise<Search> {
  const articles = [...parts.articles];
  const paragraphs = articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
  const build = () => runWithPauses(buildPassageIndex(articles));
  if (paragraphs < leastToSave) return searchIn(await build(), { ...parts, articles });
  const fingerprint = await fingerprintOf(articles);
  const saved = await readSavedIndex(file, fingerprint);
  const index = saved ?? (await build());
  if (!saved && saves) await saveIndex(file, index, fingerprint).catch(() => undefined);
  return searchIn(index, { ...parts, articles });
}
