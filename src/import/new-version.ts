import type { Article } from '../library/article.ts';

/** Whether two articles have the same paragraphs, and both are originals or both briefs. */
export function isSameText(one: Article, other: Article): boolean {
  const textOf = ({ text, paragraphs }: Article) =>
    [text, ...paragraphs.map((paragraph) => paragraph.text)].join('\n');
  return textOf(one) === textOf(other);
}

/**
 * What an article becomes when its source has other words now. The record stays as people have it,
 * unless nobody has looked it over; the words are the publisher's from then on.
 */
export function newVersion(before: Article, { paragraphs, source, ...record }: Article): Article {
  const kept = before.review ? { ...record, id: before.id } : before;
  return { ...kept, text: 'original', paragraphs, ...(source && { source }) };
}
