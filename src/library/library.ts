import { type LanguageCode, languageCodes, languageOf } from '../language/languages.ts';
import { answerTexts } from '../texts/answer.ts';
import { homeTexts } from '../texts/home.ts';
import { type Saying, saying } from '../texts/message.ts';
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
  /**
   * What is not found any more but stands behind old answers: removed articles, and the earlier
   * versions of others, the last first.
   */
  readonly earlier?: ReadonlyMap<Article['id'], readonly Article[]>;
  /** The ids of articles that were erased. */
  readonly withdrawn?: ReadonlySet<Article['id']>;
  /** False until its database was read once: nobody knows then what it does not hold. */
  readonly isWhole?: boolean;
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

/** So many articles are named. */
const maxWaiting = 10;

/** Names the articles that nobody has looked over since they were imported; undefined if none waits. */
export function awaitingReview({ articles }: Pick<Library, 'articles'>): Saying | undefined {
  const all = [...articles.values()].flatMap(({ id, review = [] }) =>
    review.length > 0 ? [`${id} (${review.join(', ')})`] : [],
  );
  if (all.length === 0) return undefined;
  const words = all.slice(0, maxWaiting).join('; ');
  const more = all.length - maxWaiting;
  const names = more > 0 ? saying(answerTexts.andMore, { words, more }) : words;
  return saying(homeTexts.review, { articles: all.length, names });
}

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
