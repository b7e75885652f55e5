import type { Findings, Hit } from '../search/search.ts';
import { type Missing, missingFrom } from './missing.ts';
import { type Shown, tells } from './tells.ts';

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
  const { evidence } = findings;
  if (hits.length === 0) return 'unknown';
  if (!isBoth(findings, gate)) return isNear(findings, gate) ? 'perhaps' : 'unknown';
  // What only meaning leads to is shown, and no more: it can't tell a paraphrase from a near miss.
  if (evidence < gate.minForAnswer || missing.isDecisive || isForeign(findings)) return 'perhaps';
  const isTold = hits.some((hit, at) => {
    const quote = quotes[at];
    return quote !== undefined && tells(hit, quote, findings);
  });
  return isTold ? 'answered' : 'perhaps';
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
