/** A question that was asked where everybody in the channel could read it. */
export interface PublicQuestion {
  readonly text: string;
  readonly outcome: 'answered' | 'perhaps' | 'unknown';
}

const maxListed = 5;

/**
 * What the library had no answer to, of questions newest first; the same words in another spelling are
 * the same question, and one that was answered later is left out.
 */
export function unansweredOf(questions: readonly PublicQuestion[]): string[] {
  const last = new Map<string, PublicQuestion>();
  for (const question of questions) {
    const key = question.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (!last.has(key)) last.set(key, question);
  }
  return [...last.values()]
    .filter(({ outcome }) => outcome === 'unknown')
    .slice(0, maxListed)
    .map(({ text }) => text);
}
