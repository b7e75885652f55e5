import {
  figures,
  leaning,
  names as namePattern,
  ofItsDay,
  sayings,
} from '../language/english/telling.ts';
import { lengthsOf } from '../language/languages.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article, Paragraph } from '../library/article.ts';
import type { Match } from '../search/search.ts';
import { runsOf, spansWithin } from './quote.ts';

/** Bits that one of them says at most; a name that every second paragraph holds says next to nothing. */
const bitsOf = { figure: 7, name: 5, saying: 5 } as const;

/** Costs in bits. What was news once is none in a digest. */
const costs = { leaning: 14, ofItsDay: 22, character: 1 / 60 } as const;

/** From 0 for a name that stands everywhere to 1 for one of a single paragraph. */
export type Rarity = (name: string) => number;

/** Whole sentences that are the most telling of their paragraph for some rarities of their names. */
export interface Candidate extends Span {
  /** What they say beside their names, in bits. */
  readonly bits: number;
  /** Which names of the paragraph stand in them: from the first to before the last. */
  readonly first: number;
  readonly last: number;
}

/** What can be known of a paragraph without the rest of the library. */
export interface ReadParagraph {
  readonly paragraph: Paragraph;
  /** Where each name begins, and behind it where it ends: numbers take less room than names. */
  readonly names: readonly number[];
  /** Undefined where there are too many to be kept. */
  readonly candidates: readonly Candidate[] | undefined;
}

/** A paragraph of prose has one or two that no other one beats; only made-up texts have more than these. */
const maxKept = 32;

const known = new WeakMap<Article, readonly ReadParagraph[]>();

/** The paragraphs of an article, read when they are first asked for; yields after each. */
export function* readParagraphs(article: Article): Generator<void, readonly ReadParagraph[]> {
  const kept = known.get(article);
  if (kept) return kept;
  const read: ReadParagraph[] = [];
  for (const paragraph of article.paragraphs) {
    read.push(readParagraph(paragraph, article.language));
    yield;
  }
  known.set(article, read);
  return read;
}

function readParagraph(paragraph: Paragraph, language: string): ReadParagraph {
  const { text } = paragraph;
  // The copy has no room to grow.
  const names = namesOf(text)
    .flatMap(({ start, end }) => [start, end])
    .slice();
  let candidates: Candidate[] = [];
  for (const next of candidatesIn(text, language)) {
    if (candidates.some((other) => leadOf(other, next) >= 0)) continue;
    candidates = [...candidates.filter((other) => leadOf(next, other) <= 0), next];
    if (candidates.length > maxKept) return { paragraph, names, candidates: undefined };
  }
  return { paragraph, names, candidates };
}

/** All runs of whole sentences that may be quoted, with what they say. */
export function* candidatesIn(text: string, language: string): Generator<Candidate> {
  const [named, others] = [namesOf(text), othersOf(text)];
  for (const { start, end } of runsOf(splitSentences(text, language), lengthsOf(text))) {
    const own = spansWithin(named, { start, end });
    const first = own[0] ? named.indexOf(own[0]) : 0;
    const last = first + own.length;
    yield { start, end, bits: bitsIn({ start, end }, text, others), first, last };
  }
}

/** By how much one says more than another at least, whatever their names are worth. */
function leadOf(one: Candidate, other: Candidate): number {
  const shared = Math.min(one.last, other.last) - Math.max(one.first, other.first);
  const lacking = other.last - other.first - Math.max(0, shared);
  return one.bits - other.bits - bitsOf.name * lacking;
}

/** The different names of a paragraph, or those of some of its sentences. */
export function namesAmong(
  { paragraph: { text }, names }: ReadParagraph,
  { first, last }: Pick<Candidate, 'first' | 'last'> = { first: 0, last: names.length / 2 },
): ReadonlySet<string> {
  const among = new Set<string>();
  for (let at = first; at < last; at += 1) among.add(text.slice(names[2 * at], names[2 * at + 1]));
  return among;
}

/** What a candidate says, in bits. */
export function worthOf(candidate: Candidate, read: ReadParagraph, rarity: Rarity): number {
  let worth = candidate.bits;
  for (const name of namesAmong(read, candidate)) worth += bitsOf.name * rarity(name);
  return worth;
}

/**
 * The most telling whole sentences of a paragraph that hold some of what was asked about; undefined
 * when no short enough run of them does.
 */
export function tellingQuote(
  { text, language }: { readonly text: string; readonly language: string },
  asked: readonly Match[],
  rarity: Rarity,
): Span | undefined {
  const named = namesOf(text).map((each) => ({ ...each, bits: each.bits * rarity(each.term) }));
  const matches = inOrder([...named, ...othersOf(text), ...asked]);
  let best: Span | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const run of runsOf(splitSentences(text, language), lengthsOf(text))) {
    if (!asked.some(({ start, end }) => start >= run.start && end <= run.end)) continue;
    const bits = bitsIn(run, text, matches);
    if (bits > most) [best, most] = [run, bits];
  }
  return best;
}

/** What a run of sentences says by the matches in it, each term once, less what it costs. */
function bitsIn({ start, end }: Span, text: string, matches: readonly Match[]): number {
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

function namesOf(text: string): Match[] {
  return found(namePattern, text, bitsOf.name);
}

function othersOf(text: string): Match[] {
  return inOrder([...found(figures, text, bitsOf.figure), ...found(sayings, text, bitsOf.saying)]);
}

function found(pattern: RegExp, text: string, bits: number): Match[] {
  return [...text.matchAll(pattern)].map(({ 0: term, index: start }) => {
    return { term, start, end: start + term.length, bits };
  });
}

function inOrder(matches: Match[]): Match[] {
  return matches.sort((a, b) => a.start - b.start);
}

/** The names that stand inside the sentences of a text, without their possessive endings. */
export function namesIn(text: string): (Span & { readonly name: string })[] {
  return namesOf(text).map(({ term, start }) => {
    const name = term.replace(/['’]s?$/, '');
    return { name, start, end: start + name.length };
  });
}
