import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import type { Reply } from './block-kit.ts';

/** An earlier answer, with a way to share it. */
export function answerModal(question: string, { blocks }: Reply): ModalView {
  return {
    type: 'modal',
    callback_id: ids.answerModal,
    private_metadata: question,
    title: { type: 'plain_text', text: 'Your question' },
    submit: { type: 'plain_text', text: 'Share' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...blocks,
      {
        type: 'input',
        label: { type: 'plain_text', text: 'Share to' },
        element: {
          type: 'conversations_select',
          action_id: ids.shareFrom,
          // The address that comes with the submission posts even where the bot is no member.
          response_url_enabled: true,
          placeholder: { type: 'plain_text', text: 'Choose a channel' },
        },
      },
    ],
  };
}

/** Names of the input, as the submission holds it. */
export const reasonInput = { block: 'reason', action: 'reason' } as const;

/** Asks why an answer did not help. */
export function feedbackModal(question: string, reason: string | undefined): ModalView {
  return {
    type: 'modal',
    callback_id: ids.feedbackModal,
    private_metadata: question,
    title: { type: 'plain_text', text: 'What was missing?' },
    submit: { type: 'plain_text', text: 'Send' },
    close: { type: 'plain_text', text: 'Skip' },
    blocks: [
      {
        type: 'input',
        block_id: reasonInput.block,
        optional: true,
        label: { type: 'plain_text', text: 'Why did the answer not help?' },
        hint: { type: 'plain_text', text: 'The people who keep the library read this.' },
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
