import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { answerModal } from '../blocks/answer-modals.ts';
import { noticeModal } from '../blocks/block-kit.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { composeAgain, isKept } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

const tooOld = 'That answer is no longer kept, or the library has changed since. Please ask again.';

/** Opens an earlier answer from the Home tab, and shares it to a channel. */
export function registerPastAnswer(app: App, parts: HandlerParts): void {
  const { share, store, library } = parts;
  app.action<BlockAction<ButtonAction>>(ids.reopen, async ({ ack, action, body, client }) => {
    await ack();
    const id = readAnswerRef(action.value)?.question;
    const asked = id ? await store.archive.seenBy(id, viewerIn(body)) : undefined;
    const view =
      asked && isKept(asked, library)
        ? answerModal(asked.id, await composeAgain(asked, undefined, library))
        : noticeModal('Your question', tooOld);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(ids.answerModal, async ({ ack, view, body }) => {
    const asked = await store.archive.seenBy(view.private_metadata, viewerIn(body));
    const [target] = 'response_urls' in body ? (body.response_urls ?? []) : [];
    if (asked && target) {
      await share({
        key: `${asked.team}:share:${asked.id}:${target.channel_id}`,
        team: asked.team,
        channel: target.channel_id,
        person: body.user.id,
        question: asked.id,
        responseUrl: target.response_url,
      });
    }
    await ack();
  });
}
