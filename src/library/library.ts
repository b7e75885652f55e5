import type { Article, Paragraph } from './article.ts';
import type { DifferingTopics } from './differing-topics.ts';
import type { Thesaurus } from './thesaurus.ts';

/** All articles by id, in the order in which they were read, and what could not be read. */
export interface Library {
  readonly articles: ReadonlyMap<Article['id'], Article>;
  readonly thesaurus: Thesaurus;
  /** What sources may disagree on. */
  readonly differing: DifferingTopics;
  /** One line a file that was left out: which file, what was found, what to write. */
  readonly problems: readonly string[];
}

/** A paragraph by its number, or undefined when the library holds no such one. */
export function paragraphOf(
  library: Library,
  articleId: Article['id'],
  paragraph: number,
): Paragraph | undefined {
  return library.articles.get(articleId)?.paragraphs[paragraph - 1];
}

/** All articles by their dates, the newest first and the undated ones last. */
export function newestFirst({ articles }: Pick<Library, 'articles'>): Article[] {
  return [...articles.values()].sort((a, b) =>
    (b.published ?? '').localeCompare(a.published ?? ''),
  );
}
