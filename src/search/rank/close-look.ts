import type { Candidate } from '../engines/candidates.ts';
import { type PassageIndex, titleWordsOf, wordsIn } from '../engines/passage-index.ts';
import type { Asked, AskedConcept } from '../query/asked.ts';
import { gainOf } from './bm25.ts';
import { type Aboutness, weighPassage } from './evidence.ts';
import {
  bestWindow,
  type Found,
  findsOf,
  type Positions,
  positionsOf,
  proximity,
} from './positions.ts';
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
  const words = wordsIn(index, candidate.passage);
  const text = positionsOf(words, asked);
  const titles = positionsOf(titleWordsOf(index, candidate.passage), asked);
  const { concepts, pairs } = asked;
  const finds = findsOf(text, concepts);
  const closeness = proximity(text, pairs);
  return {
    score:
      sumOfGains(text, titles, concepts, candidate, settings) +
      settings.pairWeight * closeness +
      settings.windowWeight * windowGain(finds, asked.soughtIn(words), concepts.length, settings),
    isInText: finds.length > 0,
    ...weighPassage(finds, titles, asked, closeness),
  };
}

/** What the best window holds of the question, and of the kind of thing that it asks for. */
function windowGain(
  finds: readonly Found[],
  sought: readonly number[],
  concepts: number,
  { windowWords, soughtWorth }: RankingSettings,
): number {
  const answers = sought.map((at) => ({ at, concept: concepts, worth: soughtWorth }));
  const found = [...finds, ...answers].sort((a, b) => a.at - b.at);
  return bestWindow(found, new Array(concepts + 1).fill(0), windowWords);
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
