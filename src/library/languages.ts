import { type LanguageCode, languageCodes, languageOf } from '../language/script.ts';
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
