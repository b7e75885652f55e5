import { createHash } from 'node:crypto';
import { abbreviationsIn } from '../../../language/english/abbreviations.ts';
import { languageOf } from '../../../language/languages.ts';
import { wordsOf } from '../../../language/words.ts';
import type { Article } from '../../../library/article.ts';
import { digestOf } from '../../../library/article-digest.ts';
import { languageOfArticle } from '../../../library/library.ts';
import { daysOf } from '../../../library/partial-date.ts';
import { splitIntoPassages } from '../../../library/passage.ts';
import { foldName } from '../../query/query.ts';
import { titleTextOf } from '../library-counts.ts';
import { tokenOf } from './index-definition.ts';

/** A document with its id. */
export interface Document {
  readonly id: string;
  readonly source: object;
}

/** What a passage's document says again when it is taken out. */
export interface PassageSource {
  readonly kind: 'passage';
  readonly forms: string;
  readonly titleForms: string;
  readonly titleKey: string;
  readonly language: ReturnType<typeof languageOf>;
}

/** What an article's document says again: which version it is, and what goes with it. */
export interface ArticleSource {
  readonly kind: 'article';
  readonly article: Article['id'];
  readonly hash: string;
  readonly passages: number;
  /** Short and long forms that the article explains, as JSON in base 64. */
  readonly payload: string;
}

/** The ids of an article's own document, and of its passages from 0. */
export function idsOf(article: Article['id'], passages: number): string[] {
  const key = shortHash(article);
  return [key, ...Array.from({ length: passages }, (_, at) => `${key}:${at}`)];
}

/** The documents of an article: its passages, and itself last. */
export function documentsOf(article: Article): Document[] {
  const passages = splitIntoPassages(article);
  const [own = '', ...ids] = idsOf(article.id, passages.length);
  const record = recordOf(article);
  const documents = passages.map((passage, at) => {
    const title = titleTextOf(passage);
    const words = wordsOf(passage.text);
    const titleWords = wordsOf(title);
    const { paragraph, start, end, text } = passage;
    const source: PassageSource & Record<string, unknown> = {
      kind: 'passage',
      ...record,
      ...{ article: article.id, paragraph, start, end, siblings: passages.length },
      words: words.map(({ term }) => tokenOf(term)).join(' '),
      titles: titleWords.map(({ term }) => tokenOf(term)).join(' '),
      forms: words.map(({ form }) => form).join(' '),
      titleForms: titleWords.map(({ form }) => form).join(' '),
      titleKey: shortHash(title),
      language: languageOf(text),
    };
    return { id: ids[at] ?? '', source };
  });
  const explained = passages.flatMap(({ text }) => abbreviationsIn(text));
  const source: ArticleSource = {
    ...{ kind: 'article', article: article.id, hash: digestOf(article), passages: passages.length },
    payload: Buffer.from(JSON.stringify(explained)).toString('base64'),
  };
  return [...documents, { id: own, source }];
}

/** What filters ask of an article. */
function recordOf(article: Article): object {
  const { authors, publisher, published, text } = article;
  const days = published && daysOf(published);
  return {
    authors: authors.map(foldName),
    ...(publisher && { publisher: foldName(publisher) }),
    ...(days && { first: days.first, last: days.last }),
    ...{ text, articleLanguage: languageOfArticle(article) },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
