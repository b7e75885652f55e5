import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { hasPassages } from '../../answer/answer.ts';
import { readIntent } from '../../questions/intent.ts';
import { answerBlocks } from '../blocks/answer-blocks.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { checked } from '../replies/compose.ts';
import type { SurfaceParts } from './surface-parts.ts';

const tooOld =
  'That question is no longer kept, so I can show nothing more for it. Please ask it again.';
const noMore = 'There is no further passage that answers the question.';

/** Shows whoever asks for it, and only them, the next passages of an answer. */
export function registerMorePassages(app: App, parts: SurfaceParts): void {
  app.action<BlockAction<ButtonAction>>(ids.more, async ({ ack, action, respond }) => {
    await ack();
    const say = (text: string) =>
      respond({ response_type: 'ephemeral', replace_original: false, text });
    const ref = readAnswerRef(action.value);
    const asked = ref && (await parts.book.byId(ref.question));
    if (!ref || !asked?.text) return void (await say(tooOld));
    const thread = await parts.book.earlier({
      ...asked,
      person: asked.person ?? '',
      text: asked.text,
    });
    const intent = readIntent(asked.text);
    const text = intent.kind === 'question' ? intent.text : asked.text;
    const found = checked(await parts.answer({ text, thread }, ref.index), parts);
    if (!hasPassages(found)) return void (await say(noMore));
    const controls = {
      question: ref.question,
      page: ref.index,
      shareable: false,
      hasMore: found.hasMore,
      feedback: false,
    };
    const reply = answerBlocks(found, controls);
    await respond({ response_type: 'ephemeral', replace_original: false, ...reply });
  });
}
