import type { Article } from '../library/article.ts';
import type { Erasable } from '../library/article-store.ts';
import type { ArticleChange } from './article-change.ts';
import type { Result } from './article-revision.ts';
import { rowToArticle, sourceColumns } from './article-rows.ts';
import { open } from './job-row.ts';
import { Wordings } from './wordings.ts';

/** Forgets every word of an article, and keeps what it takes to keep it out. */
export async function eraseArticle(change: ArticleChange, article: Erasable): Promise<Result> {
  const { id } = article;
  const row = await change.row(id);
  if (row?.state === 'erased') return change.overtaken('article', id);
  const { sha256, address } = sourceColumns(article);
  const source = { sha256: row?.sha256 ?? sha256, address: row?.address ?? address };
  await forgetQuestions(change, await wordingsOf(change, article));
  await change.db
    .deleteFrom('article_versions')
    .where('library', '=', change.library)
    .where('article', '=', id)
    .execute();
  await forgetProposals(change, id, source);
  await forgetPosts(change, id);
  await forgetItems(change, id, source);
  await mark(change, id, source);
  return { deed: 'erased', article: id };
}

type Source = ReturnType<typeof sourceColumns>;

async function mark(change: ArticleChange, id: Article['id'], source: Source): Promise<void> {
  const { db, library, watermark } = change;
  const nothing = { published: null, kind: null, paragraphs: 0, to_review: 0, folder_digest: null };
  const values = { state: 'erased' as const, watermark, ...nothing, ...source };
  await db
    .insertInto('articles')
    .values({ library, id, version: 0, added: watermark, ...values })
    .onConflict((conflict) => conflict.columns(['library', 'id']).doUpdateSet(values))
    .execute();
}

/** Other proposals of the same source would bring the words back. */
async function forgetProposals(
  { db, library, now }: ArticleChange,
  id: Article['id'],
  { sha256, address }: Source,
): Promise<void> {
  await db
    .updateTable('article_proposals')
    .set({ state: 'discarded', contents: null, left_out: null, settled_at: now })
    .where('library', '=', library)
    .where('state', '=', 'waiting')
    .where(({ eb, or }) =>
      or([
        eb('article', '=', id),
        eb('replaces', '=', id),
        ...(sha256 === null ? [] : [eb('sha256', '=', sha256)]),
        ...(address === null ? [] : [eb('address', '=', address)]),
      ]),
    )
    .execute();
}

/**
 * A post that is written down whole, such as the thread of a digest, holds its quotes, each with a
 * button that names the article. It is not posted any more.
 */
async function forgetPosts({ db, now }: ArticleChange, id: Article['id']): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'given up', payload: null, draft: null, finished_at: now })
    .where('state', 'in', open)
    .where('payload', 'like', `%"${id}.%`)
    .execute();
}

/** What the versions of an article say, and the one of a folder that the store may not have. */
async function wordingsOf(
  { db, library }: ArticleChange,
  { id, paragraphs = [] }: Erasable,
): Promise<Wordings> {
  const rows = await db
    .selectFrom('article_versions')
    .select(['record', 'paragraphs'])
    .where('library', '=', library)
    .where('article', '=', id)
    .execute();
  const wordings = new Wordings();
  for (const { text } of [paragraphs, ...rows.map((row) => rowToArticle(row).paragraphs)].flat()) {
    wordings.add(text);
  }
  return wordings;
}

/** So many rows are read at once. */
const rowsAtOnce = 500;

/**
 * Answers refer to an article by numbers; but who had a quotation checked has written it down, and so
 * has who said why an answer was none. A question that still waits is answered from its job.
 */
async function forgetQuestions({ db }: ArticleChange, wordings: Wordings): Promise<void> {
  const texts = db.selectFrom('questions').select(['id', 'text']).where('text', 'is not', null);
  await eachCopy(
    wordings,
    (last) => texts.where('id', '>', last).orderBy('id').limit(rowsAtOnce).execute(),
    (ids) => db.updateTable('questions').set({ text: null }).where('id', 'in', ids).execute(),
  );
  const reasons = db
    .selectFrom('feedback')
    .select(['question as id', 'reason as text'])
    .where('reason', 'is not', null);
  await eachCopy(
    wordings,
    (last) => reasons.where('question', '>', last).orderBy('question').limit(rowsAtOnce).execute(),
    (ids) =>
      db.updateTable('feedback').set({ reason: null }).where('question', 'in', ids).execute(),
  );
}

/** Calls `forget` with the ids of those rows that copy the wordings. */
async function eachCopy(
  wordings: Wordings,
  readAfter: (
    id: string,
  ) => Promise<readonly { readonly id: string; readonly text: string | null }[]>,
  forget: (ids: readonly string[]) => Promise<unknown>,
): Promise<void> {
  let last = '';
  for (;;) {
    const rows = await readAfter(last);
    const ids = rows.flatMap(({ id, text }) => (text && wordings.areIn(text) ? id : []));
    if (ids.length > 0) await forget(ids);
    const end = rows.at(-1);
    if (!end || rows.length < rowsAtOnce) return;
    last = end.id;
  }
}

/** A feed's item says the title and authors; its key and address stay, so that it is not taken again. */
async function forgetItems(
  { db, library }: ArticleChange,
  id: Article['id'],
  { address }: Source,
): Promise<void> {
  const own = db.selectFrom('feeds').select('id').where('library', '=', library);
  await db
    .updateTable('feed_items')
    .set({ state: 'left', record: JSON.stringify({ title: '', authors: [] }) })
    .where('feed', 'in', own)
    .where(({ eb, or }) =>
      or([eb('article', '=', id), ...(address === null ? [] : [eb('address', '=', address)])]),
    )
    .execute();
}
