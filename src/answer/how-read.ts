import { wordsOf } from '../language/words.ts';
import { shortText } from '../search/query/query.ts';
import type { Findings } from '../search/search.ts';

/** Why there is nothing to look for, if there is nothing. */
export function problemWith(text: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'There is nothing to look for. Write a word or a phrase.';
  const isShort = text.split(/\s+/).length <= shortText;
  if (wordsOf(text, isShort ? false : undefined).some(({ term }) => term !== undefined)) {
    return undefined;
  }
  return `“${text}” is too common to look for. Add a word that says what it is about.`;
}

/** How words of a question were read that the library does not hold as they were typed. */
export function notesOn({ concepts }: Findings): string[] {
  const read = concepts.filter(({ readAs, isBorrowed }) => readAs && !isBorrowed);
  const translated = read.filter(({ isTranslated }) => isTranslated);
  const others = read.filter(({ isTranslated }) => !isTranslated);
  const pairs = translated.map(({ typed, readAs }) => `“${typed}” as ${readAs}`);
  return [
    ...others.map(
      ({ typed, readAs }) => `The library does not hold "${typed}"; I looked for ${readAs}.`,
    ),
    ...(pairs.length > 0 ? [`I read ${pairs.join('; ')}.`] : []),
  ];
}
