import { workerData } from 'node:worker_threads';
import { languagesOf } from '../../library/library.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import { loadBackground } from '../query/background.ts';
import type { Query } from '../query/query.ts';
import type { LocatedFindings } from '../rank/matches.ts';
import type { PassageFinder } from '../rank/passage-finder.ts';
import { finderIn } from './embedded-search.ts';
import { openIndex } from './open-search.ts';
import { type PackedArticles, unpackArticles } from './packed-articles.ts';

/** What a thread that searches is started with. */
export interface SearchWorkerData {
  readonly articles: PackedArticles;
  readonly thesaurus: Thesaurus;
  readonly indexFile: string;
}

/** What it is asked. */
export interface SearchTask {
  readonly query: Query;
  readonly limit: number;
}

const opened = open(workerData);
// Told to the caller. Thrown, it would end this thread, and the next one, and so on.
opened.catch(() => undefined);

async function open(data: SearchWorkerData): Promise<PassageFinder> {
  const articles = unpackArticles(data.articles);
  const index = await openIndex(articles, data.indexFile);
  const background = await loadBackground(languagesOf(articles));
  return finderIn(index, { articles, background, thesaurus: data.thesaurus });
}

/** Resolves when questions are answered without delay; fails when they never will be. */
export async function ready(): Promise<void> {
  await opened;
}

/** The passages that answer a query. */
export async function find({ query, limit }: SearchTask): Promise<LocatedFindings> {
  return (await opened).find(query, limit);
}
