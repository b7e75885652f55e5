import { lengthsOf } from '../language/languages.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article, Paragraph } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { runAtOnce, runWithPauses } from '../library/pause.ts';
import type { Match } from '../search/search.ts';
import { runsOf, spansWithin } from './quote.ts';

/** What makes a sentence worth reading to somebody who did not ask: figures, names, what somebody said. */
const figure = /[$€£¥]?\d[\d,.]*\d(?:\s?(?:%|percent|km|million|billion|trillion))?|\d+\s?%/g;
const name = /(?<=[\p{L},;:"“(]\s["“(]?)\p{Lu}[\p{L}\p{N}'’-]+(?:\s\p{Lu}[\p{L}\p{N}'’-]+)*/gu;
const saying = /["“][^"“”]{12,}["”]/g;

/** Bits that one of them says at most; a name that every second paragraph holds says next to nothing. */
const bitsOf = { figure: 7, name: 5, saying: 5 } as const;

/** A sentence that begins so leans on the one before it. */
const leaning =
  /^(?:and|but|so|yet|still|also|even so|here|there|then|thus|instead|however|in contrast|besides|moreover|all this|all of|it|its|they|them|their|he|his|she|her|this|that|these|those|such|both|the two|one|on the other hand|at the same time|with that|with this|the author|the article)\b|^[^.;]{0,40},\s(?:however|though|in contrast|too|besides|rather|on the other hand)\b/i;

/** What was news on the day it was written is none in a digest. */
const ofItsDay =
  /\b(?:(?:this|last|next) (?:week|month|year|few days)|the last few days|(?:on|by) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|just before|a short time ago|have just|recent rhetoric)\b/i;

/** Costs in bits. */
const costs = { leaning: 14, ofItsDay: 22, character: 1 / 60 } as const;

/** Quotes that say less are no reason to write to a channel. */
const minWorth = 4;

/** A quote that is worth reading without having been asked for. */
export interface Noteworthy {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly quote: Span;
  /** In bits; comparable within one library. */
  readonly worth: number;
}

/** What is known of a library's paragraphs, until they are read again. */
interface Weighed {
  readonly rarity: (name: string) => number;
  readonly all: readonly Noteworthy[];
}

const weighed = new WeakMap<Library['articles'], Weighed>();

/**
 * The most telling whole sentences of each paragraph, one quote a paragraph, most telling first.
 * Paragraphs without figures, names or sayings are left out. Every article has at least one.
 */
export function noteworthyOf({ articles }: Library): readonly Noteworthy[] {
  return weigh(articles).all;
}

/** Weighs the paragraphs with pauses for everybody else: those of a large library take a second. */
export async function prepareNoteworthy({ articles }: Library): Promise<void> {
  if (!weighed.has(articles)) weighed.set(articles, await runWithPauses(weighing(articles)));
}

function weigh(articles: Library['articles']): Weighed {
  const result = weighed.get(articles) ?? runAtOnce(weighing(articles));
  weighed.set(articles, result);
  return result;
}

function* weighing(articles: Library['articles']): Generator<void, Weighed> {
  const rarity = yield* nameRarity(articles);
  const all: Noteworthy[] = [];
  for (const article of articles.values()) {
    const own: Noteworthy[] = [];
    for (const paragraph of article.paragraphs) {
      own.push(mostTelling(article, paragraph, rarity));
      yield;
    }
    own.sort((a, b) => b.worth - a.worth);
    all.push(...own.filter(({ worth }, index) => index === 0 || worth >= minWorth));
  }
  return { rarity, all: all.sort((a, b) => b.worth - a.worth) };
}

function mostTelling(
  article: Article,
  paragraph: Paragraph,
  rarity: (name: string) => number,
): Noteworthy {
  const { text } = paragraph;
  const matches = tellingOf(text, rarity);
  let best: Noteworthy = { article, paragraph, quote: { start: 0, end: text.length }, worth: -100 };
  for (const quote of runsOf(splitSentences(text, article.language), lengthsOf(text))) {
    const worth = worthOf(quote, text, matches);
    if (worth > best.worth) best = { ...best, quote, worth };
  }
  return best;
}

function worthOf({ start, end }: Span, text: string, matches: readonly Match[]): number {
  const told = new Map<string, number>();
  for (const { term, bits } of spansWithin(matches, { start, end })) told.set(term, bits);
  const bits = [...told.values()].reduce((sum, each) => sum + each, 0);
  const words = text.slice(start, end);
  return (
    bits -
    (leaning.test(words) ? costs.leaning : 0) -
    (ofItsDay.test(words) ? costs.ofItsDay : 0) -
    (end - start) * costs.character
  );
}

/**
 * The most telling whole sentences of a paragraph that hold some of what was asked about; undefined
 * when no short enough run of them does.
 */
export function tellingQuote(
  { articles }: Library,
  { text, language }: { readonly text: string; readonly language: string },
  asked: readonly Match[],
): Span | undefined {
  const matches = inOrder([...tellingOf(text, weigh(articles).rarity), ...asked]);
  let best: Span | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const run of runsOf(splitSentences(text, language), lengthsOf(text))) {
    if (!asked.some(({ start, end }) => start >= run.start && end <= run.end)) continue;
    const worth = worthOf(run, text, matches);
    if (worth > most) [best, most] = [run, worth];
  }
  return best;
}

function tellingOf(text: string, rarity: (name: string) => number): Match[] {
  const found = (pattern: RegExp, bits: (term: string) => number): Match[] =>
    [...text.matchAll(pattern)].map((match) => {
      const term = match[0];
      return { term, start: match.index, end: match.index + term.length, bits: bits(term) };
    });
  return inOrder([
    ...found(figure, () => bitsOf.figure),
    ...found(name, (term) => bitsOf.name * rarity(term)),
    ...found(saying, () => bitsOf.saying),
  ]);
}

function inOrder(matches: Match[]): Match[] {
  return matches.sort((a, b) => a.start - b.start);
}

/** The names that stand inside the sentences of a text, without their possessive endings. */
export function namesIn(text: string): (Span & { readonly name: string })[] {
  return [...text.matchAll(name)].map(({ 0: found, index: start }) => {
    const bare = found.replace(/['’]s?$/, '');
    return { name: bare, start, end: start + bare.length };
  });
}

/** 1 for a name of one paragraph, towards 0 for one that stands in most. */
function* nameRarity(articles: Library['articles']): Generator<void, (name: string) => number> {
  const counts = new Map<string, number>();
  let paragraphs = 1;
  for (const { text } of [...articles.values()].flatMap((article) => article.paragraphs)) {
    paragraphs += 1;
    for (const term of new Set([...text.matchAll(name)].map(([term]) => term))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    yield;
  }
  const most = Math.log(paragraphs);
  return (term) => Math.max(0, Math.log(paragraphs / (counts.get(term) ?? 1)) / most);
}
