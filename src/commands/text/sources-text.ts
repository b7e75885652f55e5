import { afterWhom, describeArticle } from '../../answer/citation.ts';
import type { Article } from '../../library/article.ts';
import { type Library, newestFirst } from '../../library/library.ts';
import { controlTexts } from '../../texts/controls.ts';
import { sayIn } from '../../texts/say.ts';
import { sourceTexts as texts } from '../../texts/sources.ts';

/** The terminal speaks English. */
const say = sayIn('en');

/** The articles of the library, newest first, with the ids by which each is opened. */
export function sourcesToText(library: Library): string {
  const lines = newestFirst(library).map(
    (article) => `${article.id}\n  ${describeArticle(article, say)}`,
  );
  return [say(texts.holds, { articles: lines.length }), ...lines].join('\n');
}

/** The same as objects: each article's record, and how many paragraphs it has. */
export function sourcesToJson(library: Library): object[] {
  return newestFirst(library).map(({ paragraphs, ...record }) => ({
    ...record,
    paragraphs: paragraphs.length,
    description: describeArticle(record, say),
  }));
}

/** An article to be read in place: its description, then each paragraph under its heading. */
export function articleToText(article: Article): string {
  const parts = [describeArticle(article, say)];
  if (article.url) parts.push(article.url);
  if (article.text === 'brief') {
    parts.push(say(controlTexts.ourWords, { brief: afterWhom(article, say) }));
  }
  let heading: string | undefined;
  for (const paragraph of article.paragraphs) {
    if (paragraph.heading && paragraph.heading !== heading) parts.push(`\n${paragraph.heading}`);
    heading = paragraph.heading;
    parts.push(`\n[${paragraph.number}] ${paragraph.text}`);
  }
  return parts.join('\n');
}

/** An article with its description as one object. */
export function articleToJson(article: Article): object {
  return { ...article, description: describeArticle(article, say) };
}
