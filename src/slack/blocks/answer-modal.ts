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
