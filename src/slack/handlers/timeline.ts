import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { readIntent } from '../../questions/intent.ts';
import { readTimelineIndex } from '../blocks/timeline-blocks.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { checkedPages } from '../replies/compose.ts';
import { composeTimeline } from '../replies/compose-timeline.ts';
import type { SurfaceParts } from './surface-parts.ts';

const tooOld =
  'That question is no longer kept, so I can show nothing more for it. Please ask it again.';

/** Turns a timeline round or leads further on, for whoever asks for it and only them. */
export function registerTimeline(app: App, parts: SurfaceParts): void {
  const turnOrPage = new RegExp(`^(?:${ids.timelineTurn}|${ids.timelinePage})$`);
  app.action<BlockAction<ButtonAction>>(turnOrPage, async ({ ack, action, respond }) => {
    await ack();
    const ref = readAnswerRef(action.value);
    const asked = ref && (await parts.book.byId(ref.question));
    const intent = asked?.text ? readIntent(asked.text) : undefined;
    if (!ref || !asked?.text || intent?.kind !== 'timeline') {
      const text = tooOld;
      return void (await respond({ response_type: 'ephemeral', replace_original: false, text }));
    }
    const person = asked.person ?? '';
    const { reply } = await composeTimeline(
      {
        ...readTimelineIndex(ref.index),
        question: ref.question,
        text: intent.text,
        thread: await parts.book.earlier({ ...asked, person, text: asked.text }),
        shareable: false,
        feedback: false,
      },
      { ...parts, answer: checkedPages(parts) },
    );
    await respond({ response_type: 'ephemeral', replace_original: false, ...reply });
  });
}
