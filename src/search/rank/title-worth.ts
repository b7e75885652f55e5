import type { RankingSettings } from '../settings.ts';

/** A title speaks of all passages of its article: the more they are, the less it says of each. */
export function titleWorthOf(
  passages: number,
  { titleWorth, leastTitleWorth }: RankingSettings,
): number {
  return Math.max(leastTitleWorth, titleWorth / Math.sqrt(passages));
}
