import { type LanguageCode, languageOf } from '../language/script.ts';
import type { Article } from './article.ts';

/** So many characters of each article tell which language it is written in. */
const sampleLength = 1000;

/** The languages in which some articles are written, by their text and not by their records. */
export function languagesOf(articles: Iterable<Article>): Set<LanguageCode> {
  const languages = new Set<LanguageCode>();
  for (const article of articles) languages.add(languageOfArticle(article));
  return languages;
}

/** The language that an article is written in, by the beginning of its text. */
export function languageOfArticle({ paragraphs }: Pick<Article, 'paragraphs'>): LanguageCode {
  let sample = '';
  for (const { text } of paragraphs) {
    sample += text.slice(0, sampleLength);
    if (sample.length >= sampleLength) break;
  }
  return languageOf(sample);
}
