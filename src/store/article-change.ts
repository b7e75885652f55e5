import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Article } from '../library/article.ts';
import type { Act, Deed, HistoryEntry, Outcome, StoredState } from '../library/article-store.ts';
import { isErased } from './article-reading.ts';
import { articleToColumns, listedOf, rowToArticle, rowToEntry } from './article-rows.ts';
import type { ArticleRow, Tables } from './tables.ts';

/** What an act wrote down, for the history. */
export interface Written {
  readonly deed: Deed;
  readonly article: Article['id'];
  readonly version?: number | undefined;
  readonly proposal?: string | undefined;
  readonly fields?: readonly string[];
}

/** One change of one library: all that it reads and writes is of one transaction, which no other one crosses. */
export class ArticleChange {
  readonly db: Kysely<Tables>;
  readonly library: string;
  readonly watermark: number;
  readonly now: number;

  private constructor(db: Kysely<Tables>, library: string, watermark: number, now: number) {
    this.db = db;
    this.library = library;
    this.watermark = watermark;
    this.now = now;
  }

  /** Begins a change: whoever else wants to change the library waits here until this one is whole. */
  static async begin(db: Kysely<Tables>, library: string, now: number): Promise<ArticleChange> {
    const { watermark } = await db
      .insertInto('libraries')
      .values({ library, watermark: 1 })
      .onConflict((conflict) =>
        conflict.column('library').doUpdateSet({ watermark: sql`libraries.watermark + 1` }),
      )
      .returning('watermark')
      .executeTakeFirstOrThrow();
    return new ArticleChange(db, library, watermark, now);
  }

  /** Whether what has this key was done before. */
  async isDone(key: string): Promise<boolean> {
    const row = await this.#history().select('key').where('key', '=', key).executeTakeFirst();
    return row !== undefined;
  }

  row(id: Article['id']): Promise<ArticleRow | undefined> {
    return this.db
      .selectFrom('articles')
      .selectAll()
      .where('library', '=', this.library)
      .where('id', '=', id)
      .executeTakeFirst();
  }

  /** The article of a row in its last version. */
  async articleOf({ id, version }: Pick<ArticleRow, 'id' | 'version'>): Promise<Article> {
    const row = await this.db
      .selectFrom('article_versions')
      .select(['record', 'paragraphs'])
      .where('library', '=', this.library)
      .where('article', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return rowToArticle(row);
  }

  /** Whether an article is in its last version still what a person saw. */
  async isStill(row: ArticleRow, seen: Article): Promise<boolean> {
    return row.state === 'held' && isDeepStrictEqual(await this.articleOf(row), seen);
  }

  /** Whether an article may not come back. */
  isErased(article: Pick<Article, 'id' | 'source' | 'url'>): Promise<boolean> {
    return isErased(this, article);
  }

  /** Writes an article down as the last version of its id. */
  async put(
    article: Article,
    {
      version,
      state = 'held',
      folderDigest,
    }: {
      readonly version: number;
      readonly state?: StoredState['state'];
      readonly folderDigest?: string | undefined;
    },
  ): Promise<void> {
    const { library, watermark, now } = this;
    const { id } = article;
    await this.db
      .insertInto('article_versions')
      .values({ library, article: id, version, ...articleToColumns(article), made_at: now })
      .execute();
    const values = { state, version, watermark, ...listedOf(article) };
    await this.db
      .insertInto('articles')
      .values({ library, id, added: watermark, folder_digest: folderDigest ?? null, ...values })
      .onConflict((conflict) => conflict.columns(['library', 'id']).doUpdateSet(values))
      .execute();
  }

  async setState(id: Article['id'], state: StoredState['state']): Promise<void> {
    await this.db
      .updateTable('articles')
      .set({ state, watermark: this.watermark })
      .where('library', '=', this.library)
      .where('id', '=', id)
      .execute();
  }

  /** Notes which article of a folder this one takes into account. */
  async setFolderDigest(id: Article['id'], digest: string): Promise<void> {
    await this.db
      .updateTable('articles')
      .set({ folder_digest: digest })
      .where('library', '=', this.library)
      .where('id', '=', id)
      .execute();
  }

  async note(written: Written, { key, person, team = '', channel = '' }: Act): Promise<void> {
    const { library, watermark, now } = this;
    const { deed, article, version = null, proposal = null, fields = [] } = written;
    await this.db
      .insertInto('article_history')
      .values({
        ...{ library, key, watermark, article, deed, version, proposal },
        ...{ fields: fields.join(','), person, team, channel, at: now },
      })
      .execute();
  }

  /** That an article or a proposal is not what a person saw, with what was done to it last. */
  async overtaken(
    column: 'article' | 'proposal',
    id: string,
  ): Promise<Outcome & { readonly kind: 'overtaken' }> {
    const row = await this.#history()
      .selectAll()
      .where(column, '=', id)
      .orderBy('watermark', 'desc')
      .executeTakeFirst();
    const by: HistoryEntry | undefined = row && rowToEntry(row);
    return { kind: 'overtaken', by };
  }

  #history() {
    return this.db.selectFrom('article_history').where('library', '=', this.library);
  }
}

/** Removes a person from the histories of a workspace's articles, which stay as they are. */
export async function forgetDeeds(db: Kysely<Tables>, team: string, person: string): Promise<void> {
  for (const table of ['article_history', 'article_proposals'] as const) {
    await db
      .updateTable(table)
      .set({ person: '' })
      .where('team', '=', team)
      .where('person', '=', person)
      .execute();
  }
  await db
    .updateTable('article_proposals')
    .set({ settled_by: '' })
    .where('team', '=', team)
    .where('settled_by', '=', person)
    .execute();
}
