import { wordsOf } from '../language/words.ts';

const mostWordsOfFollowUp = 3;

/** Words that point back to what was said before. */
const pointer =
  /^(?:and|but|so|why|how come|since when|what about|how about)\b|\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|those|these|one|ones|there|then|else|more|former|latter|same)\b/i;

/** Names what it is about itself, however short it is. */
const namesTopic = /^what (?:is|was|has been) said (?:about|of|on)\b/i;

/**
 * The earlier questions of a thread that a question leans on, joined; undefined when it stands by
 * itself. A question leans when it is short of subject matter ("and China?") or points back ("how
 * much did it raise exports?"). It then borrows from the newest earlier question that stands by
 * itself and from those asked since.
 */
export function borrowedWords(question: string, thread: readonly string[]): string | undefined {
  if (thread.length === 0 || !leans(question)) return undefined;
  const standing = thread.findLastIndex((earlier) => !leans(earlier));
  return thread.slice(Math.max(standing, 0)).join(' ');
}

function leans(question: string): boolean {
  const words = wordsOf(question).filter(({ term }) => term !== undefined);
  if (pointer.test(question.trim())) return true;
  return words.length <= mostWordsOfFollowUp && !namesTopic.test(question.trim());
}
