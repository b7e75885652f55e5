import type { SoughtKind } from '../language/asking.ts';
import { agePattern } from '../language/english/questions.ts';
import type { Span } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import type { Concept } from '../search/query/concept.ts';
import type { Findings, Hit } from '../search/search.ts';

/** A quote as it would be shown. */
interface Shown extends Span {
  readonly text: string;
}

/** What an answer comes to, and what of the question is missing from it. */
export interface Outcome {
  readonly kind: 'answered' | 'perhaps' | 'unknown';
  readonly missing: Missing['words'];
}

/** Where answers part from closest passages, and these from nothing; `npm run eval -- --calibrate` has the curves. */
export interface Gate {
  /**
   * With this much evidence a question is answered: then no single everyday word can carry an answer
   * about something that the library never names.
   */
  readonly minForAnswer: number;
  /** With this much the closest passages are worth a look, though nothing answers for certain. */
  readonly minForPerhaps: number;
  /** The same where meaning is known: evidence, and so much for each standard deviation of nearness. */
  readonly nearnessWeight: number;
  readonly minOfBoth: number;
  /** So much nearer than what questions on anything reach, a passage is worth a look. */
  readonly minNearness: number;
  /** By so many bits more than general English does, a library speaks of its own subjects. */
  readonly subjectBits: number;
}

/** `docs/retrieval-figures.md` has what other values did. */
export const defaultGate: Gate = {
  minForAnswer: 1.05,
  minForPerhaps: 0.5,
  nearnessWeight: 0.1,
  minOfBoth: 1.1,
  minNearness: 1.8,
  subjectBits: 2.5,
};

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

/** Whether the hits answer, may answer or don't; `quotes` is what would be shown of them. */
export function outcomeOf(
  findings: Findings,
  hits: readonly Hit[],
  quotes: readonly Shown[],
  gate: Gate = defaultGate,
): Outcome {
  const missing = missingFrom(findings, hits);
  return { kind: kindOf(findings, hits, quotes, missing, gate), missing: missing.words };
}

function kindOf(
  findings: Findings,
  hits: readonly Hit[],
  quotes: readonly Shown[],
  missing: Missing,
  gate: Gate,
): Outcome['kind'] {
  const { evidence, kind } = findings;
  if (hits.length === 0) return 'unknown';
  if (!isBoth(findings, gate)) return isNear(findings, gate) ? 'perhaps' : 'unknown';
  // What only meaning leads to is shown, and no more: it can't tell a paraphrase from a near miss.
  if (evidence < gate.minForAnswer || missing.isDecisive || isForeign(findings)) return 'perhaps';
  if (!figures.includes(kind)) return 'answered';
  return hits.some((hit, at) => tells(hit, quotes[at], findings)) ? 'answered' : 'perhaps';
}

/** Whether only an earlier question has words that the library holds: "Marvellous!" asks nothing of it. */
function isForeign({ concepts }: Findings): boolean {
  const own = concepts.filter(({ isBorrowed }) => !isBorrowed);
  return own.length > 0 && own.every(({ alternatives }) => alternatives.length === 0);
}

/** Whether words, and meaning where it is known, are enough together. */
function isBoth(
  { evidence, nearness }: Findings,
  { minForAnswer, nearnessWeight, minOfBoth }: Gate,
): boolean {
  if (nearness === undefined) return evidence >= minForAnswer;
  return evidence + nearnessWeight * nearness >= minOfBoth;
}

/** Whether the closest passages are worth a look. */
function isNear(findings: Findings, { minForPerhaps, minNearness, subjectBits }: Gate): boolean {
  const { evidence, nearness } = findings;
  const byWords = evidence >= minForPerhaps && isOfLibrary(findings, subjectBits);
  if (nearness === undefined) return byWords;
  return nearness >= minNearness || (byWords && nearness > 0);
}

/** Whether the question names something that the library speaks of more than others do. */
function isOfLibrary({ concepts }: Findings, subjectBits: number): boolean {
  return concepts.some(
    ({ alternatives, weirdness }) => alternatives.length > 0 && weirdness >= subjectBits,
  );
}

/** Whether a quote holds a thing of the kind that is asked for, and whom or what it is about. */
function tells(hit: Hit, quote: Shown | undefined, findings: Findings): boolean {
  if (!quote) return false;
  const passage = { ...hit.passage, text: quote.text };
  if (missingFrom(findings, [{ passage }]).isDecisive) return false;
  if (findings.kind === 'age' && !agePattern.test(quote.text)) return false;
  return hit.sought.some(({ start, end }) => start >= quote.start && end <= quote.end);
}

/** What of a question neither the library nor the passages that would be shown say. */
export interface Missing {
  /** Names, numbers, years and rare words, as they were typed. */
  readonly words: readonly string[];
  /** Whether one is a name, a number or the noun asked about: then nothing answers for certain. */
  readonly isDecisive: boolean;
}

/**
 * Looks for the words of a question without which a passage does not answer. A name or number has
 * to stand in one of the passages that are shown, in its title or its record; other words need only
 * be held by the library, since a passage may say them otherwise.
 */
function missingFrom(
  { concepts }: Pick<Findings, 'concepts'>,
  shown: readonly Pick<Hit, 'passage'>[],
): Missing {
  const own = concepts.filter(({ isBorrowed }) => !isBorrowed);
  const unheld = own.filter(
    ({ alternatives, role }) => alternatives.length === 0 && role !== 'word',
  );
  const held = own.filter(({ alternatives }) => alternatives.length > 0);
  const terms = new Set(shown.flatMap((hit) => [...termsOf(hit)]));
  const elsewhere =
    shown.length === 0
      ? []
      : namesIn(held).filter((name) => !name.some((part) => holds(terms, part)));
  const missing = [...unheld, ...elsewhere.flat()].sort((a, b) => a.start - b.start);
  return { words: joined(missing), isDecisive: missing.some(({ role }) => role !== 'rare') };
}

/** Names of several words and numbers; one word of a name stands for all: "Xi" for Xi Jinping. */
function namesIn(concepts: readonly Concept[]): Concept[][] {
  const names: Concept[][] = [];
  for (const concept of concepts) {
    if (concept.role !== 'name' && concept.role !== 'number') continue;
    const last = names.at(-1);
    const before = last?.at(-1);
    const isPart =
      concept.role === 'name' && before?.role === 'name' && concept.start - before.end === 1;
    if (last && isPart) last.push(concept);
    else names.push([concept]);
  }
  return names;
}

function holds(terms: ReadonlySet<string>, { alternatives }: Concept): boolean {
  return alternatives.some((alternative) => alternative.terms.every((term) => terms.has(term)));
}

/** The words of a passage and of what its citation says. */
function termsOf({ passage: { article, heading = '', text } }: Pick<Hit, 'passage'>): Set<string> {
  const { title, authors, publisher = '', published = '' } = article;
  const all = [text, heading, title, ...authors, publisher, published].join('\n');
  return new Set(wordsOf(all, false).flatMap(({ term }) => term ?? []));
}

/** Neighbours as one: "Victory Day". */
function joined(concepts: readonly Concept[]): string[] {
  const words: string[] = [];
  let end: number | undefined;
  for (const { typed, start, end: last } of concepts) {
    const before = words.at(-1);
    if (before !== undefined && start - (end ?? start) === 1)
      words[words.length - 1] = `${before} ${typed}`;
    else words.push(typed);
    end = last;
  }
  return [...new Set(words)];
}
