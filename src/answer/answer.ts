import type { Span } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { type Filter, type Query, readQuery } from '../search/query/query.ts';
import type { Findings, Hit, Search } from '../search/search.ts';
import { type Citation, cite } from './citation.ts';
import { borrowedWords } from './follow-up.ts';
import { outcomeOf } from './outcome.ts';
import { chooseQuote, type QuoteReference } from './quote.ts';

/** A quote with its citation, ready to be shown. */
export interface CitedQuote extends QuoteReference {
  /** The slice of the paragraph, word for word. */
  readonly text: string;
  /** Where the question's words stand in it: offsets in `text`. */
  readonly matches: readonly Span[];
  readonly score: number;
  readonly citation: Citation;
}

/** How a question was understood, beyond its plain words. */
interface Reading {
  readonly question: string;
  readonly filters: readonly Filter[];
  /** Sentences for the asker: words that were read as others, filters that are none. */
  readonly notes: readonly string[];
  /** Names, numbers and rare words of the question that nothing here, or nothing shown, mentions. */
  readonly missing: readonly string[];
}

/** Passages that answer, or `perhaps` the closest ones, of which none answers for certain. */
export interface Answered extends Reading {
  readonly kind: 'answered' | 'perhaps';
  /** Best first; at least one. */
  readonly quotes: readonly CitedQuote[];
  /** Whether a further page of quotes answers too. */
  readonly hasMore: boolean;
}

export interface Unknown extends Reading {
  readonly kind: 'unknown';
  /** Titles that come nearest; they do not answer. */
  readonly nearest: readonly string[];
  /** Whether the question would be answered without its filters, phrases and exclusions. */
  readonly ruledOut: boolean;
}

/** A question whose filters can't be read, or that names nothing to look for. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly question: string;
  readonly problems: readonly string[];
}

/** What the library has to say to a question. */
export type Answer = Answered | Unknown | Unreadable;

/** Whether an answer has passages to show. */
export function hasPassages(answer: Answer): answer is Answered {
  return answer.kind === 'answered' || answer.kind === 'perhaps';
}

/** What an answer is made from. */
export interface AnswerParts {
  readonly library: Library;
  readonly search: Search;
}

/** A question with what was asked before it in its thread, oldest first. */
export interface Question {
  readonly text: string;
  readonly thread?: readonly string[];
}

/** How many quotes an answer shows unless more are asked for. */
export const usualQuotes = 3;

/** A passage that scores less than this share of the best one's score is no answer beside it. */
const leastShareOfBest = 0.3;

/** How many hits are looked through for the ones to show. */
const mostHits = 30;

/**
 * Finds the passages that answer a question, `limit` of them; `page` 1 holds the next ones after page
 * 0. Says `unknown` rather than show what does not answer, or when there is no such page.
 */
export async function answer(
  question: Question,
  parts: AnswerParts,
  limit = usualQuotes,
  page = 0,
): Promise<Answer> {
  const { text } = question;
  const read = readQuery(text);
  if ('problems' in read) return { kind: 'unreadable', question: text, problems: read.problems };
  if (!/[\p{L}\p{N}]/u.test(read.query.text)) {
    return {
      kind: 'unreadable',
      question: text,
      problems: ['There is nothing to look for. Write a word or a phrase.'],
    };
  }
  const query = withThread(read.query, question.thread ?? []);
  const findings = await parts.search.find(query, mostHits);
  const { hits, hasMore } = pageOf(likelyHits(findings), limit, page);
  const quotes = hits.map((hit) => quoteOf(hit));
  const { kind, missing } = outcomeOf(findings, hits, quotes);
  const notes = [...read.notes, ...notesOn(findings)];
  const reading = { question: text, filters: query.filters, notes, missing };
  if (kind !== 'unknown') return { kind, ...reading, quotes, hasMore };
  return { kind, ...reading, ...(await explain(query, findings, parts.search)) };
}

function withThread(query: Query, thread: readonly string[]): Query {
  const borrowed = borrowedWords(query.text, thread);
  return borrowed ? { ...query, borrowed } : query;
}

function notesOn({ concepts }: Findings): string[] {
  return concepts.flatMap(({ typed, readAs, isBorrowed }) =>
    readAs && !isBorrowed ? [`The library does not hold "${typed}"; I looked for ${readAs}.`] : [],
  );
}

/** The hits that may be shown, best first. */
function likelyHits({ hits }: Findings): Hit[] {
  const [best] = hits;
  if (!best) return [];
  const least = best.score * leastShareOfBest;
  return hits.filter(({ score, isInText }) => isInText && score >= least);
}

function pageOf(
  answering: readonly Hit[],
  limit: number,
  page: number,
): { readonly hits: readonly Hit[]; readonly hasMore: boolean } {
  const hits = spread(answering, limit);
  const rest = answering.filter((hit) => !hits.includes(hit));
  return page > 0 ? pageOf(rest, limit, page - 1) : { hits, hasMore: rest.length > 0 };
}

/** The best hits; not all of one article when another article answers too. */
function spread(answering: readonly Hit[], limit: number): Hit[] {
  const mostOfOneArticle = Math.max(1, Math.ceil((limit * 2) / 3));
  const counts = new Map<Article, number>();
  const first = answering.filter(({ passage: { article } }) => {
    const count = (counts.get(article) ?? 0) + 1;
    counts.set(article, count);
    return count <= mostOfOneArticle;
  });
  const rest = answering.filter((hit) => !first.includes(hit));
  return [...first, ...rest].slice(0, limit).sort((a, b) => b.score - a.score);
}

/** Quotes the best sentences of a hit, with their citation. */
export function quoteOf(hit: Hit): CitedQuote {
  const { article, paragraph: number } = hit.passage;
  const paragraph = article.paragraphs[number - 1];
  if (!paragraph) throw new Error(`${article.id} has no paragraph ${number}`);
  const span = chooseQuote(hit, paragraph.text);
  const inside = hit.matches.filter(({ start, end }) => start >= span.start && end <= span.end);
  return {
    article: article.id,
    paragraph: number,
    ...span,
    text: paragraph.text.slice(span.start, span.end),
    matches: inside.map(({ start, end }) => ({ start: start - span.start, end: end - span.start })),
    score: hit.score,
    citation: cite(article, paragraph, span),
  };
}

async function explain(
  query: Query,
  findings: Findings,
  search: Search,
): Promise<Pick<Unknown, 'nearest' | 'ruledOut'>> {
  const unconditional = { ...query, filters: [], phrases: [], excluded: [] };
  const conditions = query.filters.length + query.phrases.length + query.excluded.length;
  const all = conditions > 0 ? await search.find(unconditional, mostHits) : findings;
  const titles = new Set(all.hits.map(({ passage }) => passage.article.title));
  return {
    nearest: [...titles].slice(0, 3),
    ruledOut: conditions > 0 && isAnswered(all),
  };
}

function isAnswered(findings: Findings): boolean {
  const hits = likelyHits(findings).slice(0, usualQuotes);
  const quotes = hits.map((hit) => quoteOf(hit));
  return outcomeOf(findings, hits, quotes).kind === 'answered';
}
