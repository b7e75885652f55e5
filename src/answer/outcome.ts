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

/** The same where meaning is known: evidence, and so much for each standard deviation of nearness. */
const nearnessWeight = 0.1;
const leastForAnswerWithMeaning = 1.25;

/** So much nearer than what questions on anything reach, a passage is worth a look. */
const leastNearness = 1.8;

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
  const { evidence, kind, nearness } = findings;
  if (hits.length === 0) return 'unknown';
  if (!isEnough(evidence, nearness)) return isNear(findings) ? 'perhaps' : 'unknown';
  if (missing.isDecisive) return 'perhaps';
  if (!figures.includes(kind)) return 'answered';
  return hits.some((hit, at) => tells(hit, quotes[at], findings)) ? 'answered' : 'perhaps';
}

/** Words decide, and where meaning is known both: neither alone tells a paraphrase from a near miss. */
function isEnough(evidence: number, nearness: number | undefined): boolean {
  if (nearness === undefined) return evidence >= leastForAnswer;
  return evidence + nearnessWeight * nearness >= leastForAnswerWithMeaning;
}

/** Whether the closest passages are worth a look. */
function isNear(findings: Findings): boolean {
  const { evidence, nearness } = findings;
  const byWords = evidence >= leastForPerhaps && isOfLibrary(findings);
  if (nearness === undefined) return byWords;
  return nearness >= leastNearness || (byWords && nearness > 0);
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
