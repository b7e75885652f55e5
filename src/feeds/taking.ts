import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeArticle } from '../additions/placing.ts';
import type { Parsers } from '../import/child/parsers.ts';
import type { Fetcher } from '../import/fetch/fetcher.ts';
import type { MayPoll } from '../import/fetch/robots.ts';
import type { Article } from '../library/article.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import type { PartialDate } from '../library/partial-date.ts';
import type { FeedItem, FeedStore } from './feed.ts';
import type { WholeItem } from './visit.ts';

/** What items are taken into the library with. */
export interface TakingParts {
  readonly feeds: Pick<FeedStore, 'note' | 'settle'>;
  readonly articles: Pick<ArticleStore, 'add' | 'replace'>;
  readonly library: Pick<Library, 'articles'>;
  readonly fetcher: Pick<Fetcher, 'download'>;
  readonly parsers: Pick<Parsers, 'make'>;
  readonly mayPoll: MayPoll;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A page that could not be had so often, for reasons that may pass, is listed as a link. */
const maxTries = 3;

/** Takes an item that came whole. */
export async function takeWhole(
  feed: string,
  { key, article }: WholeItem,
  parts: TakingParts,
): Promise<void> {
  const state = (await addArticle(feed, key, article, parts)) ? 'article' : 'left';
  const record = { title: article.title, authors: [], published: article.published };
  const item = { feed, key, address: article.url ?? '', record, tries: 0 };
  await parts.feeds.note([item], state, parts.clock());
  if (state === 'article') await parts.feeds.settle(item, state, article.id);
}

/** Fetches the page of an item: an article, or else a link that digests list. */
export async function takePage(item: FeedItem, parts: TakingParts): Promise<void> {
  const { feeds } = parts;
  const page = await articleAt(item, parts);
  if (page === 'later' && item.tries + 1 < maxTries) {
    return feeds.settle({ ...item, tries: item.tries + 1 }, 'pending');
  }
  if (typeof page === 'string') return feeds.settle(item, 'link');
  const taken = await addArticle(item.feed, item.key, page, parts);
  await feeds.settle(item, taken ? 'article' : 'left', taken);
}

/** The article of a page, by the rules of the import; `later` where the reason may pass. */
async function articleAt(
  { address, record }: FeedItem,
  { fetcher, parsers, mayPoll }: TakingParts,
): Promise<Article | 'later' | 'never'> {
  if (!URL.canParse(address) || !(await mayPoll(address))) return 'never';
  const folder = await mkdtemp(join(tmpdir(), 'desk-item-'));
  try {
    const fetched = await fetcher.download(address, join(folder, 'page'));
    if (fetched.kind === 'refused') return mayPass(fetched.status) ? 'later' : 'never';
    const read = await parsers.make(fetched.source);
    const [first] = 'made' in read ? read.made : [];
    return first && 'article' in first ? completed(first.article, record) : 'never';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whoever is busy or did not answer at all may do so later. */
function mayPass(status: number | undefined): boolean {
  return status === undefined || status === 429 || status >= 500;
}

/** What a page does not say of itself its feed may know. */
function completed(article: Article, { authors, published }: FeedItem['record']): Article {
  const isNamed = article.authors.length > 0 || authors.length === 0;
  const isDated = article.published !== undefined || published === undefined;
  const filled = [...(isNamed ? [] : ['authors']), ...(isDated ? [] : ['published'])];
  const { review, ...rest } = article;
  const left = review?.filter((field) => !filled.includes(field)) ?? [];
  return {
    ...rest,
    ...(!isNamed && { authors }),
    ...(!isDated && { published: published as PartialDate }),
    inferred: article.inferred.filter((field) => !filled.includes(field)),
    ...(left.length > 0 && { review: left }),
  };
}

/** The id under which the library has it from now on; undefined where it had it, or may not have it. */
async function addArticle(
  feed: string,
  key: string,
  made: Article,
  { articles, library }: TakingParts,
): Promise<string | undefined> {
  const act = { key: `feed:${feed}:${key}`, person: '' };
  const placed = await placeArticle(made, library.articles);
  if (placed.kind === 'held') return undefined;
  const outcome =
    placed.kind === 'version'
      ? await articles.replace(placed.before, placed.article, act)
      : await articles.add(placed.article, act);
  // The library has changed meanwhile; it is placed again at the next visit.
  if (outcome.kind === 'taken' || outcome.kind === 'overtaken') throw new Error(outcome.kind);
  return outcome.kind === 'withdrawn' ? undefined : placed.article.id;
}
