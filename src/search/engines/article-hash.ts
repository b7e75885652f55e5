import { createHash } from 'node:crypto';
import type { Article } from '../../library/article.ts';

/** Which version of an article an index holds: a SHA-256 of everything that is indexed or shown with it. */
export function hashOf(article: Article): string {
  const known = hashes.get(article);
  if (known) return known;
  const { id, title, authors, publisher, published, language, text, paragraphs } = article;
  const content = [id, title, authors, publisher, published, language, text, paragraphs];
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  hashes.set(article, hash);
  return hash;
}

const hashes = new WeakMap<Article, string>();

/** The versions of articles by their ids; yields after each, so that the caller may pause. */
export function* hashesOf(
  articles: Iterable<Article>,
): Generator<void, Map<Article['id'], string>> {
  const versions = new Map<Article['id'], string>();
  for (const article of articles) {
    versions.set(article.id, hashOf(article));
    yield;
  }
  return versions;
}
