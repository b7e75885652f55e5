import { setTimeout as wait } from 'node:timers/promises';
import { languageCodes } from '../../../language/languages.ts';
import { loadBackground } from '../../query/background.ts';
import type { Query } from '../../query/query.ts';
import { toFindings } from '../../rank/matches.ts';
import { PassageFinder } from '../../rank/passage-finder.ts';
import type { Findings, Search } from '../../search.ts';
import { SearchFault } from '../../search-fault.ts';
import { usualSettings } from '../../settings.ts';
import type { SearchedLibrary } from '../searched-library.ts';
import { IndexClient } from './index-client.ts';
import { OpenSearchEngine } from './opensearch-engine.ts';
import { RemoteIndex } from './remote-index.ts';
import { SearchServer, type SearchServerSettings } from './search-server.ts';

/** After a fault the server is asked again in so many ms. */
const lookAgain = 5000;

/**
 * Searches in a library that is kept on a search server. While that can't be asked, questions are
 * refused with a SearchFault, and the server is tried again.
 */
export class RemoteSearch {
  readonly #server: SearchServer;
  readonly #index: RemoteIndex;
  readonly #tell: (message: string) => void;
  /** One library after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #closed = new AbortController();

  private constructor(server: SearchServer, tell: (message: string) => void) {
    this.#server = server;
    this.#index = new RemoteIndex(new IndexClient(server));
    this.#tell = tell;
  }

  /** `tell` hears of faults. */
  static async open(
    settings: SearchServerSettings,
    tell: (message: string) => void,
  ): Promise<RemoteSearch> {
    return new RemoteSearch(await SearchServer.open(settings), tell);
  }

  /** A search in these articles; resolves when the server holds them, or can't be asked. */
  async next(library: SearchedLibrary): Promise<Search> {
    const search = new SearchOfLibrary(() => this.#hold(library), this.#tell, this.#closed.signal);
    await search.prepare();
    return search;
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#turn.catch(() => undefined);
    await this.#server.close();
  }

  #hold({ articles, thesaurus }: SearchedLibrary): Promise<Search> {
    const held = this.#turn
      .catch(() => undefined)
      .then(async () => {
        const { index, statistics } = await this.#index.hold(articles);
        const parts = { server: this.#server, index, statistics, articles };
        const engine = new OpenSearchEngine({ ...parts, settings: usualSettings });
        const languages = languageCodes.filter((code) => statistics.sizes[code] > 0);
        const background = await loadBackground(languages);
        const finder = new PassageFinder(engine, { thesaurus, background });
        const find = async (query: Query, limit: number) =>
          toFindings(await finder.find(query, limit), articles);
        return { find };
      });
    this.#turn = held;
    return held;
  }
}

/** A search that is there as soon as its server is. */
class SearchOfLibrary implements Search {
  readonly #hold: () => Promise<Search>;
  readonly #tell: (message: string) => void;
  readonly #closed: AbortSignal;
  #held: Search | SearchFault = new SearchFault('missing', 'not built yet');
  #isTrying = false;

  constructor(hold: () => Promise<Search>, tell: (message: string) => void, closed: AbortSignal) {
    this.#hold = hold;
    this.#tell = tell;
    this.#closed = closed;
  }

  async prepare(): Promise<void> {
    await this.#try();
    if (this.#held instanceof SearchFault) void this.#tryUntilHeld();
  }

  async find(query: Query, limit: number): Promise<Findings> {
    if (this.#held instanceof SearchFault) throw this.#held;
    try {
      return await this.#held.find(query, limit);
    } catch (error) {
      // Somebody removed the index: it is made again.
      if (error instanceof SearchFault && error.kind === 'missing') {
        this.#held = error;
        void this.#tryUntilHeld();
      }
      throw error;
    }
  }

  async #try(): Promise<void> {
    try {
      this.#held = await this.#hold();
    } catch (error) {
      if (!(error instanceof SearchFault)) throw error;
      this.#held = error;
      this.#tell(`${error.message}; it is tried again in ${lookAgain / 1000} s`);
    }
  }

  async #tryUntilHeld(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    try {
      while (this.#held instanceof SearchFault && !this.#closed.aborted) {
        await wait(lookAgain, undefined, { ref: false, signal: this.#closed });
        await this.#try();
      }
    } catch (error) {
      if (!this.#closed.aborted) this.#tell(`The search stands still: ${(error as Error).message}`);
    } finally {
      this.#isTrying = false;
    }
  }
}
