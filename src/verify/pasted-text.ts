import { cleanText } from '../library/paragraphs.ts';

/** A soft hyphen, or what some readers of PDF make of it, and the line break behind it. */
const divided = /(?:\u00ad|¬(?=\s*\n))\s*/g;

/** `3 645`, with one of the spaces that do not break. */
const spacedThousands = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** A text as it was printed, without what word processors, PDF and browsers add to what is copied. */
export function asPrinted(pasted: string): string {
  return cleanText(pasted.replace(divided, '').replace(spacedThousands, ','));
}
