import { setImmediate } from 'node:timers/promises';
import type { Article } from './article.ts';
import { digestOf } from './article-digest.ts';
import type { ArticleStore, StoredState } from './article-store.ts';
import { keepWords, keptArticle, type WordsKeeper, type WordsPlace } from './kept-words.ts';
import type { Library } from './library.ts';
import { LibraryReader } from './load.ts';

/** So many articles are read at once. */
const pageSize = 100;

/** So many are read at once with their words, which takes some milliseconds. */
const wholeAtOnce = 20;

/** Above so many paragraphs in the database, memory is not for their words. */
const maxInMemory = 2000;

/** What the library of the folders is, and which file an article of it is in. */
export interface FolderLibrary {
  readonly library: Library;
  fileOf(id: Article['id']): string | undefined;
}

/** What of a library is in the database, kept up with: it lies over what the folders hold. */
export class StoredLibrary {
  readonly #store: ArticleStore;
  readonly #place: WordsPlace | undefined;
  #words: WordsKeeper | undefined;
  #watermark = 0;
  #isRead = false;
  #states = new Map<Article['id'], StoredState>();
  #articles = new Map<Article['id'], Article>();
  #earlier = new Map<Article['id'], readonly Article[]>();

  /** `place` is where the words of a large library are kept; without one they are in memory. */
  constructor(store: ArticleStore, place?: WordsPlace) {
    this.#store = store;
    this.#place = place;
  }

  /**
   * Reads what has changed since the last time, article by article; undefined when nothing has, else
   * the ids of what was erased. Rejects while the database is away.
   */
  async catchUp(): Promise<readonly Article['id'][] | undefined> {
    const watermark = await this.#store.watermark();
    if (watermark === this.#watermark) {
      this.#isRead = true;
      return undefined;
    }
    // The database was replaced by an older one.
    if (watermark < this.#watermark) this.#forget();
    if (!this.#words && this.#place) {
      const { paragraphs } = await this.#store.counts();
      if (paragraphs > maxInMemory) this.#words = this.#place.open();
      // What was erased may stand in that of a library that was large before.
      else if (!this.#isRead) this.#place.remove();
    }
    const erased: Article['id'][] = [];
    for (let isComplete = false; !isComplete; ) {
      const page = await this.#store.changesSince(this.#watermark, pageSize);
      await this.#take(page.changes);
      erased.push(...page.changes.filter(({ state }) => state === 'erased').map(({ id }) => id));
      this.#watermark = page.watermark;
      isComplete = page.isComplete;
      // A database on this machine answers without giving anybody else a turn.
      await setImmediate();
    }
    this.#isRead = true;
    return erased;
  }

  /** Leaves nothing of articles that were erased, once nobody works with them any more. */
  forget(ids: readonly Article['id'][]): void {
    if (ids.length > 0) this.#words?.forget(ids);
  }

  close(): void {
    this.#words?.close();
  }

  /** Whether the database was read at all. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Whether the article of an id is in the database, so that one of a folder does not count. */
  holds(id: Article['id']): boolean {
    const state = this.#states.get(id);
    return state !== undefined && !isUntouched(state);
  }

  /** The library as people see it. Articles that did not change are the same objects as before. */
  over({ library, fileOf }: FolderLibrary): Library {
    const articles = new Map<Article['id'], Article>();
    const earlier = new Map(this.#earlier);
    const problems: string[] = [];
    for (const [id, article] of library.articles) {
      const state = this.#states.get(id);
      const held = this.#articles.get(id);
      if (!state || isUntouched(state)) articles.set(id, article);
      else if (state.state === 'held' && held) articles.set(id, held);
      const problem = state && whyLeftOut(state, article);
      if (problem) problems.push(`${fileOf(id) ?? id}: ${problem}`);
    }
    for (const [id, article] of this.#articles) if (!articles.has(id)) articles.set(id, article);
    const withdrawn = [...this.#states.values()].filter(({ state }) => state === 'erased');
    return {
      ...library,
      articles,
      earlier,
      withdrawn: new Set(withdrawn.map(({ id }) => id)),
      problems: [...library.problems, ...problems],
    };
  }

  async #take(changes: readonly StoredState[]): Promise<void> {
    const held = changes.filter(({ state }) => state === 'held').map(({ id }) => id);
    const articles = new Map((await this.#read(held)).map((each) => [each.id, each]));
    for (const change of changes) {
      const { id } = change;
      const article = articles.get(id);
      const earlier = await this.#earlierOf(change);
      this.#states.set(id, change);
      if (article) this.#articles.set(id, article);
      else this.#articles.delete(id);
      if (earlier.length > 0) this.#earlier.set(id, earlier);
      else this.#earlier.delete(id);
    }
  }

  async #read(ids: readonly Article['id'][]): Promise<Article[]> {
    const words = this.#words;
    if (!words) return (await this.#store.latest(ids)).map(({ article }) => article);
    const articles: Article[] = [];
    const missing: Article['id'][] = [];
    for (const { record, ...key } of await this.#store.latestRecords(ids)) {
      const article = keptArticle(record, { ...key, id: record.id }, words);
      if (article) articles.push(article);
      else missing.push(record.id);
    }
    for (let from = 0; from < missing.length; from += wholeAtOnce) {
      const some = missing.slice(from, from + wholeAtOnce);
      for (const { article, ...made } of await this.#store.latest(some)) {
        const key = { ...made, id: article.id };
        keepWords(article, key, words);
        const { paragraphs: _, ...record } = article;
        articles.push(keptArticle(record, key, words) ?? article);
      }
      await setImmediate();
    }
    return articles;
  }

  /** What old answers may quote: of a removed article its last version too. */
  async #earlierOf({ id, state, version }: StoredState): Promise<readonly Article[]> {
    if (state === 'erased' || (state === 'held' && version <= 1)) return [];
    const versions = await this.#store.versionsOf(id);
    const shown = state === 'held' ? versions.slice(1) : versions;
    return shown.map(({ article }) => article);
  }

  #forget(): void {
    this.#watermark = 0;
    this.#states = new Map();
    this.#articles = new Map();
    this.#earlier = new Map();
  }
}

/** Reads the library of some folders, and what the database lays over it. */
export async function loadOver(
  folders: readonly string[],
  store: ArticleStore | undefined,
): Promise<{ readonly library: Library; readonly stored?: StoredLibrary }> {
  const reader = new LibraryReader(folders);
  const library = await reader.read();
  if (!store) return { library };
  const stored = new StoredLibrary(store);
  await stored.catchUp();
  return { library: stored.over({ library, fileOf: (id) => reader.fileOf(id) }), stored };
}

/** Whether an article of a folder was removed and brought back, so that its file is followed again. */
function isUntouched({ state, version, folderDigest }: StoredState): boolean {
  return state === 'held' && version === 1 && folderDigest !== undefined;
}

/** Why the file of an article does not count, where somebody has to do something about it. */
function whyLeftOut(state: StoredState, article: Article): string | undefined {
  if (state.state === 'erased') {
    return 'its article was erased and is left out; delete the file, so that nobody brings it back';
  }
  if (state.state === 'removed' || isUntouched(state)) return undefined;
  if (state.folderDigest === undefined) {
    return `the database has another article with the id ${article.id}, which is taken; give the one in the file another id`;
  }
  if (state.folderDigest === digestOf(article)) return undefined;
  return 'it has changed since its article was corrected; the correction counts. To take the file instead: npm run library -- publish';
}
