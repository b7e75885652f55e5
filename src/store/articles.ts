import type { Article } from '../library/article.ts';
import type {
  Act,
  ArticleStore,
  Erasable,
  NewProposal,
  Outcome,
  Proposal,
  Published,
} from '../library/article-store.ts';
import { ArticleChange } from './article-change.ts';
import { eraseArticle } from './article-erasure.ts';
import {
  accept,
  amend,
  discard,
  proposalOf,
  propose,
  waitingProposals,
} from './article-proposals.ts';
import {
  changesSince,
  countsOf,
  historyOf,
  isErased,
  latest,
  latestRecords,
  pageAfter,
  recordsOf,
  type Shelves,
  versionsOf,
  watermarkOf,
} from './article-reading.ts';
import {
  addArticle,
  publishArticle,
  type Result,
  removeArticle,
  restoreArticle,
  reviseArticle,
} from './article-revision.ts';
import type { Use } from './database.ts';

/** Which library it is, and who has to know of its changes. */
export interface StoredArticlesOptions {
  readonly library: string;
  /** Called after each change, which waits for it; what goes wrong there does not undo the change. */
  readonly changed?: (() => Promise<void>) | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
}

/** So few are written at once that nobody else waits long for the database. */
const publishedAtOnce = 20;

/** The articles of one library in the database. */
export class StoredArticles implements ArticleStore {
  readonly #link: { readonly read: Use; readonly write: Use };
  readonly #options: StoredArticlesOptions;

  constructor(link: { readonly read: Use; readonly write: Use }, options: StoredArticlesOptions) {
    this.#link = link;
    this.#options = options;
  }

  propose(proposal: NewProposal, act: Act): Promise<Proposal | 'withdrawn'> {
    return this.#change((change) => propose(change, proposal, act));
  }

  amend(id: Proposal['id'], article: Article, act: Act): Promise<Outcome> {
    return this.#do(act, (change) => amend(change, id, article));
  }

  accept(id: Proposal['id'], act: Act, before?: Article): Promise<Outcome> {
    return this.#do(act, (change) => accept(change, id, act, before));
  }

  discard(id: Proposal['id'], act: Act): Promise<Outcome> {
    return this.#do(act, (change) => discard(change, id, act));
  }

  add(article: Article, act: Act): Promise<Outcome> {
    return this.#do(act, (change) => addArticle(change, article));
  }

  correct(before: Article, article: Article, act: Act): Promise<Outcome> {
    return this.#do(act, (change) => reviseArticle(change, before, article, 'corrected'));
  }

  replace(before: Article, article: Article, act: Act): Promise<Outcome> {
    return this.#do(act, (change) => reviseArticle(change, before, article, 'replaced'));
  }

  async publish(articles: readonly Article[]): Promise<Published[]> {
    const { library, clock = Date.now, changed } = this.#options;
    const published: Published[] = [];
    for (let from = 0; from < articles.length; from += publishedAtOnce) {
      const some = articles.slice(from, from + publishedAtOnce);
      await this.#link.write(({ db }) =>
        db.transaction().execute(async (transaction) => {
          for (const article of some) {
            // Each has its own watermark, so that changes can be read in pages.
            const change = await ArticleChange.begin(transaction, library, clock());
            const became = await publishArticle(change, article);
            published.push({ id: article.id, became });
          }
        }),
      );
    }
    await changed?.().catch(() => {});
    return published;
  }

  remove(article: Article, act: Act): Promise<Outcome> {
    return this.#do(act, (change) => removeArticle(change, article));
  }

  restore(id: Article['id'], act: Act): Promise<Outcome> {
    return this.#do(act, (change) => restoreArticle(change, id));
  }

  async erase(article: Erasable, act: Act): Promise<Outcome> {
    const outcome = await this.#do(act, (change) => eraseArticle(change, article));
    // Also when it was erased before: the files may have been in use then.
    await this.#link.write((database) => database.scrub());
    return outcome;
  }

  isErased(article: Pick<Article, 'id' | 'source' | 'url'>) {
    return this.#read((shelves) => isErased(shelves, article));
  }

  proposal(id: Proposal['id']) {
    return this.#read((shelves) => proposalOf(shelves, id));
  }

  proposals(limit: number) {
    return this.#read((shelves) => waitingProposals(shelves, limit));
  }

  historyOf(id: Article['id']) {
    return this.#read((shelves) => historyOf(shelves, id));
  }

  versionsOf(id: Article['id']) {
    return this.#read((shelves) => versionsOf(shelves, id));
  }

  watermark() {
    return this.#read(watermarkOf);
  }

  changesSince(watermark: number, limit: number) {
    return this.#read((shelves) => changesSince(shelves, watermark, limit));
  }

  latest(ids: readonly Article['id'][]) {
    return this.#read((shelves) => latest(shelves, ids));
  }

  latestRecords(ids: readonly Article['id'][]) {
    return this.#read((shelves) => latestRecords(shelves, ids));
  }

  pageAfter(id: Article['id'] | undefined, limit: number) {
    return this.#read((shelves) => pageAfter(shelves, id, limit));
  }

  records(offset: number, limit: number) {
    return this.#read((shelves) => recordsOf(shelves, offset, limit));
  }

  counts() {
    return this.#read(countsOf);
  }

  /** Does what an act asks for, once, and writes it into the history. */
  async #do(act: Act, work: (change: ArticleChange) => Promise<Result>): Promise<Outcome> {
    const outcome = await this.#change<Outcome>(async (change) => {
      if (await change.isDone(act.key)) return { kind: 'repeated' };
      const result = await work(change);
      if ('kind' in result) return result;
      await change.note(result, act);
      return { kind: 'done', version: result.version ?? 0 };
    });
    if (outcome.kind === 'done') await this.#options.changed?.().catch(() => {});
    return outcome;
  }

  #change<T>(work: (change: ArticleChange) => Promise<T>): Promise<T> {
    const { library, clock = Date.now } = this.#options;
    return this.#link.write(({ db }) =>
      db
        .transaction()
        .execute(async (transaction) =>
          work(await ArticleChange.begin(transaction, library, clock())),
        ),
    );
  }

  #read<T>(work: (shelves: Shelves) => Promise<T>): Promise<T> {
    const { library } = this.#options;
    return this.#link.read(({ db }) => work({ db, library }));
  }
}
