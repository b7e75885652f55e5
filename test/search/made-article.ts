import type { Article } from '../../src/library/article.ts';

/** An article for tests, of the paragraphs given. */
export function madeArticle(
  id: string,
  paragraphs: readonly string[],
  record: Partial<Article> = {},
): Article {
  return {
    id,
    title: `Title of ${id}`,
    authors: [],
    language: 'en',
    text: 'original',
    inferred: [],
    paragraphs: paragraphs.map((text, i) => ({ number: i + 1, text })),
    ...record,
  };
}
