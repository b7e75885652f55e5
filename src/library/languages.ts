import { type LanguageCode, languageCodes, languageOf } from '../language/languages.ts';
import type { Article } from './article.ts';

/** The languages in which some paragraphs are written, by their text and not by the records. */
export function languagesOf(articles: Iterable<Pick<Article, 'paragraphs'>>): Set<LanguageCode> {
  const languages = new Set<LanguageCode>();
  for (const { paragraphs } of articles) {
    for (const { text } of paragraphs) {
      languages.add(languageOf(text));
      if (languages.size === languageCodes.length) return languages;
    }
  }
  return languages;
}

/** So many characters of an article tell which language it is written in. */
const sampleLength = 1000;

/** The language that an article is written in, by the beginning of its text and not by its record. */
export function languageOfArticle({ paragraphs }: Pick<Article, 'paragraphs'>): LanguageCode {
  let sample = '';
  for (const { text } of paragraphs) {
    sample += text.slice(0, sampleLength);
    if (sample.length >= sampleLength) break;
  }
  return languageOf(sample);
}
