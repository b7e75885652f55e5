import { splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { daysOf } from '../library/partial-date.ts';
import { type Filter, meets } from '../search/query/query.ts';
import { passageAt } from '../search/rank/matches.ts';
import type { Hit } from '../search/search.ts';

/** What filters alone ask for: the articles that meet them, the newest first, each by its beginning. */
export function listed(filters: readonly Filter[], { articles }: Library): Hit[] {
  return [...articles.values()]
    .filter((article) => meets(article, filters))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    .flatMap((article) => beginningOf(article));
}

function dayOf({ published }: Article): string {
  return published ? daysOf(published).first : '';
}

function beginningOf(article: Article): Hit[] {
  const [first] = article.paragraphs;
  if (!first) return [];
  const place = { article: 0, paragraph: first.number, start: 0, end: first.text.length };
  const [nearest = { start: 0, end: first.text.length }] = splitSentences(
    first.text,
    article.language,
  );
  const nothing = { score: 0, coverage: 0, aboutness: 0, matches: [], sought: [] };
  return [{ passage: passageAt(place, [article]), isInText: true, nearest, ...nothing }];
}
