import { type LanguageCode, languageOf } from './script.ts';

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
