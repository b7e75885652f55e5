import type { Article } from '../../../library/article.ts';
import { digestsOf } from '../../../library/article-digest.ts';
import { runWithPauses } from '../../../library/pause.ts';
import type { Query } from '../../query/query.ts';
import { type LocatedFindings, toFindings } from '../../rank/matches.ts';
import type { Search } from '../../search.ts';
import type { SearchedLibrary } from '../searched-library.ts';
import type { PassageHost } from './passage-host.ts';

/** About so many paragraphs come into the index at once; a question waits for no more of them. */
const paragraphsAtOnce = 200;

/**
 * Searches in a library that is kept in an index file: each change makes another search, for the work
 * of the articles that changed. An index of before is taken up where it was left.
 */
export class LargeSearch {
  readonly #host: PassageHost;
  #wanted: SearchedLibrary | undefined;
  #holding: Promise<void> = Promise.resolve();

  constructor(host: PassageHost) {
    this.#host = host;
  }

  /** A search in these articles; resolves when the index holds all of them. */
  async next(library: SearchedLibrary): Promise<Search> {
    this.#wanted = library;
    await this.#hold();
    return {
      find: async (query, limit) => toFindings(await this.#find(query, limit), library.articles),
    };
  }

  /** Resolves after what was asked has been answered. */
  close(): Promise<void> {
    return this.#host.close();
  }

  async #find(query: Query, limit: number): Promise<LocatedFindings> {
    const found = await this.#host.find({ query, limit });
    if (found) return found;
    // The file was damaged, or removed, and is begun anew.
    await this.#hold();
    const again = await this.#host.find({ query, limit });
    if (!again) throw new Error('The index of the library is not complete');
    return again;
  }

  /** Brings the index to the articles that are wanted by now; one at a time. */
  #hold(): Promise<void> {
    this.#holding = this.#holding.catch(() => undefined).then(() => this.#update());
    return this.#holding;
  }

  async #update(): Promise<void> {
    if (!this.#wanted) return;
    const { articles: wanted, thesaurus, withdrawn } = this.#wanted;
    const held = new Map(await this.#host.held());
    const hashes = await runWithPauses(digestsOf(wanted.values()));
    const removed = [...held.keys()].filter((id) => !wanted.has(id));
    if (removed.length > 0) await this.#host.change({ added: [], removed });
    const missing = [...wanted.values()].filter(({ id }) => held.get(id) !== hashes.get(id));
    for (const added of batchesOf(missing)) await this.#host.change({ added, removed: [] });
    await this.#host.complete(thesaurus);
    if (removed.some((id) => withdrawn?.has(id))) await this.#host.scrub();
  }
}

function* batchesOf(articles: readonly Article[]): Generator<Article[]> {
  let batch: Article[] = [];
  let paragraphs = 0;
  for (const article of articles) {
    batch.push(article);
    paragraphs += article.paragraphs.length;
    if (paragraphs < paragraphsAtOnce) continue;
    yield batch;
    [batch, paragraphs] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
