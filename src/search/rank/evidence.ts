import type { LanguageCode } from '../../language/languages.ts';
import type { Asked, AskedConcept } from '../query/asked.ts';
import { bestWindow, type Find, type Positions } from './positions.ts';

/** How much of a word's information a title or heading gives that does not recur in the text. */
const titleShare = 0.8;

/** Two or three sentences: an answer says what was asked about within so many words. */
const windowWords = 50;

const closenessWeight = 0.36;
const lengthWeight = 0.2;
const weirdnessWeight = 0.05;
const coherenceWeight = 0.7;

/** How far a passage is about what is asked. */
export interface Aboutness {
  /** Share of the question's information in the best 50 words, the title and the heading: 0 to 1. */
  readonly coverage: number;
  /** Coverage, plus 0.36 times the share of neighbouring words that stay neighbours. */
  readonly aboutness: number;
}

/** Weighs a passage; `closeness` is what `proximity` gives for it. */
export function weighPassage(
  finds: readonly Find[],
  titles: Positions,
  { concepts, pairs }: Asked,
  closeness: number,
): Aboutness {
  const all = concepts.reduce((sum, { information }) => sum + information, 0);
  if (all === 0) return { coverage: 0, aboutness: 0 };
  const base = concepts.map((concept) => concept.information * shareAbove(concept, titles));
  const found = finds.map(({ at, concept, share }) => ({
    at,
    concept,
    worth: (concepts[concept]?.information ?? 0) * share,
  }));
  const coverage = bestWindow(found, base, windowWords) / all;
  const closest = pairs.reduce((sum, { idf }) => sum + idf, 0);
  const neighbours = closest === 0 ? 0 : Math.min(1, closeness / closest);
  return { coverage, aboutness: coverage + closenessWeight * neighbours };
}

/**
 * What makes the evidence of languages comparable: with it as many questions that a library answers
 * are refused in each. Russian has more forms of a word, and pairs of characters meet by chance.
 */
const languageBonus: Readonly<Record<LanguageCode, number>> = { en: 0, ru: 0.15, zh: 0.15 };

/**
 * How likely it is that the library answers a question at all, whatever the library's size: what its
 * best passage weighs, plus 0.2 ln(1 + concepts), since no passage holds most of a long question, plus
 * 0.05 for each bit by which the library leans to what is asked about, plus 0.7 times the coherence of
 * the best passages.
 */
export function weighEvidence(
  best: number,
  { concepts, weirdness }: Asked,
  coherence: number,
  language: LanguageCode = 'en',
): number {
  const bonus = lengthWeight * Math.log1p(concepts.length) + weirdnessWeight * weirdness;
  return best + bonus + coherenceWeight * coherence + languageBonus[language];
}

function shareAbove({ alternatives, weight }: AskedConcept, titles: Positions): number {
  let best = 0;
  for (const alternative of alternatives) {
    const isHeld = alternative.places.every((place) => (titles[place]?.length ?? 0) > 0);
    if (isHeld) best = Math.max(best, (alternative.weight / weight) * titleShare);
  }
  return best;
}
