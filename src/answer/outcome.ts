import { agePattern } from '../language/english/attributes.ts';
import type { Span } from '../language/sentences.ts';
import type { SoughtKind } from '../search/query/sought.ts';
import type { Findings, Hit } from '../search/search.ts';
import { type Missing, missingFrom } from './missing.ts';

/** A quote as it would be shown. */
interface Shown extends Span {
  readonly text: string;
}

/** What an answer comes to, and what of the question is missing from it. */
export interface Outcome {
  readonly kind: 'answered' | 'perhaps' | 'unknown';
  readonly missing: Missing['words'];
}

/**
 * With this much evidence a question is answered: then no single everyday word can carry an answer
 * about something that the library never names. `docs/retrieval.md` has the curves of both values.
 */
const leastForAnswer = 1.05;

/** With this much the closest passages are worth a look, though nothing answers for certain. */
const leastForPerhaps = 0.5;

/** By so many bits more than general English does, a library speaks of its own subjects. */
const subjectBits = 2.5;

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
): Outcome {
  const missing = missingFrom(findings, hits);
  return { kind: kindOf(findings, hits, quotes, missing), missing: missing.words };
}

function kindOf(
  findings: Findings,
  hits: readonly Hit[],
  quotes: readonly Shown[],
  missing: Missing,
): Outcome['kind'] {
  const { evidence, kind } = findings;
  if (hits.length === 0 || evidence < leastForPerhaps) return 'unknown';
  if (evidence < leastForAnswer) return isOfLibrary(findings) ? 'perhaps' : 'unknown';
  if (missing.isDecisive) return 'perhaps';
  if (!figures.includes(kind)) return 'answered';
  return hits.some((hit, at) => tells(hit, quotes[at], findings)) ? 'answered' : 'perhaps';
}

/** Whether the question names something that the library speaks of more than others do. */
function isOfLibrary({ concepts }: Findings): boolean {
  return concepts.some(
    ({ alternatives, weirdness }) => alternatives.length > 0 && weirdness >= subjectBits,
  );
}

/** Whether a quote holds a thing of the kind that is asked for, and its passage whom it is about. */
function tells(hit: Hit, quote: Shown | undefined, findings: Findings): boolean {
  if (!quote || missingFrom(findings, [hit]).isDecisive) return false;
  if (findings.kind === 'age' && !agePattern.test(quote.text)) return false;
  return hit.sought.some(({ start, end }) => start >= quote.start && end <= quote.end);
}
