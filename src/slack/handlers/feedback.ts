import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import { controlTexts as texts } from '../../texts/controls.ts';
import { feedbackModal, reasonInput } from '../blocks/answer-modals.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

/** Lets each person say whether an answer helped, change their mind, and say why it did not. */
export function registerFeedback(
  app: App,
  { store, sayTo }: Pick<HandlerParts, 'store' | 'sayTo'>,
): void {
  app.action<BlockAction<BlockElementAction>>(
    ids.feedback,
    async ({ ack, action, body, client, respond }) => {
      await ack();
      const say = await sayTo(viewerIn(body));
      const ref = readAnswerRef('value' in action ? String(action.value) : undefined);
      const asked = ref && (await store.archive.seenBy(ref.question, viewerIn(body)));
      if (!ref || !asked) {
        const text = say(texts.notNoted);
        return void (await respond({ response_type: 'ephemeral', replace_original: false, text }));
      }
      const person = body.user.id;
      const verdict = ref.index === 1 ? 'helpful' : 'unhelpful';
      const before = await store.feedback.feedbackOf(ref.question, person);
      await store.feedback.setFeedback({ question: ref.question, person, verdict });
      if (verdict === 'unhelpful') {
        const reason = before?.verdict === 'unhelpful' ? before.reason : undefined;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: feedbackModal(ref.question, reason, say),
        });
      }
      const text = say(verdict === 'helpful' ? texts.notedHelpful : texts.notedUnhelpful);
      await respond({ response_type: 'ephemeral', replace_original: false, text });
    },
  );

  app.view(ids.feedbackModal, async ({ ack, view, body }) => {
    const reason = view.state.values[reasonInput.block]?.[reasonInput.action]?.value?.trim();
    const question = view.private_metadata;
    if (reason)
      await store.feedback.setFeedback({
        question,
        person: body.user.id,
        verdict: 'unhelpful',
        reason,
      });
    await ack();
  });
}
