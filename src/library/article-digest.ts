import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

const known = new WeakMap<Article, string>();

/** Changes with every word and every field of the record. */
export function digestOf(article: Article): string {
  const digest =
    known.get(article) ?? createHash('sha256').update(JSON.stringify(article)).digest('hex');
  known.set(article, digest);
  return digest;
}

/** Says what the digest of an article is, whose words need not be read for it then. */
export function rememberDigest(article: Article, digest: string): void {
  known.set(article, digest);
}

/** The digests of articles by their ids; yields after each, so that the caller may pause. */
export function* digestsOf(
  articles: Iterable<Article>,
): Generator<void, Map<Article['id'], string>> {
  const digests = new Map<Article['id'], string>();
  for (const article of articles) {
    digests.set(article.id, digestOf(article));
    yield;
  }
  return digests;
}
