import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { isAboutMessage } from '../blocks/answer-controls.ts';
import { ids, readAnswerRef } from '../ids.ts';
import { isKept } from '../replies/compose-shared.ts';
import { type HandlerParts, viewerIn } from './handler-parts.ts';

const tooOld = 'That answer is no longer kept, or the library has changed since. Please ask again.';

/** Posts the exact answer that only one person saw where all can see it, once. */
export function registerShare(app: App, { share, store, library }: HandlerParts): void {
  app.action<BlockAction<ButtonAction>>(ids.share, async ({ ack, action, body, respond }) => {
    const id = readAnswerRef(action.value)?.question;
    const asked = id ? await store.archive.seenBy(id, viewerIn(body)) : undefined;
    const canBeShown = asked !== undefined && isKept(asked, library);
    const isNew =
      asked &&
      canBeShown &&
      (await share({
        key: `${asked.team}:share:${asked.id}`,
        team: asked.team,
        channel: asked.channel,
        ...(isAboutMessage(asked.source) && { thread: asked.aboutThread }),
        person: body.user.id,
        question: asked.id,
        responseUrl: body.response_url,
      }));
    await ack();
    if (isNew) return;
    const text = canBeShown ? 'You have shared this answer already.' : tooOld;
    await respond({ response_type: 'ephemeral', replace_original: false, text });
  });
}
