import { wordsOf } from '../language/english/words.ts';
import { splitSentences } from '../language/sentences.ts';
import { type Library, paragraphOf } from '../library/library.ts';
import type { CitedQuote } from './answer.ts';
import { type Claim, claimsOf } from './differing-claims.ts';
import { Parties } from './differing-parties.ts';
import { datesContradict, figuresContradict } from './differing-values.ts';

/** What one source says, in its own words. */
export interface Side {
  readonly quote: CitedQuote;
  /** The sentence of the quote that says it, word for word. */
  readonly sentence: string;
  readonly figure: string;
}

/** Something that sources give different figures or dates for. */
export interface Difference {
  /** "length of the border of China and Russia" */
  readonly title: string;
  /** At least two, of different articles, in the order of the quotes. */
  readonly sides: readonly Side[];
}

interface Stated extends Side {
  readonly claim: Claim;
}

/**
 * Where quotes answer a question with different figures or dates. Only what two sentences certainly
 * both speak of is compared, for a wrong "differ" is worse than none: the length of a border, the
 * trade of a year and the time of a break between the same two parties, and the year in which a
 * thing of the same name was set up, completed, signed, launched or opened. Figures contradict when
 * no value fits both as they are rounded and qualified ("more than", "about"); what would, may or is
 * to be contradicts nothing. The question has to ask about the thing.
 */
export function differencesIn(
  question: string,
  quotes: readonly CitedQuote[],
  library: Library,
): Difference[] {
  const parties = new Parties(library.thesaurus);
  const asked = new Set(wordsOf(question).map(({ term, form }) => term ?? form));
  const topics = new Map<string, Stated[]>();
  for (const stated of quotes.flatMap((quote) => statedIn(quote, library, parties))) {
    const { topic, words } = stated.claim;
    if (!wordsOf(words.join(' ')).some(({ term, form }) => asked.has(term ?? form))) continue;
    topics.set(topic, [...(topics.get(topic) ?? []), stated]);
  }
  return [...topics.values()].flatMap((stated) => {
    const sides = stated.filter((one) => stated.some((other) => differ(one, other)));
    const title = sides[0]?.claim.title;
    return title ? [{ title, sides: sides.map(({ claim: _, ...side }) => side) }] : [];
  });
}

function differ(one: Stated, other: Stated): boolean {
  if (one.quote.article === other.quote.article) return false;
  const contradict = one.claim.kind === 'date' ? datesContradict : figuresContradict;
  return contradict(one.claim.range, other.claim.range);
}

function statedIn(quote: CitedQuote, library: Library, parties: Parties): Stated[] {
  const { language = 'en' } = library.articles.get(quote.article) ?? {};
  const whole = paragraphOf(library, quote.article, quote.paragraph)?.text ?? quote.text;
  const sentences = splitSentences(whole, language).map(({ start, end }) => ({
    start,
    end,
    text: whole.slice(start, end),
  }));
  return sentences.flatMap(({ start, end, text }, index) => {
    // Only what is shown is compared; the sentence before it only tells who is meant.
    if (start < quote.start || end > quote.end) return [];
    return claimsOf(text, sentences[index - 1]?.text ?? '', parties).map((claim) => ({
      quote,
      sentence: text,
      figure: claim.figure,
      claim,
    }));
  });
}
