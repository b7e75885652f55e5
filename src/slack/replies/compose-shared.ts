import type { Answered } from '../../answer/answer.ts';
import { quotesWithdrawn, restoreAnswer, restoreQuotes } from '../../answer/stored-answer.ts';
import { timelineOf } from '../../answer/timeline.ts';
import type { Library } from '../../library/library.ts';
import { readIntent } from '../../questions/intent.ts';
import type { SayTo } from '../../questions/people.ts';
import type { Share, StoredQuestion } from '../../questions/question.ts';
import type { Archive } from '../../store/question-archive.ts';
import { controlTexts as texts } from '../../texts/controls.ts';
import { type Saying, saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { searchTexts } from '../../texts/search.ts';
import { checkQuotations } from '../../verify/check-quotations.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { type Controls, controlsFor } from '../blocks/answer-controls.ts';
import { type Reply, richText, said, section } from '../blocks/block-kit.ts';
import { timelineBlocks } from '../blocks/timeline-blocks.ts';
import { verdictBlocks } from '../blocks/verdict-blocks.ts';

const verdicts = new Set<string>([
  'exact',
  'misattributed',
  'altered',
  'stitched',
  'brief-only',
  'not-found',
]);

/** Whether an answer can be shown again: what it was made from is kept, and the library's still. */
export function isKept(past: StoredQuestion, library: Library): boolean {
  const { text, answer, outcome = '' } = past;
  if (answer && !restoreQuotes(answer, library)) return false;
  return verdicts.has(outcome) ? text !== undefined : answer !== undefined;
}

/** What is said of an article while nobody knows whether the library holds it. */
export const notRead = saying(searchTexts.unsearchable, { why: saying(searchTexts.unread) });

/**
 * What is said of an answer that can't be shown again: that its articles were not read yet, that one was
 * withdrawn, or `otherwise`.
 */
export function whyGone(
  past: StoredQuestion | undefined,
  library: Library,
  otherwise: Saying,
): Saying {
  if (past?.answer !== undefined && library.isWhole === false) {
    return notRead;
  }
  const isWithdrawn = past?.answer !== undefined && quotesWithdrawn(past.answer, library);
  return isWithdrawn ? saying(texts.withdrawn) : otherwise;
}

/** An answer that is kept, word for word as it was given, with other controls or none. */
export async function composeAgain(
  past: StoredQuestion,
  controls: Controls | undefined,
  library: Library,
  say: Say,
): Promise<Reply> {
  const { text, outcome = '' } = past;
  const intent = text === undefined ? undefined : readIntent(text);
  if (verdicts.has(outcome) && isKept(past, library)) {
    const isCommand = past.source !== 'check quote' && intent?.kind === 'verify';
    const verdicts = await checkQuotations(isCommand ? intent.text : (text ?? ''), library);
    return verdictBlocks(verdicts, say, controls);
  }
  const found = restorePast(past, library);
  if (!found) throw new Error(`Answer ${past.id} is not kept`);
  if (intent?.kind !== 'timeline') return answerBlocks(found, say, controls);
  const { order } = intent;
  const entries = timelineOf(found, library, order);
  return timelineBlocks({ answer: found, entries, order, page: 0 }, say, controls);
}

/** The quotes of a past answer, from one of its pages on; undefined when they are no longer kept. */
export function restorePast(
  { text, answer: json, outcome }: Pick<StoredQuestion, 'text' | 'answer' | 'outcome'>,
  library: Library,
  page = 0,
): Answered | undefined {
  if (json === undefined) return undefined;
  const intent = text === undefined ? undefined : readIntent(text);
  const question = intent && 'text' in intent ? intent.text : text;
  const kind = outcome === 'perhaps' ? outcome : 'answered';
  return restoreAnswer({ json, question, kind }, library, page);
}

/** The exact answer that somebody shares, with who shares it, in their language. */
export async function composeShared(
  share: Share,
  parts: {
    readonly store: { readonly archive: Pick<Archive, 'byId'> };
    readonly library: Library;
    readonly sayTo: SayTo;
  },
): Promise<Reply> {
  const { store, library, sayTo } = parts;
  const say = await sayTo(share);
  const original = await store.archive.byId(share.question);
  if (!original) throw new Error(`Answer ${share.question} can no longer be shared`);
  const { id, answer } = original;
  const uses = { isShareable: false, isCitable: answer !== undefined };
  const controls = controlsFor({ id, source: 'mention' }, uses);
  const reply = await composeAgain(original, controls, library, say);
  const person = { type: 'user' as const, user_id: share.person };
  const note = richText(section(...said(say, didWhat(original), { person })));
  return { ...reply, blocks: [note, ...reply.blocks] };
}

/** What the person who shares an answer did to get it. */
function didWhat({ source, outcome = 'answered' }: StoredQuestion) {
  if (source === 'find sources') return texts.sharedSources;
  if (source === 'check quote') return texts.sharedCheck;
  return verdicts.has(outcome) ? texts.sharedVerdict : texts.sharedAnswer;
}
