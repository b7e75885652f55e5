import { languageOf } from '../language/languages.ts';
import { wordsOf } from '../language/words.ts';
import type { Article, Paragraph } from '../library/article.ts';
import { meets, type Query, readQuery } from '../search/query/query.ts';
import type { Hit } from '../search/search.ts';
import { type Saying, saying } from '../texts/message.ts';
import { queryTexts as texts } from '../texts/query.ts';
import type { AnswerParts } from './answer.ts';
import { cite } from './citation.ts';
import { type Noteworthies, type Noteworthy, noteworthyIn } from './noteworthy.ts';
import { type CitedQuote, quoteOf, tellingIn } from './quote.ts';
import { tellingQuote } from './telling.ts';

/** What somebody wants to read about: each a query of the search syntax; none means everything. */
export type Topics = readonly Query[];

/** Topics, with what was not read as it may have been meant; or why they can't be read. */
export type ReadTopics =
  | {
      readonly topics: Topics;
      /** Each topic as it was typed. */
      readonly typed: readonly string[];
      readonly notes: readonly Saying[];
    }
  | { readonly problems: readonly Saying[] };

/** A passage is about a topic when it holds this share of what the topic says, in bits. */
const minCoverage = 0.42;

/** A passage that scores less than this share of the topic's best one is about something else. */
const minShareOfBest = 0.2;

/** More than a year of digests; an engine may know fewer good ones. */
const maxHits = 2000;

/** Reads topics, divided by commas or semicolons outside quotation marks. */
export function readTopics(text: string): ReadTopics {
  const parts = text
    .replace(/[“”„«»]/g, '"')
    .match(/(?:"[^"]*"|[^,;，；、"]|")+/g)
    ?.map((part) => part.trim())
    .filter((part) => part !== '');
  const topics: Query[] = [];
  const typed: string[] = [];
  const notes: Saying[] = [];
  const problems: Saying[] = [];
  for (const part of parts ?? []) {
    const read = readQuery(part);
    if ('problems' in read) {
      problems.push(...read.problems);
    } else if (!saysSomething(read.query)) {
      problems.push(saying(texts.emptyTopic, { topic: part }));
    } else {
      topics.push(read.query);
      typed.push(part);
      notes.push(...read.notes);
    }
  }
  return problems.length > 0 ? { problems } : { topics, typed, notes };
}

function saysSomething({ text, filters, excluded }: Query): boolean {
  return /[\p{L}\p{N}]/u.test(text) || filters.length + excluded.length > 0;
}

/**
 * The passages on any of the topics, quoted and cited as in answers, one a paragraph, best first.
 * Without topics, or for topics that are only conditions: what is worth reading unasked.
 */
export async function passagesOn(topics: Topics, parts: AnswerParts): Promise<CitedQuote[]> {
  const noteworthy = await noteworthyIn(parts.library);
  const found: Ranked[] = [];
  for (const topic of topics.length > 0 ? topics : [anything]) {
    const isAsked = hasWords(topic);
    found.push(...(isAsked ? await onTopic(topic, parts, noteworthy) : unasked(topic, noteworthy)));
  }
  const best = new Map<string, Ranked>();
  for (const ranked of found.sort((a, b) => b.rank - a.rank)) {
    const key = `${ranked.quote.article}:${ranked.quote.paragraph}`;
    if (!best.has(key)) best.set(key, ranked);
  }
  return [...best.values()].map(({ quote }) => quote);
}

/** What is known of something that is not in the library. */
export interface Named {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published?: string | undefined;
}

/** Whether what is only known by its title is on any of the topics. */
export function isNamedBy(topics: Topics, { title, ...rest }: Named): boolean {
  const paragraphs = [{ number: 1, text: title }];
  const about = { id: '', text: 'original', language: languageOf(title), inferred: [] } as const;
  const record = { ...about, ...rest, title, paragraphs } as unknown as Article;
  const held = new Set(wordsOf(title).map(({ term, form }) => term ?? form));
  return (
    topics.length === 0 ||
    topics.some(({ text, excluded, filters }) => {
      const wanted = wordsOf(text).flatMap(({ term }) => term ?? []);
      const named = wanted.filter((word) => held.has(word)).length;
      const isOn = named >= wanted.length * minNamed;
      return isOn && meets(record, filters) && !holdsAny(title, excluded);
    })
  );
}

/** A title names a topic when it holds this share of its words. */
const minNamed = 0.5;

/** A quote and how good it is beside the best one of its topic: 0 to 1. */
interface Ranked {
  readonly quote: CitedQuote;
  readonly rank: number;
}

const anything: Query = { text: '', phrases: [], excluded: [], filters: [] };

function hasWords({ text }: Query): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** How much it counts that a passage is worth reading, beside how well it fits the topic: 0 to 1. */
const worthShare = 0.5;

async function onTopic(
  topic: Query,
  { search }: AnswerParts,
  noteworthy: Noteworthies,
): Promise<Ranked[]> {
  const { hits } = await search.find(topic, maxHits);
  const best = Math.max(...hits.map(({ score }) => score), 0);
  const isAbout = ({ coverage, matches, score }: Hit) =>
    coverage >= minCoverage && matches.length > 0 && score >= best * minShareOfBest;
  const worth = worthIn(noteworthy);
  return hits.filter(isAbout).map((hit) => ({
    quote: standingAlone(hit, noteworthy),
    rank: (hit.score / best) * (1 - worthShare) + worth(hit) * worthShare,
  }));
}

/** How telling a hit's paragraph is beside the most telling one: 0 to 1. */
function worthIn({ all }: Noteworthies): (hit: Hit) => number {
  const most = Math.max(all[0]?.worth ?? 1, 1);
  const worths = new Map(all.map(({ paragraph, worth }) => [paragraph, worth / most]));
  return ({ passage: { article, paragraph } }) =>
    Math.max(0, worths.get(article.paragraphs[paragraph - 1] as Paragraph) ?? 0);
}

/** Nobody asked a question, so the quote has to tell something by itself beside naming the topic. */
function standingAlone(hit: Hit, { rarity }: Noteworthies): CitedQuote {
  const quote = quoteOf(hit);
  const { article } = hit.passage;
  const paragraph = article.paragraphs[quote.paragraph - 1];
  const { language } = article;
  const span = paragraph && tellingQuote({ ...paragraph, language }, hit.matches, rarity);
  if (!span) return quote;
  const { start, end } = span;
  return {
    ...quote,
    ...span,
    text: paragraph.text.slice(start, end),
    matches: tellingIn(span, hit.matches),
    citation: cite(article, paragraph, span),
  };
}

function unasked(conditions: Query, { all }: Noteworthies): Ranked[] {
  const { filters, excluded } = conditions;
  const quotes = all.filter(
    ({ article, paragraph }) => meets(article, filters) && !holdsAny(paragraph.text, excluded),
  );
  const best = Math.max(...quotes.map(({ worth }) => worth), 1);
  return quotes.map((noteworthy) => ({
    quote: toQuote(noteworthy),
    rank: Math.max(0, noteworthy.worth) / best,
  }));
}

function toQuote({ article, paragraph, quote, worth }: Noteworthy): CitedQuote {
  return {
    article: article.id,
    paragraph: paragraph.number,
    ...quote,
    text: paragraph.text.slice(quote.start, quote.end),
    matches: [],
    score: worth,
    citation: cite(article, paragraph, quote),
  };
}

function holdsAny(text: string, excluded: readonly string[]): boolean {
  if (excluded.length === 0) return false;
  const line = (words: string) =>
    ` ${wordsOf(words)
      .map(({ term, form }) => term ?? form)
      .join(' ')} `;
  const held = line(text);
  return excluded.some((words) => held.includes(line(words)));
}
