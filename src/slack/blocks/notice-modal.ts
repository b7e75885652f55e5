import type { ModalView } from '@slack/types';
import { plain, richText, section } from './rich-text.ts';

/** A modal with one sentence: why something can't be shown. */
export function noticeModal(title: string, text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [richText(section(plain(text)))],
  };
}
