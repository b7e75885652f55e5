import type { Article, Paragraph } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { type Span, splitSentences } from '../library/sentences.ts';
import type { Hit, Match } from '../search/search.ts';
import { chooseQuote } from './quote.ts';

/** What makes a sentence worth reading to somebody who did not ask: figures, names, what somebody said. */
const figure = /[$€£¥]?\d[\d,.]*\d(?:\s?(?:%|percent|km|million|billion|trillion))?|\d+\s?%/g;
const name = /(?<=[\p{L},;:"“(]\s["“(]?)\p{Lu}[\p{L}\p{N}'’-]+(?:\s\p{Lu}[\p{L}\p{N}'’-]+)*/gu;
const saying = /["“][^"“”]{12,}["”]/g;

/** Bits that one of them says at most; a name that every second paragraph holds says next to nothing. */
const bitsOf = { figure: 7, name: 5, saying: 5 } as const;

/** A sentence that begins so leans on the one before it. */
const leaning =
  /^(?:and|but|so|yet|still|also|even so|here|there|then|thus|instead|however|in contrast|besides|moreover|all this|all of|it|its|they|them|their|he|his|she|her|this|that|these|those|such|both|the two|one|on the other hand|at the same time|the author|the article)\b|^[^.;]{0,40},\s(?:however|though|in contrast|too|besides|rather|on the other hand)\b/i;

const longestLead = 420;
const leaningCost = 12;

/** Quotes that say less are no reason to write to a channel. */
const leastWorth = 4;

/** A quote that is worth reading without having been asked for. */
export interface Noteworthy {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly quote: Span;
  /** In bits; comparable within one library. */
  readonly worth: number;
}

/**
 * The most telling whole sentences of each paragraph, one quote a paragraph, most telling first.
 * Paragraphs without figures, names or sayings are left out. Every article has at least one.
 */
export function noteworthyOf(library: Library, articles: Iterable<Article>): Noteworthy[] {
  const rarity = nameRarity(library);
  return [...articles]
    .flatMap((article) => {
      const all = article.paragraphs
        .map((paragraph) => weigh(article, paragraph, rarity))
        .sort((a, b) => b.worth - a.worth);
      return all.filter(({ worth }, index) => index === 0 || worth >= leastWorth);
    })
    .sort((a, b) => b.worth - a.worth);
}

function weigh(
  article: Article,
  paragraph: Paragraph,
  rarity: (name: string) => number,
): Noteworthy {
  const { number, text } = paragraph;
  const matches = tellingOf(text, rarity);
  const whole = { start: 0, end: text.length };
  const passage = { ...whole, id: `${article.id}:${number}`, article, paragraph: number, text };
  const hit: Hit = { passage, score: 0, coverage: 0, matches };
  const quote = withLead(chooseQuote(hit, text), text, article.language);
  const told = new Map<string, number>();
  for (const { start, end, term, bits } of matches) {
    if (start >= quote.start && end <= quote.end) told.set(term, bits);
  }
  const bits = [...told.values()].reduce((sum, each) => sum + each, 0);
  const cost = leaning.test(text.slice(quote.start, quote.end)) ? leaningCost : 0;
  return { article, paragraph, quote, worth: bits - (quote.end - quote.start) / 60 - cost };
}

function tellingOf(text: string, rarity: (name: string) => number): Match[] {
  const found = (pattern: RegExp, bits: (term: string) => number): Match[] =>
    [...text.matchAll(pattern)].map((match) => {
      const term = match[0];
      return { term, start: match.index, end: match.index + term.length, bits: bits(term) };
    });
  return [
    ...found(figure, () => bitsOf.figure),
    ...found(name, (term) => bitsOf.name * rarity(term)),
    ...found(saying, () => bitsOf.saying),
  ];
}

/** A quote that leans on the sentences before it takes them along, as far as they fit. */
function withLead(quote: Span, text: string, language: string): Span {
  let { start } = quote;
  for (const sentence of splitSentences(text, language).reverse()) {
    if (sentence.end > start) continue;
    if (!leaning.test(text.slice(start, quote.end))) break;
    if (quote.end - sentence.start > longestLead) break;
    start = sentence.start;
  }
  return { start, end: quote.end };
}

/** 1 for a name of one paragraph, towards 0 for one that stands in most. */
function nameRarity({ articles }: Library): (name: string) => number {
  const counts = new Map<string, number>();
  let paragraphs = 1;
  for (const { text } of [...articles.values()].flatMap((article) => article.paragraphs)) {
    paragraphs += 1;
    for (const term of new Set([...text.matchAll(name)].map(([term]) => term))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const most = Math.log(paragraphs);
  return (term) => Math.max(0, Math.log(paragraphs / (counts.get(term) ?? 1)) / most);
}
