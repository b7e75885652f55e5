import type { Candidate, WantedWord } from '../engine.ts';
import type { RankingSettings } from '../settings.ts';
import { gainOf } from './bm25.ts';

/** Those of many candidates whose words are worth most, for engines that weigh them otherwise. */
export function mostPromising(
  candidates: readonly Candidate[],
  words: ReadonlyMap<number, WantedWord>,
  limit: number,
  settings: RankingSettings,
): readonly Candidate[] {
  if (candidates.length <= limit) return candidates;
  return candidates
    .map((candidate) => ({ candidate, promise: promiseOf(candidate, words, settings) }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** BM25 over text and title, by what each word is worth. */
function promiseOf(
  { words: text, titleWords, damper }: Candidate,
  words: ReadonlyMap<number, WantedWord>,
  settings: RankingSettings,
): number {
  const counts = new Map<WantedWord, number>();
  for (const list of [text, titleWords]) {
    for (const code of list) {
      const word = words.get(code);
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  let promise = 0;
  for (const [{ idf, weight }, count] of counts) {
    promise += idf * weight * gainOf(count, damper, settings);
  }
  return promise;
}
