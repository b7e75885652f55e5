import type { Logger } from '@slack/bolt';
import type { Answer, Question as AskedQuestion, CitedQuote } from '../answer/answer.ts';
import { isVerbatim } from '../answer/quote.ts';
import type { Library } from '../library/library.ts';
import type { QuestionBook } from '../store/question-book.ts';
import type { Question } from '../store/questions.ts';
import { answerBlocks } from './blocks/answer-blocks.ts';
import { helpBlocks } from './blocks/help-blocks.ts';
import { articleBlocks, sourcesBlocks } from './blocks/sources-blocks.ts';
import { statusBlocks } from './blocks/status-blocks.ts';
import { readIntent } from './intent.ts';
import type { Reply } from './reply.ts';

/** A reply, and what the question book keeps of it. */
export interface Composed {
  readonly reply: Reply;
  /** `answered`, `unknown`, `unreadable`, or the name of a command such as `help`. */
  readonly outcome: string;
  /** The quotes by reference, as JSON. */
  readonly answer?: string;
}

/** What replies are made from. */
export interface ComposeParts {
  readonly library: Library;
  readonly answer: (question: AskedQuestion) => Promise<Answer>;
  readonly book: Pick<QuestionBook, 'earlier'>;
  /** The slash command, as help names it. */
  readonly command: string;
  readonly log: Logger;
}

/** Returns the function that makes the reply to a question, whatever it asks for. */
export function createCompose(parts: ComposeParts): (question: Question) => Promise<Composed> {
  const { library, command } = parts;
  return async (question) => {
    const intent = readIntent(question.text);
    switch (intent.kind) {
      case 'help':
        return { outcome: intent.kind, reply: helpBlocks(command) };
      case 'sources':
        return { outcome: intent.kind, reply: sourcesBlocks(library, command) };
      case 'article':
        return { outcome: intent.kind, reply: articleBlocks(library, intent.id) };
      case 'status':
        return { outcome: intent.kind, reply: statusBlocks(library) };
      case 'question':
        return composeAnswer(intent.text, question, parts);
    }
  };
}

async function composeAnswer(
  text: string,
  question: Question,
  parts: ComposeParts,
): Promise<Composed> {
  // The question book may be away; an answer without the thread's memory beats none.
  const thread = await parts.book.earlier(question).catch((error: Error) => {
    parts.log.warn(`Question ${question.id} is answered without its thread: ${error.message}`);
    return [];
  });
  const found = checked(await parts.answer({ text, thread }), parts);
  const answer =
    found.kind === 'answered' ? JSON.stringify(found.quotes.map(reference)) : undefined;
  return { reply: answerBlocks(found), outcome: found.kind, ...(answer && { answer }) };
}

/** Fails closed: a quote that is not what the library holds at that place is not shown. */
function checked(answer: Answer, { library, log }: ComposeParts): Answer {
  if (answer.kind !== 'answered') return answer;
  const quotes = answer.quotes.filter((quote) => isVerbatim(library, quote, quote.text));
  for (const { article, paragraph } of answer.quotes.filter((quote) => !quotes.includes(quote))) {
    log.error(
      `A quote of ${article}, paragraph ${paragraph}, is not what is stored there; it was left out`,
    );
  }
  if (quotes.length === 0) throw new Error('No quote of the answer is what the library holds');
  return { ...answer, quotes };
}

function reference({ article, paragraph, start, end }: CitedQuote) {
  return { article, paragraph, start, end };
}
