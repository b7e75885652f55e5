import type { CitedQuote } from '../answer/quote.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article } from '../library/article.ts';
import { saying } from '../texts/message.ts';
import { verdictNoteTexts as texts } from '../texts/verify.ts';
import type { Inquiry } from './inquiry.ts';
import type { Match } from './match.ts';
import { nearestBrief } from './nearest.ts';
import { likeness } from './speaker/person-name.ts';
import { passageOf } from './stretch.ts';
import type { BriefOnly, NotFound } from './verdict.ts';
import { readWording } from './wording.ts';
import type { IndexedParagraph } from './wording-index.ts';

/**
 * What can be said where no original has the words: nothing for certain where a brief may retell them,
 * because it says the like or is of whom the text names; else that they are not in the library.
 */
export function briefOnly(inquiry: Inquiry, match?: Match): BriefOnly | NotFound {
  const { quotation } = inquiry;
  const articles = [...inquiry.library.articles.values()];
  const briefs = articles.filter(({ text }) => text === 'brief');
  const near = match?.passages[0] ?? nearestSentence(inquiry, briefs);
  if (near || briefs.length === articles.length) {
    const isBriefsWording = match?.edits === 0;
    return {
      kind: 'brief-only',
      quotation,
      notes: [],
      isBriefsWording,
      ...(near && { nearBrief: near }),
    };
  }
  const held = saying(texts.briefsHeld, { briefs: briefs.length, articles: articles.length });
  return { kind: 'not-found', quotation, notes: briefs.length > 0 ? [held] : [] };
}

/** The sentence of the named author's brief that comes nearest, else of any brief that says the like. */
function nearestSentence(inquiry: Inquiry, briefs: readonly Article[]): CitedQuote | undefined {
  const { index, numbers, named } = inquiry;
  const names = [...(named.speaker ? [named.speaker] : []), ...named.sources];
  const isNamed = ({ authors }: Article) =>
    authors.some((author) => names.some((name) => likeness(name, author) === 'same'));
  const own = new Set(briefs.filter(isNamed));
  const home = own.size > 0 ? nearestBrief(index, numbers, own) : nearestBrief(index, numbers);
  return home && passageOf(home, sentenceNearest(home, inquiry));
}

/** The sentence that shares most of what the quotation says. */
function sentenceNearest(
  { article, paragraph }: IndexedParagraph,
  { index, numbers }: Inquiry,
): Span {
  const wanted = new Set(numbers);
  const { text } = paragraph;
  const weigh = ({ start, end }: Span) => {
    const words = index.numbersOf(readWording(text.slice(start, end)).map(({ key }) => key));
    return [...new Set(words)].reduce(
      (sum, word) => sum + (wanted.has(word) ? index.bitsOf(word) : 0),
      0,
    );
  };
  const [best] = splitSentences(text, article.language)
    .map((span) => ({ span, weight: weigh(span) }))
    .sort((a, b) => b.weight - a.weight);
  return best?.span ?? { start: 0, end: text.length };
}
