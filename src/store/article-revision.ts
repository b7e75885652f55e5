import { randomUUID } from 'node:crypto';
import type { Article } from '../library/article.ts';
import { digestOf } from '../library/article-digest.ts';
import type { Outcome, Published } from '../library/article-store.ts';
import type { ArticleChange, Written } from './article-change.ts';
import { changedFields } from './article-rows.ts';

/** What an act came to: what it wrote, or why it wrote nothing. */
export type Result = Written | Exclude<Outcome, { readonly kind: 'done' | 'repeated' }>;

/** Adds an article that is not there. */
export async function addArticle(change: ArticleChange, article: Article): Promise<Result> {
  if (await change.isErased(article)) return { kind: 'withdrawn' };
  if (await change.row(article.id)) return { kind: 'taken' };
  await change.put(article, { version: 1 });
  return { deed: 'added', article: article.id, version: 1 };
}

/** Makes an article a version of the one that a person saw, which may be one of a folder. */
export async function reviseArticle(
  change: ArticleChange,
  before: Article,
  article: Article,
  deed: 'corrected' | 'replaced',
): Promise<Result> {
  const { id } = before;
  if (article.id !== id) throw new Error(`${article.id} can be no version of ${id}`);
  if (await change.isErased(article)) return { kind: 'withdrawn' };
  const row = await change.row(id);
  if (row && !(await change.isStill(row, before))) return change.overtaken('article', id);
  if (!row) await change.put(before, { version: 1, folderDigest: digestOf(before) });
  const version = (row?.version ?? 1) + 1;
  await change.put(article, { version });
  return { deed, article: id, version, fields: changedFields(before, article) };
}

/** Takes in the article of a folder, if there is anything new in it. */
export async function publishArticle(
  change: ArticleChange,
  article: Article,
): Promise<Published['became']> {
  const { id } = article;
  const row = await change.row(id);
  if (row?.state === 'erased' || (await change.isErased(article))) return 'withdrawn';
  if (row?.state === 'removed') return 'removed';
  const folderDigest = digestOf(article);
  if (row?.folder_digest === folderDigest) return 'unchanged';
  if (row && (await change.isStill(row, article))) {
    await change.setFolderDigest(id, folderDigest);
    return 'unchanged';
  }
  const version = (row?.version ?? 0) + 1;
  const fields = row ? changedFields(await change.articleOf(row), article) : [];
  await change.put(article, { version, folderDigest });
  if (row) await change.setFolderDigest(id, folderDigest);
  const deed = row ? 'replaced' : 'added';
  const act = { key: `publish:${randomUUID()}`, person: '' };
  await change.note({ deed, article: id, version, fields }, act);
  return deed;
}

/** Takes an article out of what is searched; its words stay for the answers that quote them. */
export async function removeArticle(change: ArticleChange, article: Article): Promise<Result> {
  const { id } = article;
  const row = await change.row(id);
  if (row?.state === 'erased') return { kind: 'withdrawn' };
  if (row?.state === 'removed') return change.overtaken('article', id);
  if (row) await change.setState(id, 'removed');
  else await change.put(article, { version: 1, state: 'removed', folderDigest: digestOf(article) });
  return { deed: 'removed', article: id, version: row?.version ?? 1 };
}

/** Brings a removed article back. */
export async function restoreArticle(change: ArticleChange, id: Article['id']): Promise<Result> {
  const row = await change.row(id);
  if (row?.state === 'erased') return { kind: 'withdrawn' };
  if (row?.state !== 'removed') return change.overtaken('article', id);
  await change.setState(id, 'held');
  return { deed: 'restored', article: id, version: row.version };
}
