import type { Asked, AskedConcept } from './asked.ts';
import { bestWindow } from './best-window.ts';
import type { Find, Positions } from './positions.ts';

/** How much of a word's information a title or heading gives that does not recur in the text. */
const titleShare = 0.8;

/** Two or three sentences: an answer says what was asked about within so many words. */
const windowWords = 50;

/** What closeness counts beside coverage, and what each doubling of a question's length does. */
const closenessWeight = 0.36;
const lengthWeight = 0.2;

/** What speaks for a passage being about the question at all, whatever the size of the library. */
export interface Evidence {
  /** Share of the question's information in the best 50 words, the title and the heading: 0 to 1. */
  readonly coverage: number;
  /**
   * Coverage, plus the share of neighbouring words that stay neighbours, plus a bonus for a question
   * of many words, of which no passage holds most: coverage + 0.36 closeness + 0.2 ln(1 + concepts).
   */
  readonly evidence: number;
}

/** Weighs a passage; `closeness` is what `proximity` gives for it. */
export function weighEvidence(
  finds: readonly Find[],
  titles: Positions,
  { concepts, pairs }: Asked,
  closeness: number,
): Evidence {
  const all = concepts.reduce((sum, { information }) => sum + information, 0);
  if (all === 0) return { coverage: 0, evidence: 0 };
  const base = concepts.map((concept) => concept.information * shareAbove(concept, titles));
  const found = finds.map(({ at, concept, share }) => ({
    at,
    concept,
    worth: (concepts[concept]?.information ?? 0) * share,
  }));
  const coverage = bestWindow(found, base, windowWords) / all;
  const closest = pairs.reduce((sum, { idf }) => sum + idf, 0);
  const neighbours = closest === 0 ? 0 : Math.min(1, closeness / closest);
  const length = Math.log1p(concepts.length);
  return { coverage, evidence: coverage + closenessWeight * neighbours + lengthWeight * length };
}

function shareAbove({ alternatives, weight }: AskedConcept, titles: Positions): number {
  let best = 0;
  for (const alternative of alternatives) {
    const isHeld = alternative.places.every((place) => (titles[place]?.length ?? 0) > 0);
    if (isHeld) best = Math.max(best, (alternative.weight / weight) * titleShare);
  }
  return best;
}
