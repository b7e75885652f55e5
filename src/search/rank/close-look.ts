import type { LanguageCode } from '../../language/languages.ts';
import type { Candidate, Statistics } from '../engine.ts';
import type { Asked, AskedConcept } from '../query/asked.ts';
import type { RankingSettings } from '../settings.ts';
import { gainOf } from './bm25.ts';
import {
  bestWindow,
  type Find,
  type Found,
  findsOf,
  type Positions,
  positionsOf,
  proximity,
} from './positions.ts';

/** What a close look at a passage found. */
export interface Look extends Aboutness {
  readonly score: number;
  /** False when only the title or heading names anything of the question. */
  readonly isInText: boolean;
}

/** Scores one passage: BM25 over concepts, closeness of neighbouring words, and its best window. */
export function lookAt(candidate: Candidate, asked: Asked, settings: RankingSettings): Look {
  const { words, titleWords } = candidate;
  const text = positionsOf(words, asked);
  const titles = positionsOf(titleWords, asked);
  const { concepts, pairs } = asked;
  const finds = findsOf(text, concepts);
  return {
    score:
      sumOfGains(text, titles, concepts, candidate, settings) +
      settings.pairWeight * proximity(text, pairs) +
      settings.windowWeight * windowGain(finds, asked.soughtIn(words), concepts.length, settings),
    isInText: finds.length > 0,
    ...weighPassage(finds, titles, asked, proximity(text, asked.neighbours)),
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

/** How much of a word's information a title or heading gives that does not recur in the text. */
const titleShare = 0.8;

/** Two or three sentences: an answer says what was asked about within so many words. */
const evidenceWords = 50;

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

/** Weighs a passage; `closeness` is what `proximity` gives for the neighbours in it. */
function weighPassage(
  finds: readonly Find[],
  titles: Positions,
  { concepts, closest }: Asked,
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
  const coverage = bestWindow(found, base, evidenceWords) / all;
  const neighbours = closest === 0 ? 0 : Math.min(1, closeness / closest);
  return { coverage, aboutness: coverage + closenessWeight * neighbours };
}

/**
 * What makes the evidence of languages comparable: with it as many questions that a library answers
 * are refused in each. Russian has more forms of a word, and Chinese questions more pairs than words.
 */
const languageBonus: Readonly<Record<LanguageCode, number>> = { en: 0, ru: 0.18, zh: 0.1 };

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

/**
 * How much alike passages are: the mean cosine of each two, 0 to 1, words weighed by (1 + ln count)
 * times their rarity. What answers a question is mostly of one subject; what merely holds its words
 * comes from anywhere (He, Larson & de Rijke 2008, "Using coherence-based measures to predict query
 * difficulty"). 0 for fewer than two passages.
 */
export function coherence(texts: readonly Uint32Array[], library: Holders): number {
  const vectors = texts.map((words) => unitVectorOf(words, library));
  let sum = 0;
  for (const [at, one] of vectors.entries()) {
    for (const other of vectors.slice(0, at)) sum += product(one, other);
  }
  const pairs = (vectors.length * (vectors.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}

type Vector = ReadonlyMap<number, number>;

/** How rare words are. */
type Holders = Pick<Statistics, 'size' | 'textHolders'>;

function unitVectorOf(words: Uint32Array, { size, textHolders }: Holders): Vector {
  const counts = new Map<number, number>();
  for (const word of words) {
    if (word > 0) counts.set(word - 1, (counts.get(word - 1) ?? 0) + 1);
  }
  const weights = [...counts].map(([term, count]) => {
    const rarity = Math.log((size + 1) / ((textHolders[term] ?? 0) + 0.5));
    return [term, (1 + Math.log(count)) * rarity] as const;
  });
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

function product(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}
