import { languageOf } from '../language/languages.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import type { Library } from '../library/library.ts';
import type { Thesaurus } from '../library/thesaurus.ts';
import { type Claim, claimFinder } from './differing-claims.ts';
import { Parties } from './differing-parties.ts';
import { datesContradict, figuresContradict } from './differing-values.ts';
import { type CitedQuote, placeOf } from './quote.ts';

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
 * both speak of is compared, for a wrong "differ" is worse than none: the topics of the library's
 * `differing.yaml`, between the same two parties, or for a thing of the same name. Figures contradict
 * when no value fits both as they are rounded and qualified ("more than", "about"); what would, may or
 * is to be contradicts nothing. The question has to ask about the thing.
 */
export function differencesIn(
  question: string,
  quotes: readonly CitedQuote[],
  library: Library,
): Difference[] {
  const { thesaurus, differing } = library;
  const parties = new Parties(thesaurus, differing.parties);
  const find = claimFinder(differing);
  const asked = askedTerms(question, thesaurus);
  const things = new Map<string, Stated[]>();
  for (const quote of quotes) {
    for (const { sentence, before } of sentencesOf(quote, library)) {
      for (const claim of find(sentence, before, parties)) {
        if (!termsOf(claim.words.join(' ')).some((term) => asked.has(term))) continue;
        const key = claim.title.toLowerCase();
        const stated = { quote, sentence, figure: claim.figure, claim };
        things.set(key, [...(things.get(key) ?? []), stated]);
      }
    }
  }
  return [...things.values()].flatMap((stated) => {
    const sides = stated.filter((one) => stated.some((other) => differ(one, other)));
    const title = sides[0]?.claim.title;
    return title ? [{ title, sides: sides.map(({ claim: _, ...side }) => side) }] : [];
  });
}

/** The terms of a question, and those of what the thesaurus has for its words in other languages. */
function askedTerms(question: string, { translations = [] }: Thesaurus): ReadonlySet<string> {
  const own = new Set(termsOf(question));
  if (languageOf(question) === 'en') return own;
  const isAsked = (name: string) => termsOf(name).every((term) => own.has(term));
  const others = translations.filter((names) => names.some(isAsked)).flat();
  return new Set([...own, ...others.flatMap(termsOf)]);
}

function termsOf(text: string): string[] {
  return wordsOf(text).map(({ term, form }) => term ?? form);
}

function differ(one: Stated, other: Stated): boolean {
  if (one.quote.article === other.quote.article) return false;
  const contradict = one.claim.kind === 'date' ? datesContradict : figuresContradict;
  return contradict(one.claim.range, other.claim.range);
}

/** The sentences that a quote shows whole, each with the one before it, which only tells who is meant. */
function sentencesOf(quote: CitedQuote, library: Library) {
  const place = placeOf(library, quote, (words) => words === quote.text);
  const { language = 'en' } = place?.article ?? {};
  const whole = place?.paragraph.text ?? quote.text;
  const spans = splitSentences(whole, language);
  const textOf = (span?: Span) => (span ? whole.slice(span.start, span.end) : '');
  return spans.flatMap((span, index) =>
    span.start < quote.start || span.end > quote.end
      ? []
      : [{ sentence: textOf(span), before: textOf(spans[index - 1]) }],
  );
}
