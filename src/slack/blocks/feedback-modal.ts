import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';

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
