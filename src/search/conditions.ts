import type { Passage } from '../library/passage.ts';
import { meets, type Query } from './query.ts';
import { type Word, wordsOf } from './words.ts';

/** Whether a question has filters, phrases or exclusions at all. */
export function hasConditions({ filters, phrases, excluded }: Query): boolean {
  return filters.length + phrases.length + excluded.length > 0;
}

/** Whether a passage meets the filters of a query, holds its phrases and none of its exclusions. */
export function admits({ filters, phrases, excluded }: Query, { article, text }: Passage): boolean {
  if (!meets(article, filters)) return false;
  if (phrases.length === 0 && excluded.length === 0) return true;
  const words = wordsOf(text);
  return (
    phrases.every((phrase) => holds(words, phrase, ({ form }) => form)) &&
    !excluded.some((phrase) => holds(words, phrase, ({ term, form }) => term ?? form))
  );
}

function holds(words: readonly Word[], phrase: string, key: (word: Word) => string): boolean {
  const wanted = wordsOf(phrase).map(key);
  return words.some((_, at) =>
    wanted.every((part, i) => {
      const word = words[at + i];
      return word !== undefined && key(word) === part;
    }),
  );
}
