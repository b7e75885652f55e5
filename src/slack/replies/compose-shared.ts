import type { Logger } from '@slack/bolt';
import type { Answered } from '../../answer/answer.ts';
import { restoreQuotes } from '../../answer/stored-answer.ts';
import { timelineOf } from '../../answer/timeline.ts';
import type { Library } from '../../library/library.ts';
import { readIntent } from '../../questions/intent.ts';
import type { Question, StoredQuestion } from '../../questions/question.ts';
import type { Archive } from '../../store/question-archive.ts';
import { restoredBlocks } from '../blocks/answer-blocks.ts';
import type { Controls } from '../blocks/answer-controls.ts';
import { differingOf } from '../blocks/differing-blocks.ts';
import { plain, richText, section } from '../blocks/rich-text.ts';
import { timelineBlocks } from '../blocks/timeline-blocks.ts';
import type { Composed } from './compose.ts';
import { composeVerdict } from './compose-verdict.ts';
import type { Reply } from './reply.ts';

/** What past answers are made from again. */
export interface PastParts {
  readonly library: Library;
  readonly log: Logger;
}

const verdicts = new Set(['exact', 'misattributed', 'altered', 'stitched', 'not-found']);

/** Whether an answer can be shown again: what it was made from is kept, and the library's still. */
export function isKept(past: StoredQuestion, { library }: Pick<PastParts, 'library'>): boolean {
  const { text, answer, outcome = '' } = past;
  if (answer && !restoreQuotes(answer, library)) return false;
  return verdicts.has(outcome) ? text !== undefined : answer !== undefined;
}

/** An answer that is kept, word for word as it was given, with other controls or none. */
export async function composeAgain(
  past: StoredQuestion,
  controls: Controls | undefined,
  { library, log }: PastParts,
): Promise<Reply> {
  const { text = '', answer = '[]', outcome = '' } = past;
  const quotes = restoreQuotes(answer, library);
  if (!quotes || !isKept(past, { library })) throw new Error(`Answer ${past.id} is not kept`);
  const intent = readIntent(text);
  if (verdicts.has(outcome)) {
    const quoted = past.source !== 'check quote' && intent.kind === 'verify' ? intent.text : text;
    return (await composeVerdict(quoted, controls, { library, log })).reply;
  }
  if (intent.kind === 'timeline') {
    const entries = timelineOf(quotes, library, intent.order);
    const reading = { question: intent.text, quotes, filters: [], notes: [], missing: [] };
    const found = { kind: kindOf(past), ...reading, hasMore: false };
    return timelineBlocks({ answer: found, entries, order: intent.order, page: 0 }, controls);
  }
  const lead = differingOf(text, quotes, library);
  return restoredBlocks({ question: past.text, quotes, kind: kindOf(past) }, controls, lead);
}

function kindOf({ outcome }: StoredQuestion): Answered['kind'] {
  return outcome === 'perhaps' ? outcome : 'answered';
}

/** The exact answer that somebody shares, named by its id in the text, with who shares it. */
export async function composeShared(
  share: Question,
  parts: PastParts & { readonly book: Pick<Archive, 'byId'> },
): Promise<Composed> {
  const original = await parts.book.byId(share.text);
  if (!original) throw new Error(`Answer ${share.text} can no longer be shared`);
  const { id, answer } = original;
  const citable = answer !== undefined;
  const controls = {
    question: id,
    page: 0,
    shareable: false,
    hasMore: false,
    citable,
    feedback: true,
  };
  const reply = await composeAgain(original, controls, parts);
  const note = richText(section({ type: 'user', user_id: share.person }, plain(didWhat(original))));
  return {
    reply: { ...reply, blocks: [note, ...reply.blocks] },
    outcome: 'shared',
    ...(answer && { answer }),
  };
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
