import { createHash } from 'node:crypto';
import type { Article } from '../library/article.ts';
import type { Act, NewProposal, Proposal } from '../library/article-store.ts';
import type { ArticleChange } from './article-change.ts';
import { addArticle, type Result, reviseArticle } from './article-revision.ts';
import { changedFields, rowToProposal, sourceColumns } from './article-rows.ts';

/** Keeps an article for somebody to accept, unless it waits already or was erased. */
export async function propose(
  change: ArticleChange,
  { article, format, leftOut, replaces }: NewProposal,
  act: Act,
): Promise<Proposal | 'withdrawn'> {
  const { library, now } = change;
  const id = createHash('sha256').update(act.key).digest('base64url').slice(0, 12);
  const known = (await proposalRow(change, id)) ?? (await waitingLike(change, article));
  if (known) return rowToProposal(known);
  if (await change.isErased(article)) return 'withdrawn';
  const row = await change.db
    .insertInto('article_proposals')
    .values({
      ...{ library, id, format, article: article.id, replaces: replaces ?? null },
      ...{ person: act.person, team: act.team ?? '', channel: act.channel ?? '' },
      state: 'waiting',
      ...sourceColumns(article),
      contents: JSON.stringify(article),
      left_out: JSON.stringify(leftOut),
      proposed_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await change.note({ deed: 'proposed', article: article.id, proposal: id }, act);
  return rowToProposal(row);
}

/** Keeps another record or other words for a proposal that waits. */
export async function amend(
  change: ArticleChange,
  id: Proposal['id'],
  article: Article,
): Promise<Result> {
  const before = await waitingArticle(change, id);
  if (!before) return change.overtaken('proposal', id);
  await change.db
    .updateTable('article_proposals')
    .set({
      article: article.id,
      ...sourceColumns(article),
      contents: JSON.stringify(article),
    })
    .where('library', '=', change.library)
    .where('id', '=', id)
    .execute();
  const fields = changedFields(before, article);
  return { deed: 'corrected', article: article.id, proposal: id, fields };
}

/** Adds what was proposed, or makes it a version of `before`. */
export async function accept(
  change: ArticleChange,
  id: Proposal['id'],
  act: Act,
  before: Article | undefined,
): Promise<Result> {
  const article = await waitingArticle(change, id);
  if (!article) return change.overtaken('proposal', id);
  const result = before
    ? await reviseArticle(change, before, { ...article, id: before.id }, 'replaced')
    : await addArticle(change, article);
  if ('kind' in result) return result;
  await settle(change, id, 'accepted', act);
  // It was proposed under another id where that was taken meanwhile.
  await change.db
    .updateTable('article_history')
    .set({ article: result.article })
    .where('library', '=', change.library)
    .where('proposal', '=', id)
    .execute();
  return { ...result, proposal: id };
}

/** Forgets what was proposed. */
export async function discard(
  change: ArticleChange,
  id: Proposal['id'],
  act: Act,
): Promise<Result> {
  const article = await waitingArticle(change, id);
  if (!article) return change.overtaken('proposal', id);
  await settle(change, id, 'discarded', act);
  return { deed: 'discarded', article: article.id, proposal: id };
}

async function settle(
  { db, library, now }: ArticleChange,
  id: Proposal['id'],
  state: 'accepted' | 'discarded',
  { person }: Act,
): Promise<void> {
  await db
    .updateTable('article_proposals')
    .set({ state, contents: null, left_out: null, settled_by: person, settled_at: now })
    .where('library', '=', library)
    .where('id', '=', id)
    .execute();
}

async function waitingArticle(
  change: ArticleChange,
  id: Proposal['id'],
): Promise<Article | undefined> {
  const row = await proposalRow(change, id);
  return row?.state === 'waiting' ? rowToProposal(row).article : undefined;
}

function proposals({ db, library }: Pick<ArticleChange, 'db' | 'library'>) {
  return db.selectFrom('article_proposals').selectAll().where('library', '=', library);
}

function proposalRow(change: ArticleChange, id: Proposal['id']) {
  return proposals(change).where('id', '=', id).executeTakeFirst();
}

/** What was proposed from the same source by somebody else, or by a second message. */
async function waitingLike(change: ArticleChange, article: Article) {
  const { sha256 } = sourceColumns(article);
  if (sha256 === null) return undefined;
  return proposals(change)
    .where('state', '=', 'waiting')
    .where('article', '=', article.id)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** A proposal by its id. */
export async function proposalOf(
  at: Pick<ArticleChange, 'db' | 'library'>,
  id: Proposal['id'],
): Promise<Proposal | undefined> {
  const row = await proposals(at).where('id', '=', id).executeTakeFirst();
  return row && rowToProposal(row);
}

/** What waits, oldest first. */
export async function waitingProposals(
  at: Pick<ArticleChange, 'db' | 'library'>,
  limit: number,
): Promise<Proposal[]> {
  const rows = await proposals(at)
    .where('state', '=', 'waiting')
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(rowToProposal);
}
