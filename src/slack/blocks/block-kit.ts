import type { Button, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { plain, richText, section } from './rich-text.ts';

/** A message's contents: blocks, and the text that notifications and screen readers use. */
export interface Reply {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A button; `value` comes back when it is clicked, and may come from anybody. */
export function button(text: string, action: string, value?: string): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text },
    action_id: action,
    ...(value !== undefined && { value }),
  };
}

/** An entry of a menu. */
export function option(text: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text }, value };
}

/** A modal with one sentence: why something can't be shown. */
export function noticeModal(title: string, text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [richText(section(plain(text)))],
  };
}
