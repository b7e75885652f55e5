import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { timelineOf } from '../../answer/timeline.ts';
import type { Viewer } from '../../questions/question.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import type { Reply } from '../blocks/block-kit.ts';
import { readTimelineIndex, timelineBlocks } from '../blocks/timeline-blocks.ts';
import { type AnswerRef, ids, readAnswerRef } from '../ids.ts';
import { restorePast } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

const tooOld =
  'I can show nothing more for that question: it is no longer kept, or the library has changed since. Please ask it again.';

/** Shows further passages of an answer, or another part of a timeline, to the person who asks for it. */
export function registerFurtherPages(app: App, parts: HandlerParts): void {
  const further = new RegExp(`^(?:${ids.more}|${ids.timelineTurn}|${ids.timelinePage})$`);
  app.action<BlockAction<ButtonAction>>(further, async ({ ack, action, body, respond }) => {
    await ack();
    const ref = readAnswerRef(action.value);
    const reply = ref && (await pageOf(ref, action.action_id === ids.more, parts, viewerIn(body)));
    const shown = reply ?? { text: tooOld };
    await respond({ response_type: 'ephemeral', replace_original: false, ...shown });
  });
}

/** All pages were found, checked and stored with the answer; nothing is searched for again. */
async function pageOf(
  { question, index }: AnswerRef,
  isMore: boolean,
  { store, library }: Pick<HandlerParts, 'store' | 'library'>,
  viewer: Viewer,
): Promise<Reply | undefined> {
  const asked = await store.archive.seenBy(question, viewer);
  const answer = asked && restorePast(asked, library, isMore ? index : 0);
  if (!answer) return undefined;
  if (isMore) {
    const hasMore = answer.further.length > 0;
    return answerBlocks(answer, { question, page: index, hasMore });
  }
  const { order, page } = readTimelineIndex(index);
  const entries = timelineOf(answer, library, order);
  return timelineBlocks({ answer, entries, order, page }, { question });
}
