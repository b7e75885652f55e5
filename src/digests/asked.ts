/** A question that was asked where everybody in the channel could read it. */
export interface PublicQuestion {
  readonly text: string;
  readonly outcome: 'answered' | 'perhaps' | 'unknown';
}

/** What a channel asked since its last digest. */
export interface Asked {
  readonly total: number;
  /** Asked more than once, most often first. */
  readonly most: readonly { readonly text: string; readonly times: number }[];
  /** What the library had no answer to, newest first. */
  readonly unanswered: readonly string[];
}

const maxListed = 3;

/** Counts what was asked, newest first; the same words in another spelling are the same question. */
export function summarize(questions: readonly PublicQuestion[]): Asked {
  const groups = new Map<string, { text: string; times: number; isUnknown: boolean }>();
  for (const { text, outcome } of questions) {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const group = groups.get(key) ?? { text, times: 0, isUnknown: outcome === 'unknown' };
    groups.set(key, { ...group, times: group.times + 1 });
  }
  const all = [...groups.values()];
  const often = all.filter(({ times, isUnknown }) => times > 1 && !isUnknown);
  return {
    total: questions.length,
    most: often
      .sort((a, b) => b.times - a.times)
      .slice(0, maxListed)
      .map(({ text, times }) => ({ text, times })),
    unanswered: all
      .filter(({ isUnknown }) => isUnknown)
      .slice(0, maxListed)
      .map(({ text }) => text),
  };
}
