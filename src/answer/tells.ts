import type { SoughtKind } from '../language/asking.ts';
import { isSameAct } from '../language/english/acts.ts';
import { agePattern, isAttribute, isPersonNoun } from '../language/english/questions.ts';
import { familyOf } from '../language/english/words.ts';
import { languageOf } from '../language/languages.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import { type Word, wordsOf } from '../language/words.ts';
import type { Concept } from '../search/query/concept.ts';
import type { Findings, Hit } from '../search/search.ts';
import { missingFrom, namesIn } from './missing.ts';
import { recordOf, Scope } from './scope.ts';

/** A quote as it would be shown: a slice of its paragraph. */
export interface Shown extends Span {
  readonly text: string;
}

/** A number or date is asked for, and a passage without one does not answer. */
const figures: readonly (SoughtKind | undefined)[] = [
  'age',
  'amount',
  'count',
  'date',
  'length',
  'share',
  'size',
  'year',
];

/**
 * Whether one quote by itself, with what stands around it, can be what a question asks for: it is about
 * all who are named, holds a number or date where one is asked for, and says what is asked about them.
 * A quote that only has the words from different places of a library does not.
 */
export function tells(hit: Hit, quote: Shown, findings: Findings): boolean {
  const own = findings.concepts.filter(({ isBorrowed }) => !isBorrowed);
  const held = own.filter(({ alternatives }) => alternatives.length > 0);
  const wide = new Scope(aroundOf(hit));
  if (!namesIn(held).every((name) => name.some((part) => wide.holds(part)))) return false;
  if (figures.includes(findings.kind) && !tellsFigure(hit, quote, findings)) return false;
  return saysWhatIsAsked(hit, quote, findings);
}

/** The paragraph and the one before, and what the citation says: names need not be repeated in each. */
function aroundOf({ passage: { article, paragraph, heading = '' } }: Hit): string[] {
  const near = article.paragraphs.slice(Math.max(0, paragraph - 2), paragraph);
  return [...recordOf(article), heading, ...near.map(({ text }) => text)];
}

/** Whether the figure in a quote is one of those named, and counts what is asked about. */
function tellsFigure(hit: Hit, quote: Shown, findings: Findings): boolean {
  const { kind, concepts } = findings;
  const passage = { ...hit.passage, text: quote.text };
  if (missingFrom(findings, [{ passage }]).isDecisive) return false;
  if (kind === 'age' && !agePattern.test(quote.text)) return false;
  const inside = hit.sought.filter(({ start, end }) => start >= quote.start && end <= quote.end);
  if (kind !== 'count' || !isEnglish(concepts)) return inside.length > 0;
  return counts(quote, inside, concepts);
}

/** How far behind a number what it counts may stand, in words: "128,000 Chinese and Russian soldiers". */
const farthestCounted = 3;

function counts(quote: Shown, numbers: readonly Span[], concepts: readonly Concept[]): boolean {
  const asked = termsOf(concepts);
  // "How many times" is also told by "five years" and "once".
  if (asked.has('time')) return numbers.length > 0;
  const words = wordsOf(quote.text, false);
  return numbers.some(({ start }) => {
    const at = words.findIndex((word) => word.start === start - quote.start);
    return words
      .slice(at + 1, at + 1 + farthestCounted)
      .some(({ term = '' }) => asked.has(term) || (asked.has('person') && isPersonNoun(term)));
  });
}

/** Words that a passage need not say: "people" of 128,000 soldiers. */
const generic = new Set('person time year day month date thing name number'.split(' '));

/**
 * Whether a quote, the sentence before it or its title says anything of what is asked about those who
 * are named: that somebody "visited", and, of what no other word stands for, just that: whose "wife".
 */
function saysWhatIsAsked(hit: Hit, quote: Shown, { concepts, kind }: Findings): boolean {
  if (!isEnglish(concepts)) return true;
  const { article, paragraph, heading = '' } = hit.passage;
  const text = article.paragraphs[paragraph - 1]?.text ?? '';
  const before = splitSentences(text, article.language).findLast(({ end }) => end <= quote.start);
  const start = before?.start ?? quote.start;
  const said = new Scope([article.title, heading, text.slice(start, quote.end)]);
  const words = wordsOf(text.slice(start, quote.end), false);
  const asked = concepts.filter(
    ({ role, alternatives }) =>
      role !== 'name' &&
      role !== 'number' &&
      !alternatives.some(({ terms }) => terms.every((term) => generic.has(term))),
  );
  const isSaid = (concept: Concept) =>
    said.holds(concept) ||
    wordsOf(concept.typed, false).some((own) => words.some((word) => isOtherwise(own, word)));
  const attributes = asked.filter(
    ({ role, alternatives }) =>
      role === 'point' && alternatives.some(({ terms }) => terms.some(isAttribute)),
  );
  if (!attributes.every(isSaid)) return false;
  const asksForThing = kind !== undefined && kind !== 'reason';
  return !asksForThing || asked.length === 0 || asked.some(isSaid);
}

/** Whether words are of one family, or tell of one act: "invested" and "investment", "built" and "construction". */
function isOtherwise(one: Word, other: Word): boolean {
  if (one.term === undefined || other.term === undefined) return false;
  const family = familyOf(one.form);
  return (
    isSameAct(one.term, other.term) || (family !== undefined && family === familyOf(other.form))
  );
}

function termsOf(concepts: readonly Concept[]): Set<string> {
  return new Set(
    concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)),
  );
}

function isEnglish(concepts: readonly Concept[]): boolean {
  return languageOf(concepts.map(({ typed }) => typed).join(' ')) === 'en';
}
