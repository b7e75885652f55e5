import type { Asked, AskedConcept } from './asked.ts';
import { bestWindow } from './best-window.ts';
import { gainOf } from './bm25.ts';
import type { Candidate } from './candidates.ts';
import { type Aboutness, weighPassage } from './evidence.ts';
import { type PassageIndex, titleWordsOf, wordsIn } from './passage-index.ts';
import { findsOf, type Positions, positionsOf } from './positions.ts';
import { proximity } from './proximity.ts';
import type { RankingSettings } from './settings.ts';

/** What a close look at a passage found. */
export interface Look extends Aboutness {
  readonly score: number;
  /** False when only the title or heading names anything of the question. */
  readonly isInText: boolean;
}

/** Scores one passage: BM25 over concepts, closeness of neighbouring words, and its best window. */
export function lookAt(
  index: PassageIndex,
  candidate: Candidate,
  asked: Asked,
  settings: RankingSettings,
): Look {
  const text = positionsOf(wordsIn(index, candidate.passage), asked);
  const titles = positionsOf(titleWordsOf(index, candidate.passage), asked);
  const { concepts, pairs } = asked;
  const finds = findsOf(text, concepts);
  const closeness = proximity(text, pairs);
  const none = concepts.map(() => 0);
  return {
    score:
      sumOfGains(text, titles, concepts, candidate, settings) +
      settings.pairWeight * closeness +
      settings.windowWeight * bestWindow(finds, none, settings.windowWords),
    isInText: finds.length > 0,
    ...weighPassage(finds, titles, asked, closeness),
  };
}

/** Of the names of one thing the best counts: nothing is gained by saying China, Chinese and Beijing. */
function sumOfGains(
  text: Positions,
  titles: Positions,
  concepts: readonly AskedConcept[],
  { damper, titleWorth }: Candidate,
  settings: RankingSettings,
): number {
  const countOf = (place: number) =>
    (text[place]?.length ?? 0) + titleWorth * (titles[place]?.length ?? 0);
  let score = 0;
  for (const { alternatives } of concepts) {
    let best = 0;
    for (const { places, weight, idf } of alternatives) {
      const count = Math.min(...places.map(countOf));
      if (count > 0) best = Math.max(best, weight * idf * gainOf(count, damper, settings));
    }
    score += best;
  }
  return score;
}
