import MiniSearch from 'minisearch';
import type { Article } from '../../src/library/article.ts';

/** MiniSearch with its defaults, as the figure to beat: the ids of the articles it finds, best first. */
export function createPlainMiniSearch(
  articles: readonly Article[],
): (question: string) => string[] {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ['title', 'text'],
  });
  index.addAll(
    articles.map(({ id, title, paragraphs }) => ({
      id,
      title,
      text: paragraphs.map(({ text }) => text).join('\n'),
    })),
  );
  return (question) => index.search(question).map(({ id }) => id as string);
}
