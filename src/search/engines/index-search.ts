import { runAtOnce } from '../../library/pause.ts';
import { toFindings } from '../rank/matches.ts';
import type { Search } from '../search.ts';
import { buildPassageIndex } from './index-writer.ts';
import { PassageFinder, type SearchParts } from './passage-finder.ts';
import type { PassageIndex } from './passage-index.ts';

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  return searchIn(runAtOnce(buildPassageIndex(parts.articles)), parts);
}

/** A search in an index that was built, or saved, from the same articles. */
export function searchIn(index: PassageIndex, parts: SearchParts): Search {
  const finder = new PassageFinder(index, parts);
  return {
    find: async (query, limit) => toFindings(finder.find(query, limit), parts.articles),
  };
}
