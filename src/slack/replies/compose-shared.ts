import type { Answered } from '../../answer/answer.ts';
import { restoreAnswer, restoreQuotes } from '../../answer/stored-answer.ts';
import { type TimelineOrder, timelineOf } from '../../answer/timeline.ts';
import type { Library } from '../../library/library.ts';
import { readIntent } from '../../questions/intent.ts';
import type { Share, StoredQuestion } from '../../questions/question.ts';
import type { Archive } from '../../store/question-archive.ts';
import { checkQuotations } from '../../verify/check-quotations.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { type Controls, controlsFor } from '../blocks/answer-controls.ts';
import { plain, type Reply, richText, section } from '../blocks/block-kit.ts';
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

/** An answer that is kept, word for word as it was given, with other controls or none. */
export async function composeAgain(
  past: StoredQuestion,
  controls: Controls | undefined,
  library: Library,
): Promise<Reply> {
  const { text, outcome = '' } = past;
  const intent = text === undefined ? undefined : readIntent(text);
  if (verdicts.has(outcome) && isKept(past, library)) {
    const isCommand = past.source !== 'check quote' && intent?.kind === 'verify';
    const verdicts = await checkQuotations(isCommand ? intent.text : (text ?? ''), library);
    return verdictBlocks(verdicts, controls);
  }
  const found = restorePast(past, library);
  if (!found) throw new Error(`Answer ${past.id} is not kept`);
  return intent?.kind === 'timeline'
    ? timelineAgain(found, intent.order, library, controls)
    : answerBlocks(found, controls);
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

function timelineAgain(
  answer: Answered,
  order: TimelineOrder,
  library: Library,
  controls: Controls | undefined,
): Reply {
  const entries = timelineOf(answer, library, order);
  return timelineBlocks({ answer, entries, order, page: 0 }, controls);
}

/** The exact answer that somebody shares, with who shares it. */
export async function composeShared(
  share: Share,
  parts: { readonly store: { readonly archive: Pick<Archive, 'byId'> }; readonly library: Library },
): Promise<Reply> {
  const { store, library } = parts;
  const original = await store.archive.byId(share.question);
  if (!original) throw new Error(`Answer ${share.question} can no longer be shared`);
  const { id, answer } = original;
  const uses = { isShareable: false, isCitable: answer !== undefined };
  const controls = controlsFor({ id, source: 'mention' }, uses);
  const reply = await composeAgain(original, controls, library);
  const note = richText(section({ type: 'user', user_id: share.person }, plain(didWhat(original))));
  return { ...reply, blocks: [note, ...reply.blocks] };
}

/** What the person who shares an answer did to get it. */
function didWhat({ source, outcome = 'answered' }: StoredQuestion): string {
  if (source === 'find sources') {
    return ' looked that message up in the library, and shares what it says:';
  }
  if (source === 'check quote') return ' had that message checked, and shares the verdict:';
  return verdicts.has(outcome)
    ? ' had a quotation checked, and shares the verdict:'
    : ' asked, and shares the answer:';
}
