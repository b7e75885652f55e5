import type { Logger } from '@slack/bolt';
import { type Answer, type Question as AskedQuestion, hasPassages } from '../../answer/answer.ts';
import { answerClaim } from '../../answer/claim.ts';
import { isVerbatim } from '../../answer/quote.ts';
import { storeQuotes } from '../../answer/stored-answer.ts';
import type { Library } from '../../library/library.ts';
import { type Intent, readIntent } from '../../questions/intent.ts';
import type { Outcome, Question } from '../../questions/question.ts';
import type { Archive } from '../../store/question-archive.ts';
import type { QuestionBook } from '../../store/question-book.ts';
import type { ThreadBook } from '../../store/threads.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { differingIn } from '../blocks/differing-blocks.ts';
import { forgottenBlocks } from '../blocks/forgotten-blocks.ts';
import { helpBlocks } from '../blocks/help-blocks.ts';
import { incompleteBlocks } from '../blocks/incomplete-blocks.ts';
import { quietBlocks } from '../blocks/quiet-blocks.ts';
import { plain, richText, section } from '../blocks/rich-text.ts';
import { articleBlocks, sourcesBlocks } from '../blocks/sources-blocks.ts';
import { statusBlocks } from '../blocks/status-blocks.ts';
import { composeDigestOrder, type DigestOffice } from './compose-digest.ts';
import { composeShared } from './compose-shared.ts';
import { composeTimeline } from './compose-timeline.ts';
import { composeVerdict } from './compose-verdict.ts';
import type { Reply } from './reply.ts';

/** A reply, and what the question book keeps of it. */
export interface Composed {
  readonly reply: Reply;
  readonly outcome: Outcome;
  /** The quotes by reference, as JSON. */
  readonly answer?: string;
}

/** What replies are made from. */
export interface ComposeParts {
  readonly library: Library;
  /** `page` 0 holds the best passages, page 1 the next ones. */
  readonly answer: (question: AskedQuestion, page: number) => Promise<Answer>;
  readonly book: Pick<QuestionBook, 'earlier'> & Pick<Archive, 'byId' | 'forget'> & ThreadBook;
  /** The slash command, as help names it. */
  readonly command: string;
  /** Absent in a bot without digests. */
  readonly digests?: DigestOffice | undefined;
  readonly log: Logger;
}

/** Returns the function that makes the reply to a question, whatever it asks for. */
export function createCompose(parts: ComposeParts): (question: Question) => Promise<Composed> {
  return async (question) => {
    if (question.source === 'share') return composeShared(question, parts);
    if (question.source === 'find sources') return composeSources(question, parts);
    if (question.source === 'check quote') return composeVerdictOn(question.text, question, parts);
    const intent = readIntent(question.text);
    if (intent.kind === 'question') return composeAnswer(intent.text, question, parts);
    if (intent.kind === 'timeline') return composeTimelineOf(intent, question, parts);
    if (intent.kind === 'verify') return composeVerdictOn(intent.text, question, parts);
    return { outcome: intent.kind, reply: await composeCommand(intent, question, parts) };
  };
}

async function composeCommand(
  intent: Exclude<Intent, { kind: 'question' | 'timeline' | 'verify' }>,
  question: Question,
  { library, command, book, digests }: ComposeParts,
): Promise<Reply> {
  const { team, person } = question;
  switch (intent.kind) {
    case 'help':
      return helpBlocks(command);
    case 'sources':
      return sourcesBlocks(library, command);
    case 'article':
      return articleBlocks(library, intent.id);
    case 'status':
      return statusBlocks(library);
    case 'forget':
      return forgottenBlocks(await book.forget(team, person));
    case 'incomplete':
      return incompleteBlocks(intent.word, command);
    case 'digest':
      return digests ? composeDigestOrder(intent.order, question, digests) : helpBlocks(command);
    case 'mute':
    case 'unmute':
      return quietBlocks(await setQuiet(question, intent.kind === 'mute', book));
  }
}

/** Undefined outside of threads, where the bot never speaks without being addressed. */
async function setQuiet(
  { team, channel, thread }: Question,
  quiet: boolean,
  book: ThreadBook,
): Promise<boolean | undefined> {
  if (!thread) return undefined;
  await book.setQuiet({ team, channel, thread }, quiet);
  return quiet;
}

async function composeAnswer(
  text: string,
  question: Question,
  parts: ComposeParts,
): Promise<Composed> {
  const thread = await threadOf(question, parts);
  const found = checked(await parts.answer({ text, thread }, 0), parts);
  const controls = {
    question: question.id,
    page: 0,
    shareable: question.responseUrl !== undefined && hasPassages(found),
    hasMore: hasPassages(found) && found.hasMore,
    citable: hasPassages(found),
    feedback: true,
  };
  const answer = hasPassages(found) ? storeQuotes(found.quotes) : undefined;
  return {
    reply: answerBlocks(found, controls, differingIn(found, parts.library)),
    outcome: found.kind,
    ...(answer && { answer }),
  };
}

async function composeTimelineOf(
  { text, order }: Intent & { kind: 'timeline' },
  question: Question,
  parts: ComposeParts,
): Promise<Composed> {
  const { id, responseUrl } = question;
  const thread = await threadOf(question, parts);
  const wish = { question: id, text, thread, order, page: 0, feedback: true };
  return composeTimeline(
    { ...wish, shareable: responseUrl !== undefined },
    { ...parts, answer: checkedPages(parts) },
  );
}

/** A verdict on a message is shared where the message stands. */
function composeVerdictOn(text: string, question: Question, parts: ComposeParts) {
  const { id, responseUrl, source } = question;
  const shareable = source === 'check quote' ? 'in thread' : responseUrl !== undefined;
  const controls = { question: id, page: 0, shareable, hasMore: false, feedback: true } as const;
  return composeVerdict(text, controls, parts);
}

/** Passages about what a message claims. */
async function composeSources(message: Question, parts: ComposeParts): Promise<Composed> {
  if (message.text === '') {
    const text = 'That message has no text that I could look up.';
    return { outcome: 'unreadable', reply: { text, blocks: [richText(section(plain(text)))] } };
  }
  const answer = (question: AskedQuestion) => parts.answer(question, 0);
  const found = checked(await answerClaim(message.text, answer), parts);
  const isAnswered = hasPassages(found);
  const controls = {
    question: message.id,
    page: 0,
    shareable: isAnswered && ('in thread' as const),
    hasMore: false,
    citable: isAnswered,
    feedback: true,
  };
  return {
    reply: answerBlocks(found, controls, differingIn(found, parts.library)),
    outcome: found.kind,
    ...(isAnswered && { answer: storeQuotes(found.quotes) }),
  };
}

/** The question book may be away; an answer without the thread's memory beats none. */
async function threadOf(question: Question, { book, log }: ComposeParts): Promise<string[]> {
  return book.earlier(question).catch((error: Error) => {
    log.warn(`Question ${question.id} is answered without its thread: ${error.message}`);
    return [];
  });
}

/** The pages of an answer, with checked quotes only. */
export function checkedPages(parts: Pick<ComposeParts, 'answer' | 'library' | 'log'>) {
  return async (question: AskedQuestion, page: number) =>
    checked(await parts.answer(question, page), parts);
}

/** Fails closed: a quote that is not what the library holds at that place is not shown. */
export function checked(
  answer: Answer,
  { library, log }: Pick<ComposeParts, 'library' | 'log'>,
): Answer {
  if (!hasPassages(answer)) return answer;
  const quotes = answer.quotes.filter((quote) => isVerbatim(library, quote, quote.text));
  for (const { article, paragraph } of answer.quotes.filter((quote) => !quotes.includes(quote))) {
    log.error(
      `A quote of ${article}, paragraph ${paragraph}, is not what is stored there; it was left out`,
    );
  }
  if (quotes.length === 0) throw new Error('No quote of the answer is what the library holds');
  return { ...answer, quotes };
}
