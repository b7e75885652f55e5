import type { Logger } from '@slack/bolt';
import type { CitedQuote } from '../../answer/answer.ts';
import { isVerbatim } from '../../answer/quote.ts';
import { storeQuotes } from '../../answer/stored-answer.ts';
import type { Library } from '../../library/library.ts';
import { verifyAll } from '../../verify/verify.ts';
import { prepareWordingIndex } from '../../verify/wording-index.ts';
import type { Controls } from '../blocks/answer-controls.ts';
import { passagesOf, verdictBlocks } from '../blocks/verdict-blocks.ts';
import type { Composed } from './compose.ts';

/** Checks the quotations of a text. Fails closed: no passage is shown that is not what is stored. */
export async function composeVerdict(
  text: string,
  wanted: Controls | undefined,
  { library, log }: { readonly library: Library; readonly log: Logger },
): Promise<Composed> {
  await prepareWordingIndex(library);
  const verdicts = verifyAll(text, library);
  for (const { article, paragraph } of wrongIn(verdicts, library)) {
    log.error(`A passage of ${article}, paragraph ${paragraph}, is not what is stored there`);
    throw new Error('A passage of a verdict is not what the library holds');
  }
  const checked = verdicts.filter(({ kind }) => kind !== 'refused');
  if (checked.length === 0) return { reply: verdictBlocks(verdicts), outcome: 'refused' };
  // What comes nearest to words that were not found is no source of theirs.
  const sources = checked.filter(({ kind }) => kind !== 'not-found').flatMap(passagesOf);
  const citable = sources.length > 0;
  return {
    reply: verdictBlocks(verdicts, wanted && { ...wanted, citable }),
    outcome: checked[0]?.kind ?? 'refused',
    ...(citable && { answer: storeQuotes(sources) }),
  };
}

function wrongIn(part: unknown, library: Library): CitedQuote[] {
  return quotesIn(part).filter((quote) => !isVerbatim(library, quote, quote.text));
}

/** All passages of verdicts, wherever they stand in them. */
function quotesIn(part: unknown): CitedQuote[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('citation' in part) return [part as CitedQuote];
  return Object.values(part).flatMap(quotesIn);
}
