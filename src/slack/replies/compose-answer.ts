import type { Logger } from '@slack/bolt';
import { type Answer, type AskedQuestion, hasPassages } from '../../answer/answer.ts';
import { answerClaim } from '../../answer/claim.ts';
import { storeQuotes } from '../../answer/stored-answer.ts';
import { timelineOf } from '../../answer/timeline.ts';
import { requireWhole } from '../../answer/unsearchable.ts';
import type { Library } from '../../library/library.ts';
import type { Composed } from '../../questions/answerer.ts';
import type { Intent } from '../../questions/intent.ts';
import type { Question } from '../../questions/question.ts';
import type { Store } from '../../store/open-store.ts';
import { answerTexts as texts } from '../../texts/answer.ts';
import type { Say } from '../../texts/say.ts';
import { checkQuotations } from '../../verify/check-quotations.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { controlsFor } from '../blocks/answer-controls.ts';
import { plain, richText, section } from '../blocks/block-kit.ts';
import { timelineBlocks, timelinePages } from '../blocks/timeline-blocks.ts';
import { passagesOf, verdictBlocks } from '../blocks/verdict-blocks.ts';

/** What answers are made from. */
export interface AnswerReplyParts {
  readonly library: Library;
  readonly answer: (question: AskedQuestion) => Promise<Answer>;
  readonly store: Pick<Store, 'questions'>;
  readonly log: Logger;
}

/** The passages that answer a question, or that none does. */
export async function composeAnswer(
  text: string,
  question: Question,
  parts: AnswerReplyParts,
  say: Say,
): Promise<Composed> {
  return composed(await ask(text, question, parts), question, say);
}

/** The same passages in the order of their dates. */
export async function composeTimeline(
  { text, order }: Intent & { kind: 'timeline' },
  question: Question,
  parts: AnswerReplyParts,
  say: Say,
): Promise<Composed> {
  const answer = await ask(text, question, parts);
  if (!hasPassages(answer)) return composed(answer, question, say);
  const entries = timelineOf(answer, parts.library, order);
  const controls = controlsFor(question, { isShareable: true, isCitable: true });
  const pages = timelinePages(entries).map((page) => page.map(({ quote }) => quote));
  return {
    outcome: answer.kind,
    reply: timelineBlocks({ answer, entries, order, page: 0 }, say, controls),
    answer: storeQuotes(pages[0] ?? [], pages.slice(1)),
  };
}

/** Passages about what a message claims. */
export async function composeSources(
  message: Question,
  { answer, library }: AnswerReplyParts,
  say: Say,
): Promise<Composed> {
  if (message.text === '') {
    const text = say(texts.noText);
    return { outcome: 'unreadable', reply: { text, blocks: [richText(section(plain(text)))] } };
  }
  return composed(await answerClaim(message.text, answer, library), message, say);
}

function composed(found: Answer, question: Question, say: Say): Composed {
  if (!hasPassages(found)) {
    const controls = controlsFor(question, { isShareable: false, isCitable: false });
    return { outcome: found.kind, reply: answerBlocks(found, say, controls) };
  }
  const { quotes, further } = found;
  const uses = { isShareable: true, isCitable: true, hasMore: further.length > 0 };
  return {
    outcome: found.kind,
    reply: answerBlocks(found, say, controlsFor(question, uses)),
    answer: storeQuotes(quotes, further),
  };
}

/** The database may be away; an answer without the thread's memory beats none. */
async function ask(
  text: string,
  question: Question,
  { answer, store, log }: AnswerReplyParts,
): Promise<Answer> {
  const thread = await store.questions.earlier(question).catch((error: Error) => {
    log.warn(`Question ${question.id} is answered without its thread: ${error.message}`);
    return [];
  });
  return answer({ text, thread });
}

/** What says that the library does not hold the words. */
const isAbsent = new Set<string>(['not-found', 'brief-only']);

/** The verdicts on the quotations of a text. */
export async function composeVerdict(
  text: string,
  question: Question,
  { library }: { readonly library: Library },
  say: Say,
): Promise<Composed> {
  const verdicts = await checkQuotations(text, library);
  if (verdicts.some(({ kind }) => isAbsent.has(kind))) requireWhole(library);
  const checked = verdicts.filter(({ kind }) => kind !== 'refused');
  if (checked.length === 0) return { reply: verdictBlocks(verdicts, say), outcome: 'refused' };
  // What a brief says is no source of the words.
  const sources = checked.filter(({ kind }) => kind !== 'brief-only').flatMap(passagesOf);
  const isCitable = sources.length > 0;
  return {
    reply: verdictBlocks(verdicts, say, controlsFor(question, { isShareable: true, isCitable })),
    outcome: checked[0]?.kind ?? 'refused',
    ...(isCitable && { answer: storeQuotes(sources) }),
  };
}
