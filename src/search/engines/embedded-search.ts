import { runAtOnce } from '../../library/pause.ts';
import { toFindings } from '../rank/matches.ts';
import { PassageFinder, type SearchParts } from '../rank/passage-finder.ts';
import type { Search } from '../search.ts';
import { usualSettings } from '../settings.ts';
import { buildPassageIndex } from './index-writer.ts';
import { MiniSearchEngine } from './minisearch-engine.ts';
import type { PassageIndex } from './passage-index.ts';

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  return searchIn(runAtOnce(buildPassageIndex(parts.articles)), parts);
}

/** A search in an index that was built, or saved, from the same articles. */
export function searchIn(index: PassageIndex, parts: SearchParts): Search {
  const finder = finderIn(index, parts);
  return {
    find: async (query, limit) => toFindings(finder.find(query, limit), parts.articles),
  };
}

/** What finds passages in an index, by their locations. */
export function finderIn(index: PassageIndex, parts: SearchParts): PassageFinder {
  const engine = new MiniSearchEngine(index, parts.settings ?? usualSettings);
  return new PassageFinder(engine, parts);
}
