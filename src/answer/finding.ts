import { type LanguageCode, languageOf } from '../language/languages.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Dictionary } from '../library/dictionaries/dictionary.ts';
import type { Library } from '../library/library.ts';
import { daysOf } from '../library/partial-date.ts';
import { type Filter, meets, type Query } from '../search/query/query.ts';
import { passageIn } from '../search/rank/matches.ts';
import type { Findings, Hit, Search } from '../search/search.ts';

/** What was found for a question: in its own language, and in each of the others. */
export interface FoundAcross {
  readonly own: Findings;
  readonly others: readonly { readonly language: LanguageCode; readonly findings: Findings }[];
}

/** What searches in several languages. */
export interface AcrossParts {
  readonly search: Search;
  /** The dictionaries that the operator has, if any. */
  readonly dictionary?: Dictionary | undefined;
}

/**
 * Searches a library of several languages once for each, since scores of what was asked for and of
 * its translations do not compare. Where the library has but one, or a language was asked for, that is
 * one search.
 */
export async function findAcross(
  query: Query,
  limit: number,
  { search, dictionary }: AcrossParts,
): Promise<FoundAcross> {
  const found = await search.find(query, limit);
  const asked = languageOf(query.text);
  const wanted = query.filters.find(({ name }) => name === 'lang')?.value;
  const held = found.languages.filter((code) => wanted === undefined || code === wanted);
  const [only = asked] = held;
  if (held.length < 2) {
    const isOwn = only === asked || !dictionary;
    const findings = isOwn ? found : await search.find(translated(query, only, dictionary), limit);
    return { own: findings, others: [] };
  }
  const findIn = async (language: LanguageCode) => {
    const filters = [...query.filters, { name: 'lang', value: language } as const];
    const findings = await search.find(
      translated({ ...query, filters }, language, dictionary),
      limit,
    );
    return { language, findings };
  };
  return {
    own: (await findIn(asked)).findings,
    others: await Promise.all(held.filter((language) => language !== asked).map(findIn)),
  };
}

/** A query with what dictionaries say for its words in a language other than its own. */
function translated(
  query: Query,
  language: LanguageCode,
  dictionary: Dictionary | undefined,
): Query {
  if (!dictionary || languageOf(query.text) === language) return query;
  const { text, borrowed = '' } = query;
  const into = (words: string) => dictionary.translate(words, language);
  return { ...query, translations: { text: into(text), borrowed: into(borrowed) } };
}

/** Letters and a number that are one name: S-400, Su-35, S400, F 16. */
const designation = /(?<![\p{L}\p{N}-])(\p{Lu}\p{L}{0,2})[- ]?(\d{1,4})(?![\p{L}\p{N}])/u;

/** Typed in small letters it has to be closed up: "su35". */
const smallDesignation = /(?<![\p{L}\p{N}-])(\p{L}{1,3})-?(\d{2,4})(?![\p{L}\p{N}])/u;

/**
 * Finds what a query asks for; a designation in it has to stand in a passage as one name, in whatever
 * way it is written there. Where no passage has it, its letters and number count as plain words.
 */
export async function findWithDesignation(
  query: Query,
  search: Search,
  limit: number,
): Promise<Findings> {
  const { text, phrases } = query;
  const found = designation.exec(text) ?? smallDesignation.exec(text);
  const [whole = '', letters = '', number = ''] = found ?? [];
  const isTime = /^(?:in|by|of|at|to|on|or|mid|may|jun|jul)$/i.test(letters);
  if (found && !isTime && phrases.length === 0) {
    for (const written of [`${letters}-${number}`, `${letters}${number}`]) {
      const strict = { ...query, text: text.replace(whole, written), phrases: [written] };
      const findings = await search.find(strict, limit);
      if (findings.hits.length > 0) return findings;
    }
  }
  return search.find(query, limit);
}

/** What a passage gains that was shown before, or stands beside one that was. */
const gain = 1.2;

/** How many passages of the answer before count as shown. */
const shown = 3;

/** Puts those hits first that belong to what was answered before. */
export function favour(hits: readonly Hit[], before: readonly Hit[]): Hit[] {
  const places = before.slice(0, shown).map(({ passage }) => passage);
  const belongs = ({ passage: { article, paragraph } }: Hit) =>
    places.some((place) => place.article === article && Math.abs(place.paragraph - paragraph) <= 1);
  return hits
    .map((hit) =>
      belongs(hit)
        ? (Object.create(hit, { score: { value: hit.score * gain, enumerable: true } }) as Hit)
        : hit,
    )
    .sort((a, b) => b.score - a.score);
}

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
  const whole = { start: 0, end: first.text.length };
  const [nearest = whole] = splitSentences(first.text, article.language);
  const nothing = { score: 0, coverage: 0, aboutness: 0, matches: [], sought: [] };
  return [
    { passage: passageIn(article, first.number, whole), isInText: true, nearest, ...nothing },
  ];
}
