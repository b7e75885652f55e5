import type { ModalView } from '@slack/types';
import { controlTexts as texts } from '../../texts/controls.ts';
import type { Say } from '../../texts/say.ts';
import { ids } from '../ids.ts';
import type { Reply } from './block-kit.ts';

/** An earlier answer, with a way to share it. */
export function answerModal(question: string, { blocks }: Reply, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: ids.answerModal,
    private_metadata: question,
    title: { type: 'plain_text', text: say(texts.yourQuestion) },
    submit: { type: 'plain_text', text: say(texts.share) },
    close: { type: 'plain_text', text: say(texts.close) },
    blocks: [
      ...blocks,
      {
        type: 'input',
        label: { type: 'plain_text', text: say(texts.shareTo) },
        element: {
          type: 'conversations_select',
          action_id: ids.shareFrom,
          // The address that comes with the submission posts even where the bot is no member.
          response_url_enabled: true,
          placeholder: { type: 'plain_text', text: say(texts.chooseChannel) },
        },
      },
    ],
  };
}

/** Names of the input, as the submission holds it. */
export const reasonInput = { block: 'reason', action: 'reason' } as const;

/** Asks why an answer did not help. */
export function feedbackModal(question: string, reason: string | undefined, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: ids.feedbackModal,
    private_metadata: question,
    title: { type: 'plain_text', text: say(texts.whatMissing) },
    submit: { type: 'plain_text', text: say(texts.send) },
    close: { type: 'plain_text', text: say(texts.skip) },
    blocks: [
      {
        type: 'input',
        block_id: reasonInput.block,
        optional: true,
        label: { type: 'plain_text', text: say(texts.whyUnhelpful) },
        hint: { type: 'plain_text', text: say(texts.whoReads) },
        element: {
          type: 'plain_text_input',
          action_id: reasonInput.action,
          multiline: true,
          max_length: 1000,
          ...(reason && { initial_value: reason }),
        },
      },
    ],
  };
}
