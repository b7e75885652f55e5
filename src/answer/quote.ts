import { type Lengths, lengthsOf } from '../language/languages.ts';
import { type Span, splitSentences, withoutOverlaps } from '../language/sentences.ts';
import type { Article, Paragraph } from '../library/article.ts';
import { fingerprintOf } from '../library/fingerprint.ts';
import type { Library } from '../library/library.ts';
import type { Hit } from '../search/search.ts';
import { type Citation, cite } from './citation.ts';

/** A quote by reference: what is stored, put on buttons and checked. */
export interface QuoteReference extends Span {
  readonly article: Article['id'];
  readonly paragraph: number;
  /** What its words come to, so that they are found in the version that they are from. */
  readonly fingerprint?: number;
}

/** A quote with its citation, ready to be shown. */
export interface CitedQuote extends QuoteReference {
  /** The slice of the paragraph, word for word. */
  readonly text: string;
  /** Where those of the question's words stand in it that tell passages apart: offsets in `text`. */
  readonly matches: readonly Span[];
  readonly score: number;
  readonly citation: Citation;
}

/** What it counts, of the lesser word's bits, that two words stand together, and how far apart they may. */
const neighbourShare = 0.2;
const farthestNeighbour = 8;

/** What it is worth that a number, date or name stands there, for a question that asks for one. */
const soughtBits = 16;

/** What the sentence counts that is nearest to the question in meaning. */
const nearestBits = 12;

/**
 * The sentences of a paragraph worth quoting for a hit: the run of whole sentences that holds most
 * of what the question asks about, in as few words as that takes. Offsets in the paragraph.
 */
export function chooseQuote(
  hit: Pick<Hit, 'passage' | 'matches' | 'sought' | 'nearest'>,
  paragraph: string,
): Span {
  const { passage } = hit;
  const sentences = splitSentences(paragraph, passage.article.language).filter(
    ({ start, end }) => start < passage.end && end > passage.start,
  );
  const lengths = lengthsOf(paragraph);
  let best: Span = sentences[0] ?? { start: 0, end: paragraph.length };
  let most = worthOf(best, hit, lengths);
  for (const run of runsOf(sentences, lengths)) {
    const worth = worthOf(run, hit, lengths);
    if (worth > most) [best, most] = [run, worth];
  }
  return best;
}

/** All runs of whole sentences that are short enough to be quoted. */
export function* runsOf(sentences: readonly Span[], { maxQuote }: Lengths): Generator<Span> {
  for (const [from, first] of sentences.entries()) {
    for (const last of sentences.slice(from)) {
      if (last !== first && last.end - first.start > maxQuote) break;
      yield { start: first.start, end: last.end };
    }
  }
}

function worthOf(
  run: Span,
  { matches, sought, nearest }: Pick<Hit, 'matches' | 'sought' | 'nearest'>,
  { charactersPerBit, maxQuote }: Lengths,
): number {
  const inside = spansWithin(matches, run);
  const bits = new Map(inside.map(({ term, bits }) => [term, bits]));
  for (const [at, one] of inside.entries()) {
    const next = inside[at + 1];
    if (!next || next.term === one.term || next.start - one.end > farthestNeighbour) continue;
    bits.set(`${one.term} ${next.term}`, neighbourShare * Math.min(one.bits, next.bits));
  }
  const sum = [...bits.values()].reduce((total, each) => total + each, 0);
  const answers = spansWithin(sought, run).length > 0 ? soughtBits : 0;
  const isNear = nearest !== undefined && spansWithin([nearest], run).length > 0;
  // However long the sentence with a word is, a shorter one without any is no quote for it.
  if (inside.length === 0 && answers === 0 && !isNear) return Number.NEGATIVE_INFINITY;
  // Nor is a sentence at fault for having no end, as those of tables and listings.
  const length = Math.min(run.end - run.start, maxQuote);
  return sum + answers + (isNear ? nearestBits : 0) - length / charactersPerBit;
}

/** Those of some spans, in their order of reading, that lie within another; found by halving. */
export function spansWithin<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: T[] = [];
  for (let at = low; at < spans.length; at += 1) {
    const span = spans[at];
    if (!span || span.start >= end) break;
    if (span.end <= end) inside.push(span);
  }
  return inside;
}

/**
 * Whether the words are, character for character, what the library holds at that place, in the article
 * or in an earlier version of it. Whatever shows a quote asks this first and leaves out one that fails.
 */
export function isVerbatim(library: Library, quote: QuoteReference, words: string): boolean {
  return words !== '' && placeOf(library, quote, (held) => held === words) !== undefined;
}

/** Where a quote stands. */
export interface QuotePlace {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/**
 * Where a quote stands: in the article as it is now, or in the last version that has its words there.
 * Without a fingerprint, any words at that place are taken for them.
 */
export function placeOf(
  library: Library,
  { article: id, paragraph: number, start, end, fingerprint }: QuoteReference,
  fits = (words: string) => fingerprint === undefined || fingerprintOf(words) === fingerprint,
): QuotePlace | undefined {
  const now = library.articles.get(id);
  for (const article of [...(now ? [now] : []), ...(library.earlier?.get(id) ?? [])]) {
    const paragraph = article.paragraphs[number - 1];
    if (paragraph && fits(paragraph.text.slice(start, end))) return { article, paragraph };
  }
  return undefined;
}

/** Quotes the best sentences of a hit, with their citation. */
export function quoteOf(hit: Hit): CitedQuote {
  const { article, paragraph: number } = hit.passage;
  const paragraph = article.paragraphs[number - 1];
  if (!paragraph) throw new Error(`${article.id} has no paragraph ${number}`);
  const span = chooseQuote(hit, paragraph.text);
  return {
    article: article.id,
    paragraph: number,
    ...span,
    text: paragraph.text.slice(span.start, span.end),
    matches: tellingIn(span, hit.matches),
    score: hit.score,
    citation: cite(article, paragraph, span),
  };
}

/** Where words of the question stand in a quote, without those that stand all over the library. */
export function tellingIn(quote: Span, matches: Hit['matches']): Span[] {
  const telling = spansWithin(matches, quote).filter(({ isCommon }) => !isCommon);
  return withoutOverlaps(telling).map(({ start, end }) => ({
    start: start - quote.start,
    end: end - quote.start,
  }));
}
