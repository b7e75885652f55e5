import { Piscina } from 'piscina';
import type { Article } from '../../library/article.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import type { Query } from '../query/query.ts';
import { type LocatedFindings, toFindings } from '../rank/matches.ts';
import type { ClosableSearch, Findings } from '../search.ts';
import { packArticles } from './packed-articles.ts';
import type { SearchTask, SearchWorkerData } from './search-worker.ts';

/** What a search on a thread of its own is opened with. */
export interface ThreadSearchParts {
  readonly articles: readonly Article[];
  readonly thesaurus: Thesaurus;
  /** Where the index is kept between two starts. */
  readonly indexFile: string;
  /** Hears that the thread ended and was started again. */
  readonly tell: (message: string) => void;
}

/** Opens a search on a thread of its own; resolves when it answers without delay. */
export async function openThreadSearch(parts: ThreadSearchParts): Promise<ThreadSearch> {
  const { thesaurus, indexFile } = parts;
  const articles = await packArticles(parts.articles);
  const pool = startThread({ articles, thesaurus, indexFile });
  const search = new ThreadSearch(pool, parts);
  try {
    await pool.run(undefined, { name: 'ready' });
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return search;
}

/** Searches on another thread, so that this one has time for Slack. */
export class ThreadSearch implements ClosableSearch {
  /** Of one thread; when that ends, another one is started, and opens the same index. */
  readonly pool: Piscina;
  readonly #articles: ReadonlyMap<Article['id'], Article>;
  readonly #tell: (message: string) => void;
  #isClosed = false;

  constructor(pool: Piscina, { articles, tell }: Pick<ThreadSearchParts, 'articles' | 'tell'>) {
    this.pool = pool;
    this.#articles = new Map(articles.map((article) => [article.id, article]));
    this.#tell = tell;
    pool.on('error', ({ message }: Error) => {
      tell(`The search's thread ended between two questions (${message}); another one is started`);
    });
  }

  /** A question during which the thread ends is asked once more. */
  async find(query: Query, limit: number): Promise<Findings> {
    // The pool would start another thread for it.
    if (this.#isClosed) throw new Error('This search is closed');
    const task: SearchTask = { query, limit };
    const ask = (): Promise<LocatedFindings> => this.pool.run(task, { name: 'find' });
    const found = await ask().catch(({ message }: Error) => {
      this.#tell(`The search's thread failed (${message}); the question is asked once more`);
      return ask();
    });
    return toFindings(found, this.#articles);
  }

  /** Ends the thread after it has answered what it was asked. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.pool.close();
  }
}

function startThread(workerData: SearchWorkerData): Piscina {
  const runsFromSource = import.meta.url.endsWith('.ts');
  const worker = runsFromSource ? './search-worker-from-source.mjs' : './search-worker.js';
  return new Piscina({
    filename: new URL(worker, import.meta.url).href,
    workerData,
    minThreads: 1,
    maxThreads: 1,
    // With them, a thread that waits for questions stands still in the midst of opening its index.
    atomics: 'disabled',
    recordTiming: false,
  });
}
