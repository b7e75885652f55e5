import type { Kysely } from 'kysely';
import type { Article, ArticleRecord } from '../library/article.ts';
import type {
  ArticleVersion,
  Changes,
  HistoryEntry,
  RecordVersion,
  StoredCounts,
} from '../library/article-store.ts';
import { rowToArticle, rowToEntry, rowToState, sourceColumns } from './article-rows.ts';
import type { ArticleVersionsTable, Tables } from './tables.ts';

/** SQLite takes 32,766 values a statement. */
const idsAtOnce = 500;

/** What is there of one library, for reading. */
export interface Shelves {
  readonly db: Kysely<Tables>;
  readonly library: string;
}

export async function watermarkOf({ db, library }: Shelves): Promise<number> {
  const row = await db
    .selectFrom('libraries')
    .select('watermark')
    .where('library', '=', library)
    .executeTakeFirst();
  return row?.watermark ?? 0;
}

export async function changesSince(
  shelves: Shelves,
  watermark: number,
  limit: number,
): Promise<Changes> {
  const { db, library } = shelves;
  // First, so that a change between the two reads is seen again, and never missed.
  const now = await watermarkOf(shelves);
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('library', '=', library)
    .where('watermark', '>', watermark)
    .orderBy('watermark')
    .limit(limit)
    .execute();
  const last = rows.at(-1);
  const isComplete = rows.length < limit;
  return {
    watermark: last && (!isComplete || last.watermark > now) ? last.watermark : now,
    isComplete,
    changes: rows.map(rowToState),
  };
}

export async function latest(
  shelves: Shelves,
  ids: readonly Article['id'][],
): Promise<ArticleVersion[]> {
  const versions: ArticleVersion[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce);
    const rows = await heldVersions(shelves)
      .select('article_versions.paragraphs')
      .where('articles.id', 'in', some)
      .execute();
    versions.push(...rows.map(rowToVersion));
  }
  return versions;
}

export async function latestRecords(
  shelves: Shelves,
  ids: readonly Article['id'][],
): Promise<RecordVersion[]> {
  const versions: RecordVersion[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce);
    const rows = await heldVersions(shelves).where('articles.id', 'in', some).execute();
    for (const { record, version, made_at: madeAt } of rows) {
      versions.push({ record: JSON.parse(record) as ArticleRecord, version, madeAt });
    }
  }
  return versions;
}

export async function pageAfter(
  shelves: Shelves,
  id: Article['id'] | undefined,
  limit: number,
): Promise<Article[]> {
  const rows = await held(shelves)
    .where('articles.id', '>', id ?? '')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(rowToArticle);
}

export async function recordsOf(
  { db, library }: Shelves,
  offset: number,
  limit: number,
): Promise<ArticleRecord[]> {
  const rows = await withVersions(db)
    .select('article_versions.record')
    .where('articles.library', '=', library)
    .where('articles.state', '=', 'held')
    .orderBy('articles.published', (order) => order.desc().nullsLast())
    .orderBy('articles.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(({ record }) => JSON.parse(record) as ArticleRecord);
}

export async function countsOf({ db, library }: Shelves): Promise<StoredCounts> {
  const counts = await db
    .selectFrom('articles')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('articles'),
      fn.sum<number>('paragraphs').as('paragraphs'),
      fn.sum<number>('to_review').as('toReview'),
      fn.sum<number>(eb.case().when('kind', '=', 'brief').then(1).else(0).end()).as('briefs'),
    ])
    .where('library', '=', library)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  const { waiting } = await db
    .selectFrom('article_proposals')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('library', '=', library)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const { articles, paragraphs, toReview, briefs } = counts;
  // The sum of nothing is null.
  return {
    ...{ articles, waiting },
    paragraphs: paragraphs ?? 0,
    toReview: toReview ?? 0,
    briefs: briefs ?? 0,
  };
}

export async function historyOf(
  { db, library }: Shelves,
  id: Article['id'],
): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('article_history')
    .selectAll()
    .where('library', '=', library)
    .where('article', '=', id)
    .orderBy('watermark', 'desc')
    .execute();
  return rows.map(rowToEntry);
}

export async function versionsOf(
  { db, library }: Shelves,
  id: Article['id'],
): Promise<ArticleVersion[]> {
  const rows = await db
    .selectFrom('article_versions')
    .selectAll()
    .where('library', '=', library)
    .where('article', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(rowToVersion);
}

/** Whether an article with this id, source or address was erased. */
export async function isErased(
  { db, library }: Shelves,
  { id, ...origin }: Pick<Article, 'id' | 'source' | 'url'>,
): Promise<boolean> {
  const { sha256, address } = sourceColumns(origin);
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('library', '=', library)
    .where('state', '=', 'erased')
    .where(({ eb, or }) =>
      or([
        eb('id', '=', id),
        ...(sha256 === null ? [] : [eb('sha256', '=', sha256)]),
        ...(address === null ? [] : [eb('address', '=', address)]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

function held(shelves: Shelves) {
  return heldVersions(shelves).select('article_versions.paragraphs');
}

function heldVersions({ db, library }: Shelves) {
  return withVersions(db)
    .select(['article_versions.record', 'article_versions.version', 'article_versions.made_at'])
    .where('articles.library', '=', library)
    .where('articles.state', '=', 'held');
}

function rowToVersion(
  row: Pick<ArticleVersionsTable, 'record' | 'paragraphs' | 'version' | 'made_at'>,
): ArticleVersion {
  return { version: row.version, article: rowToArticle(row), madeAt: row.made_at };
}

function withVersions(db: Kysely<Tables>) {
  return db
    .selectFrom('articles')
    .innerJoin('article_versions', (join) =>
      join
        .onRef('article_versions.library', '=', 'articles.library')
        .onRef('article_versions.article', '=', 'articles.id')
        .onRef('article_versions.version', '=', 'articles.version'),
    );
}
