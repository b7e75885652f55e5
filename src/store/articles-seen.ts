import type { Kysely } from 'kysely';
import type { ArticlesSeen, PassageKey, Seen } from '../digests/subscription.ts';
import type { Use } from './database.ts';
import type { Tables } from './tables.ts';

/** SQLite takes 32,766 values a statement; a row has four. */
const rowsAtOnce = 500;

/** What each subscription's digests have shown: one row a passage, and one an article. */
export class StoredArticlesSeen implements ArticlesSeen {
  readonly #use: Use;

  constructor(use: Use) {
    this.#use = use;
  }

  /** Notes what was shown, or that articles are no news; `at` in ms since 1970. */
  async note(subscription: string, passages: readonly PassageKey[], at: number): Promise<void> {
    await this.#use(({ db }) => markShown(db, subscription, passages, at));
  }

  async of(subscription: string): Promise<Seen> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('articles_seen')
        .select(['article', 'paragraph', 'shown_at'])
        .where('subscription', '=', subscription)
        .execute(),
    );
    const articles = new Set<string>();
    const passages = new Map<string, number>();
    for (const { article, paragraph, shown_at } of rows) {
      if (paragraph === 0) articles.add(article);
      else passages.set(`${article}:${paragraph}`, shown_at);
    }
    return { articles, passages };
  }
}

/** Notes what was shown, within a transaction of the caller's. */
export async function markShown(
  db: Kysely<Tables>,
  subscription: string,
  passages: readonly PassageKey[],
  at: number,
): Promise<void> {
  // Postgres refuses a statement that meets a row twice.
  const once = new Map(passages.map((each) => [`${each.article}:${each.paragraph}`, each]));
  const rows = [...once.values()].map(({ article, paragraph }) => ({
    ...{ subscription, article, paragraph },
    shown_at: at,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await db
      .insertInto('articles_seen')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['subscription', 'article', 'paragraph'])
          .doUpdateSet(({ ref }) => ({ shown_at: ref('excluded.shown_at') })),
      )
      .execute();
  }
}
