import { type CitedQuote, isVerbatim } from '../answer/quote.ts';
import type { Library } from '../library/library.ts';
import type { Verdict } from './verdict.ts';
import { verifyAll } from './verify.ts';
import { withWording } from './wording-writer.ts';

/**
 * Checks every quotation of a text, as `verifyAll` does, without keeping others waiting. Throws rather
 * than return a passage that is not, character for character, what the library holds at its place.
 */
export async function checkQuotations(text: string, current: Library): Promise<readonly Verdict[]> {
  // The library may be replaced while this waits.
  const library = await withWording(current);
  const verdicts = verifyAll(text, library);
  for (const quote of quotesIn(verdicts)) {
    if (isVerbatim(library, quote, quote.text)) continue;
    const { article, paragraph } = quote;
    throw new Error(`A passage of ${article}, paragraph ${paragraph}, is not what is stored there`);
  }
  return verdicts;
}

/** All passages of verdicts, wherever they stand in them. */
function quotesIn(part: unknown): CitedQuote[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('citation' in part) return [part as CitedQuote];
  return Object.values(part).flatMap(quotesIn);
}
