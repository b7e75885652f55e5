import { saying } from '../texts/message.ts';
import { verdictTexts as texts } from '../texts/verify.ts';
import type { Claim } from './claim.ts';
import { asPrinted } from './pasted-text.ts';
import type { Refused } from './verdict.ts';
import { readWording, type Token } from './wording.ts';
import type { WordingIndex } from './wording-index.ts';
import type { ReadLibrary } from './wording-writer.ts';

/** Shorter ones stand anywhere by chance; longer ones are no quotation but an article. In characters. */
export const shortest = 12;
const longest = 5000;

/** The length of a text as letters tell it: a Chinese character says as much as three of them. */
export function lengthOf(text: string): number {
  return text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** A quotation that is being checked. */
export interface Inquiry extends Claim {
  readonly tokens: readonly Token[];
  readonly numbers: readonly number[];
  readonly index: WordingIndex;
  readonly library: ReadLibrary;
}

/** Begins to check a claim, or says why it can't be checked. */
export function inquire(claim: Claim, library: ReadLibrary): Inquiry | Refused {
  const quotation = asPrinted(claim.quotation);
  const tokens = readWording(quotation);
  if (tokens.length === 0 || lengthOf(quotation) < shortest) {
    return { kind: 'refused', reason: saying(texts.tooShort, { shortest }) };
  }
  if (quotation.length > longest) {
    const { length } = quotation;
    return { kind: 'refused', reason: saying(texts.tooLong, { length, longest }) };
  }
  const index = library.wording;
  const numbers = index.numbersOf(tokens.map(({ key }) => key));
  return { ...claim, quotation, tokens, numbers, index, library };
}
