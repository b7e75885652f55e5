import type { Article } from '../../library/article.ts';
import { runAtOnce } from '../../library/pause.ts';
import { toFindings } from '../rank/matches.ts';
import { type FinderParts, PassageFinder } from '../rank/passage-finder.ts';
import type { Search } from '../search.ts';
import { usualSettings } from '../settings.ts';
import { buildPassageIndex } from './index-writer.ts';
import { MiniSearchEngine } from './minisearch-engine.ts';
import type { PassageIndex } from './passage-index.ts';

/** What a search in memory is built from. */
export interface SearchParts extends FinderParts {
  readonly articles: readonly Article[];
}

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  return searchIn(runAtOnce(buildPassageIndex(parts.articles)), parts);
}

/** A search in an index that was built from the same articles. */
export function searchIn(index: PassageIndex, parts: SearchParts): Search {
  const engine = new MiniSearchEngine(index, parts.articles, parts.settings ?? usualSettings);
  const finder = new PassageFinder(engine, parts);
  const articles = new Map(parts.articles.map((article) => [article.id, article]));
  return {
    find: async (query, limit) => toFindings(await finder.find(query, limit), articles),
  };
}
