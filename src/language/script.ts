/** The languages that are read, by their BCP 47 codes. */
export const languageCodes = ['en', 'ru', 'zh'] as const;
export type LanguageCode = (typeof languageCodes)[number];

const other = /[\p{Script=Cyrillic}\p{Script=Han}]/u;

/** How many letters a character of Chinese stands for. */
const lettersOfHan = 3;

/**
 * The language of a text by its script: Russian when most letters are Cyrillic, Chinese when most are
 * Han, a character of which counts as three letters; English otherwise.
 */
export function languageOf(text: string): LanguageCode {
  if (!other.test(text)) return 'en';
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu) * lettersOfHan;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const rest = count(/\p{Script=Latin}/gu);
  if (han > cyrillic && han > rest) return 'zh';
  return cyrillic > rest ? 'ru' : 'en';
}
