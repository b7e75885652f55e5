import { storeQuotes } from '../../answer/stored-answer.ts';
import type { Library } from '../../library/library.ts';
import type { Composed } from '../../questions/answerer.ts';
import type { Question } from '../../questions/question.ts';
import { checkQuotations } from '../../verify/check-quotations.ts';
import { controlsFor } from '../blocks/answer-controls.ts';
import { passagesOf, verdictBlocks } from '../blocks/verdict-blocks.ts';

/** The verdicts on the quotations of a text. */
export async function composeVerdict(
  text: string,
  question: Question,
  { library }: { readonly library: Library },
): Promise<Composed> {
  const verdicts = await checkQuotations(text, library);
  const checked = verdicts.filter(({ kind }) => kind !== 'refused');
  if (checked.length === 0) return { reply: verdictBlocks(verdicts), outcome: 'refused' };
  // What a brief says is no source of the words.
  const sources = checked.filter(({ kind }) => kind !== 'brief-only').flatMap(passagesOf);
  const isCitable = sources.length > 0;
  return {
    reply: verdictBlocks(verdicts, controlsFor(question, { isShareable: true, isCitable })),
    outcome: checked[0]?.kind ?? 'refused',
    ...(isCitable && { answer: storeQuotes(sources) }),
  };
}
