import type { Article } from '../library/article.ts';
import type { Act, ArticleStore, HistoryEntry, Proposal } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';

/** What became of a librarian's click. */
export type Settled =
  | {
      readonly kind: 'done';
      readonly does: 'accept' | 'discard';
      readonly article: Article;
      readonly isVersion: boolean;
    }
  /** Somebody else, or the same person with another click, was first. */
  | { readonly kind: 'settled before'; readonly by?: HistoryEntry | undefined }
  /** It still waits: the article that it would replace has changed. */
  | { readonly kind: 'waiting'; readonly proposal: Proposal; readonly before?: Article | undefined }
  /** It was erased meanwhile. */
  | { readonly kind: 'withdrawn' };

/** An id that is taken is tried with so many numbers. */
const maxNumber = 50;

/** Accepts or discards a proposal, once. Rejects while the database is away. */
export async function settle(
  id: Proposal['id'],
  does: 'accept' | 'discard',
  act: Act,
  parts: { readonly articles: ArticleStore; readonly library: Pick<Library, 'articles'> },
): Promise<Settled> {
  const { articles, library } = parts;
  const proposal = await articles.proposal(id);
  const article = proposal?.article;
  if (!proposal || !article || proposal.state !== 'waiting') {
    const outcome = await articles.discard(id, act);
    return { kind: 'settled before', by: outcome.kind === 'overtaken' ? outcome.by : undefined };
  }
  if (does === 'discard') {
    const outcome = await articles.discard(id, act);
    if (outcome.kind === 'overtaken') return { kind: 'settled before', by: outcome.by };
    return { kind: 'done', does, article, isVersion: false };
  }
  const before = proposal.replaces ? library.articles.get(proposal.replaces) : undefined;
  return accept({ proposal, article, before }, act, parts);
}

async function accept(
  {
    proposal,
    article,
    before,
  }: { proposal: Proposal; article: Article; before: Article | undefined },
  act: Act,
  {
    articles,
    library,
  }: { readonly articles: ArticleStore; readonly library: Pick<Library, 'articles'> },
): Promise<Settled> {
  const { id } = proposal;
  // Who accepts it has looked it over.
  const { review: _, ...seen } = article;
  for (let number = 1; number <= maxNumber; number += 1) {
    const free = number === 1 ? article.id : `${article.id}-${number}`;
    const isTaken = before === undefined && library.articles.has(free);
    if (isTaken) continue;
    const renamed = { ...seen, id: before?.id ?? free };
    if (article.review || renamed.id !== article.id) {
      await articles.amend(id, renamed, { ...act, key: `${act.key}:${number}` });
    }
    const outcome = await articles.accept(id, act, before);
    if (outcome.kind === 'taken') continue;
    if (outcome.kind === 'withdrawn') return { kind: 'withdrawn' };
    if (outcome.kind === 'done' || outcome.kind === 'repeated') {
      const isVersion = before !== undefined;
      return { kind: 'done', does: 'accept', article: renamed, isVersion };
    }
    const now = await articles.proposal(id);
    if (now?.state === 'waiting') return { kind: 'waiting', proposal: now, before };
    return { kind: 'settled before', by: outcome.by };
  }
  throw new Error(`No id is free for ${article.id}`);
}
