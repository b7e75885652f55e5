import type { Article, ArticleRecord, Paragraph } from './article.ts';
import { digestOf, rememberDigest } from './article-digest.ts';

/** A version of an article: what has the same key has the same record and words. */
export interface VersionKey {
  readonly id: Article['id'];
  readonly version: number;
  /** Milliseconds since 1970: a backup may be put back, and its articles go on to other words. */
  readonly madeAt: number;
}

/** What is known of the words of a version without reading them. */
export interface KnownWords {
  /** As `digestOf` gives it. */
  readonly digest: string;
  readonly paragraphs: number;
}

/** Keeps the words of a large library where they take no memory; all of it can be made again. */
export interface WordsKeeper {
  /** Undefined where it does not hold the words of this version. */
  known(key: VersionKey): KnownWords | undefined;
  keep(key: VersionKey, words: KnownWords, paragraphs: readonly Paragraph[]): void;
  /** Throws where it does not hold them any more. */
  read(key: VersionKey): readonly Paragraph[];
  /** Leaves nothing of the words of these articles. */
  forget(ids: readonly Article['id'][]): void;
  close(): void;
}

/** Where there may be a keeper. */
export interface WordsPlace {
  open(): WordsKeeper;
  /** Leaves nothing of a keeper that was there before. */
  remove(): void;
}

const lengths = new WeakMap<Article, number>();

/** How many paragraphs an article has, without reading them where they are kept. */
export function lengthOf(article: Article): number {
  return lengths.get(article) ?? article.paragraphs.length;
}

/** An article whose words are read from a keeper when somebody looks at them; undefined if it has them not. */
export function keptArticle(
  record: ArticleRecord,
  key: VersionKey,
  keeper: WordsKeeper,
): Article | undefined {
  const known = keeper.known(key);
  if (!known) return undefined;
  const article = Object.defineProperty({ ...record }, 'paragraphs', {
    enumerable: true,
    get: () => keeper.read(key),
  }) as Article;
  rememberDigest(article, known.digest);
  lengths.set(article, known.paragraphs);
  return article;
}

/** Hands the words of an article to a keeper. */
export function keepWords(article: Article, key: VersionKey, keeper: WordsKeeper): void {
  const { paragraphs } = article;
  keeper.keep(key, { digest: digestOf(article), paragraphs: paragraphs.length }, paragraphs);
}
