import { stemmer } from '@orama/stemmers/russian';
import { stopWords } from './stop-words.ts';

/** Latin letters that look like Cyrillic ones, as they get into words that were copied. */
const lookalikes = new Map(
  [...'aceopxyABCEHKMOPTXyk'].map((latin, at) => [latin, [...'асеорхуАВСЕНКМОРТХук'][at] ?? latin]),
);

/**
 * The form of a word in Cyrillic letters: lower case, е for ё, without marks of stress. й keeps its
 * breve, without which the stemmer knows no adjective.
 */
export function formOf(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\p{M}.'’]/gu, '')
    .replace(/[A-Za-z]/g, (latin) => lookalikes.get(latin) ?? latin)
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** The stem of a form by Snowball's Russian algorithm; undefined for a stop word. */
export function stemOf(form: string): string | undefined {
  if (stopWords.has(form)) return undefined;
  return /\d/.test(form) ? form : stemmer(form) || form;
}
