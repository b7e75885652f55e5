/**
 * The constants of ranking, in one place so that they can be varied when they are measured;
 * `docs/retrieval-figures.md` says which values were tried and what they did.
 */
export interface RankingSettings {
  /** BM25: how soon repetition stops to count, and how much length does. */
  readonly k: number;
  readonly b: number;
  /** What a word of the title counts in the only passage of an article; falls with their root. */
  readonly titleWorth: number;
  /** What it counts at the least, and a word of a heading. */
  readonly leastTitleWorth: number;
  /** How many passages of general English are mixed into the counts of the library. */
  readonly smoothing: number;
  /** About one sentence of news, and what the best such window counts beside the whole passage. */
  readonly windowWords: number;
  readonly windowWeight: number;
  /** What such a window gains by a thing of the kind that is asked for: a number, a date. */
  readonly soughtWorth: number;
  /** What it is worth to find neighbouring words of the question close together. */
  readonly pairWeight: number;
  /** What another name of the same actor is worth beside the one that was asked for. */
  readonly actorWeight: number;
  /** What a synonym of the library's thesaurus is worth, or a word for a misspelt one. */
  readonly synonymWeight: number;
  /** The same where the library holds the asker's own word too. */
  readonly otherWordWeight: number;
  readonly correctedWeight: number;
  /** A name that the library never mentions is likely what the question is about. */
  readonly unheldNameWorth: number;
  /** How many of the best passages are looked at closely. */
  readonly looks: number;
}

export const usualSettings: RankingSettings = {
  k: 1.2,
  b: 0.7,
  titleWorth: 2,
  leastTitleWorth: 0.4,
  smoothing: 200,
  windowWords: 25,
  windowWeight: 0.3,
  soughtWorth: 12,
  pairWeight: 0.4,
  actorWeight: 0.7,
  synonymWeight: 0.8,
  otherWordWeight: 0.5,
  correctedWeight: 0.8,
  unheldNameWorth: 3,
  looks: 50,
};
