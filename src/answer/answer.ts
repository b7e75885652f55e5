import { type LanguageCode, languageOf } from '../language/languages.ts';
import type { Dictionary } from '../library/dictionaries/dictionary.ts';
import { type Filter, type Query, type ReadQuery, readQuery } from '../search/query/query.ts';
import type { Findings, Search } from '../search/search.ts';
import { readingTexts as texts } from '../texts/answer.ts';
import { type Filling, type Saying, saying } from '../texts/message.ts';
import { compareSources, readComparison } from './comparison.ts';
import { withDenial } from './denial.ts';
import { favour, findAcross, findWithDesignation, listed } from './finding.ts';
import { isReversed } from './flow.ts';
import { type Gate, outcomeOf } from './outcome.ts';
import { type CheckParts, checkedPages, isHeld, likelyHits, type Pages, pagesOf } from './pages.ts';
import { type CitedQuote, quoteOf } from './quote.ts';
import { type FollowUp, notesOn, problemWith, readFollowUp } from './reading.ts';

/** How a question was understood, beyond its plain words. */
interface Reading {
  readonly question: string;
  /** What was looked for, where a follow-up was read with what was asked before, or sources are compared. */
  readonly understood?: Filling;
  readonly filters: readonly Filter[];
  /** Sentences for the asker: words that were read as others, filters that are none. */
  readonly notes: readonly Saying[];
  /** Names, numbers and rare words of the question that nothing here, or nothing shown, mentions. */
  readonly missing: readonly string[];
}

/** Passages that answer, or `perhaps` the closest ones, of which none answers for certain. */
export interface Answered extends Reading, Pages {
  readonly kind: 'answered' | 'perhaps';
  /** What passages in other languages say, found by what names and terms are called there. */
  readonly also?: readonly AlsoIn[];
}

/** The best quotes of passages in one other language. */
export interface AlsoIn {
  readonly language: LanguageCode;
  readonly quotes: readonly CitedQuote[];
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
  readonly problems: readonly Saying[];
}

/** What the library has to say to a question. */
export type Answer = Answered | Unknown | Unreadable;

/** Whether an answer has passages to show. */
export function hasPassages(answer: Answer): answer is Answered {
  return answer.kind === 'answered' || answer.kind === 'perhaps';
}

/** What an answer is made from. */
export interface AnswerParts extends CheckParts {
  readonly search: Search;
  /** The dictionaries that the operator has, if any. */
  readonly dictionary?: Dictionary | undefined;
  /** Absent except where other values are tried. */
  readonly gate?: Gate;
}

/** A question with what was asked before it in its thread, oldest first. */
export interface AskedQuestion {
  readonly text: string;
  readonly thread?: readonly string[];
}

/** How many quotes an answer shows unless more are asked for. */
export const defaultQuotes = 3;

/** How many hits are looked through for the ones to show. */
const maxHits = 30;

/**
 * Finds all passages that answer a question, in pages of `limit`, and says `unknown` rather than show
 * what does not answer. Every quote has been compared with the library: one that is not, character for
 * character, what stands there is left out, and when none remains the answer fails.
 */
export async function answer(
  question: AskedQuestion,
  parts: AnswerParts,
  limit = defaultQuotes,
): Promise<Answer> {
  const { text, thread = [] } = question;
  const followUp = readFollowUp(text, thread);
  if (followUp && followUp.kind !== 'leaning') return answerAgain(question, followUp, parts, limit);
  const read = readQuery(text);
  if ('problems' in read) return { kind: 'unreadable', question: text, problems: read.problems };
  const { filters } = read.query;
  if (!/[\p{L}\p{N}]/u.test(read.query.text) && filters.length > 0) {
    return answerList(text, read, parts, limit);
  }
  const problem = problemWith(`${followUp?.borrowed ?? ''} ${read.query.text}`.trim());
  if (problem) return { kind: 'unreadable', question: text, problems: [problem] };
  const asked: Asked = {
    text,
    notes: read.notes,
    query: followUp ? { ...read.query, borrowed: followUp.borrowed } : read.query,
    ...(followUp && { understood: followUp.understood }),
  };
  return (
    (await answerComparison(asked, parts, limit)) ?? (await answerPassages(asked, parts, limit))
  );
}

/** A question that was read. */
interface Asked {
  readonly text: string;
  readonly query: Query;
  readonly notes: readonly Saying[];
  readonly understood?: Filling;
}

async function answerPassages(
  { text, query, notes, understood }: Asked,
  parts: AnswerParts,
  limit: number,
): Promise<Answered | Unknown> {
  const found = await findAcross(query, maxHits, { ...parts, search: finderOf(parts) });
  const wish = { text: query.text, limit, gate: parts.gate };
  const own = outcomeIn(await inThread(found.own, query, parts.search), wish);
  const others = found.others.map(({ language, findings }) => ({
    language,
    ...outcomeIn(findings, wish),
  }));
  const all = [{ language: languageOf(query.text), ...own }, ...others];
  const known = all.filter(({ kind }) => kind !== 'unknown');
  // What answers in another language is better than what may not in the asker's own.
  const shown = known.find(({ kind }) => kind === 'answered') ?? known[0] ?? own;
  // Beside an answer to all that was asked, what only may be one in a foreign language is noise.
  const isWhole = shown.kind === 'answered' && shown.missing.length === 0;
  const isNoise = (other: typeof shown) =>
    isWhole && other.kind !== 'answered' && other.findings !== own.findings;
  const further = known.filter((other) => other !== shown && !isNoise(other));
  const { findings, best, rest, missing } = shown;
  const isOpposite = shown.kind === 'answered' && isReversed(text, best, parts.library);
  const kind = isOpposite ? 'perhaps' : shown.kind;
  const reading = {
    question: text,
    filters: query.filters,
    notes: [...notes, ...notesOn(findings, ...further.map((other) => other.findings))],
    missing,
    ...(understood !== undefined && { understood }),
  };
  if (kind === 'unknown') {
    return { kind, ...reading, ...(await explain(query, findings, parts.search)) };
  }
  const pages = [best, ...rest.map((hits) => hits.map(quoteOf))];
  const also = further.map((other) => alsoIn(other, parts));
  return { kind, ...reading, ...checkedPages(text, pages, parts), also };
}

function finderOf({ search }: AnswerParts): Search {
  return { find: (query, limit) => findWithDesignation(query, search, limit) };
}

/** What is asked for, and how much is shown at once. */
interface Wish extends Pick<AnswerParts, 'gate'> {
  readonly text: string;
  readonly limit: number;
}

/** What some findings come to as an answer. */
function outcomeIn(findings: Findings, { text, limit, gate }: Wish) {
  const [first = [], ...rest] = withDenial(text, pagesOf(likelyHits(findings), limit));
  const best = first.map(quoteOf);
  return { findings, best, rest, ...outcomeOf(findings, first, best, gate) };
}

/**
 * Passages of the sources that a question compares, and whether anything in them was found to differ;
 * undefined when it compares none, or when the library has nothing on the topic.
 */
async function answerComparison(
  { text, query, notes }: Asked,
  parts: AnswerParts,
  limit: number,
): Promise<Answered | undefined> {
  const comparison = readComparison(query.text, parts.library);
  if (!comparison) return undefined;
  const wish = { limit, gate: parts.gate };
  const compared = await compareSources(comparison, query, finderOf(parts), wish);
  const { kind, missing } = compared.outcome;
  if (kind === 'unknown') return undefined;
  const pages = compared.pages.map((hits) => hits.map(quoteOf));
  const checked = checkedPages(text, pages, parts);
  const isSilent = compared.notes.length > 0;
  const agreement = checked.differing.length > 0 || isSilent ? [] : [saying(texts.noneDiffer)];
  return {
    kind,
    question: text,
    understood: comparison.understood,
    filters: query.filters,
    notes: [...notes, ...notesOn(compared.findings), ...compared.notes, ...agreement],
    missing,
    ...checked,
  };
}

/** How many quotes are shown of each other language. */
const quotesOfOther = 2;

function alsoIn(
  { language, best }: { readonly language: LanguageCode; readonly best: readonly CitedQuote[] },
  parts: AnswerParts,
): AlsoIn {
  const quotes = best.slice(0, quotesOfOther).filter((quote) => isHeld(quote, parts));
  return { language, quotes };
}

/** Filters alone ask for the articles that meet them. */
function answerList(
  question: string,
  { query: { filters }, notes }: Extract<ReadQuery, { readonly query: Query }>,
  parts: AnswerParts,
  limit: number,
): Answer {
  const hits = listed(filters, parts.library);
  const reading = { question, filters, missing: [] };
  if (hits.length === 0) {
    const none = saying(texts.noneMeets, { conditions: filters.length });
    return { kind: 'unknown', ...reading, notes: [...notes, none], nearest: [], ruledOut: false };
  }
  const count = saying(texts.listed, { articles: hits.length });
  const pages = Array.from({ length: Math.ceil(hits.length / limit) }, (_, page) =>
    hits.slice(page * limit, (page + 1) * limit).map(quoteOf),
  );
  return {
    kind: 'answered',
    ...reading,
    notes: [...notes, count],
    ...checkedPages(question, pages, parts),
  };
}

/** A follow-up asks of what was answered as well as of what was asked. */
async function inThread(findings: Findings, query: Query, search: Search): Promise<Findings> {
  if (!query.borrowed) return findings;
  const { hits } = await search.find({ ...nothing, text: query.borrowed }, defaultQuotes);
  return { ...findings, hits: favour(findings.hits, hits) };
}

const nothing: Query = { text: '', phrases: [], excluded: [], filters: [] };

/** "Tell me more" is the next page of the answer before; "who wrote that?" its first passage. */
async function answerAgain(
  { text, thread = [] }: AskedQuestion,
  followUp: FollowUp & { kind: 'more' | 'source' },
  parts: AnswerParts,
  limit: number,
): Promise<Answer> {
  const { standing } = followUp;
  const before = thread.slice(0, thread.lastIndexOf(standing));
  const found = await answer({ text: standing, thread: before }, parts, limit);
  if (!hasPassages(found)) return { ...found, question: text };
  const pages = [found.quotes, ...found.further];
  if (followUp.kind === 'source') {
    const understood = saying(texts.whoWrote, { question: standing });
    return { ...found, question: text, understood, quotes: found.quotes.slice(0, 1), further: [] };
  }
  const [quotes, ...further] = pages.slice(followUp.pages);
  const understood = saying(texts.moreOn, { question: standing });
  if (quotes) return { ...found, question: text, understood, quotes, further, differing: [] };
  const notes = [...found.notes, saying(texts.noFurther)];
  return { ...found, question: text, understood, notes };
}

async function explain(
  query: Query,
  findings: Findings,
  search: Search,
): Promise<Pick<Unknown, 'nearest' | 'ruledOut'>> {
  const unconditional = { ...query, filters: [], phrases: [], excluded: [] };
  const conditions = query.filters.length + query.phrases.length + query.excluded.length;
  const all = conditions > 0 ? await search.find(unconditional, maxHits) : findings;
  const titles = new Set(all.hits.map(({ passage }) => passage.article.title));
  return {
    nearest: [...titles].slice(0, 3),
    ruledOut: conditions > 0 && isAnswered(all),
  };
}

function isAnswered(findings: Findings): boolean {
  const hits = likelyHits(findings).slice(0, defaultQuotes);
  const quotes = hits.map((hit) => quoteOf(hit));
  return outcomeOf(findings, hits, quotes).kind === 'answered';
}
