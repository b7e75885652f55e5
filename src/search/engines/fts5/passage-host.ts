import { languageCodes } from '../../../language/languages.ts';
import type { Article } from '../../../library/article.ts';
import type { Thesaurus } from '../../../library/thesaurus.ts';
import { loadBackground } from '../../query/background.ts';
import type { Query } from '../../query/query.ts';
import type { LocatedFindings } from '../../rank/matches.ts';
import { PassageFinder } from '../../rank/passage-finder.ts';
import { usualSettings } from '../../settings.ts';
import { Fts5Engine } from './fts5-engine.ts';
import { Fts5Index } from './fts5-index.ts';
import { isDamaged, removeIndex } from './index-file.ts';

/** Articles that come into an index, and go. */
export interface Change {
  readonly added: readonly Article[];
  readonly removed: readonly Article['id'][];
}

/** What a host is asked. */
export interface SearchTask {
  readonly query: Query;
  readonly limit: number;
}

/** Undefined while the index does not hold all articles yet: what it would find could be nothing. */
export type Found = LocatedFindings | undefined;

/** Holds an index and finds passages in it; here, or on another thread. */
export interface PassageHost {
  /** Which version of each article the index holds, as pairs. */
  held(): Promise<[Article['id'], string][]>;
  change(change: Change): Promise<void>;
  /** All articles are held: from now on, questions are answered, by this thesaurus. */
  complete(thesaurus: Thesaurus): Promise<void>;
  find(task: SearchTask): Promise<Found>;
  /** Leaves nothing of what was taken out. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** A host on this thread. */
export class LocalHost implements PassageHost {
  readonly #file: string;
  #index: Fts5Index;
  #finder: PassageFinder | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#index = new Fts5Index(file);
  }

  held(): Promise<[Article['id'], string][]> {
    return this.#use((index) => [...index.held()]);
  }

  change({ added, removed }: Change): Promise<void> {
    return this.#use((index) => {
      this.#finder = undefined;
      index.change(added, removed);
    });
  }

  complete(thesaurus: Thesaurus): Promise<void> {
    return this.#use((index) => {
      this.#finder = undefined;
      index.complete(thesaurus);
    });
  }

  find({ query, limit }: SearchTask): Promise<Found> {
    return this.#use(async (index) => {
      if (index.catchUp()) this.#finder = undefined;
      this.#finder ??= await createFinder(index);
      return this.#finder?.find(query, limit);
    });
  }

  scrub(): Promise<void> {
    return this.#use((index) => {
      this.#finder = undefined;
      index.scrub();
    });
  }

  async close(): Promise<void> {
    this.#index.close();
  }

  /** An index that turns out to be damaged gives way to an empty one, which is not complete. */
  async #use<T>(work: (index: Fts5Index) => T | Promise<T>): Promise<T> {
    try {
      return await work(this.#index);
    } catch (error) {
      if (isDamaged(error)) {
        this.#index.close();
        removeIndex(this.#file);
        this.#index = new Fts5Index(this.#file);
        this.#finder = undefined;
      }
      throw error;
    }
  }
}

async function createFinder(index: Fts5Index): Promise<PassageFinder | undefined> {
  const thesaurus = index.thesaurus();
  if (!thesaurus) return undefined;
  const engine = new Fts5Engine(index, usualSettings);
  const languages = languageCodes.filter((code) => engine.statistics.sizes[code] > 0);
  return new PassageFinder(engine, { thesaurus, background: await loadBackground(languages) });
}
