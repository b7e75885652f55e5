import type { Article, Paragraph } from '../../library/article.ts';
import { type Speech, speechesIn } from './voices.ts';

const known = new WeakMap<Paragraph, readonly Speech[]>();

/** Who says what in a stored paragraph, read once. */
export function speechesOf(paragraph: Paragraph): readonly Speech[] {
  const found = known.get(paragraph) ?? speechesIn(paragraph.text);
  known.set(paragraph, found);
  return found;
}

/** The same, with the voice of a quotation that the paragraph before leaves open. */
export function speechesWithin(article: Article, paragraph: Paragraph): readonly Speech[] {
  const speeches = speechesOf(paragraph);
  const [first, ...others] = speeches;
  const previous = article.paragraphs[paragraph.number - 2];
  if (!first || first.reading || !previous || !/^\s*["“«„]/u.test(paragraph.text)) return speeches;
  const last = speechesOf(previous).at(-1);
  return last?.quoted.isOpen ? [{ ...first, reading: last.reading }, ...others] : speeches;
}
