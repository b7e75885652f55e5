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

/** How long texts are in a language, in characters unless said. */
export interface Lengths {
  /** A run of text without a full stop is cut here, so that any quote fits into a message. */
  readonly maxSentence: number;
  /** The longest run of sentences that is quoted; one longer sentence is quoted whole. */
  readonly maxQuote: number;
  /** How many further characters a quote may have for a bit of the question. */
  readonly charactersPerBit: number;
  /** A longer paragraph is cut into windows, so that it can't outweigh all others. */
  readonly maxParagraph: number;
}

const alphabetic: Lengths = {
  maxSentence: 800,
  maxQuote: 420,
  charactersPerBit: 40,
  maxParagraph: 14_400,
};

/** The same text has a third as many characters in Chinese. */
const lengths: Readonly<Record<LanguageCode, Lengths>> = {
  en: alphabetic,
  ru: alphabetic,
  zh: { maxSentence: 260, maxQuote: 260, charactersPerBit: 20, maxParagraph: 2000 },
};

/** The lengths of the language that a text is written in. */
export function lengthsOf(text: string): Lengths {
  return lengths[languageOf(text)];
}
