import type {
  Button,
  ContextBlock,
  KnownBlock,
  ModalView,
  PlainTextOption,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';

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

/** Typed elements: nothing in a text can ping anybody, link anywhere or be taken for formatting. */
export function plain(text: string): RichTextElement {
  return { type: 'text', text };
}

export function bold(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
}

export function italic(text: string): RichTextElement {
  return { type: 'text', text, style: { italic: true } };
}

export function code(text: string): RichTextElement {
  return { type: 'text', text, style: { code: true } };
}

/** A paragraph of a rich text block. Slack refuses empty texts, so they are left out. */
export function section(...elements: RichTextElement[]): RichTextSection {
  const some = elements.filter((element) => !('text' in element) || element.text !== '');
  return { type: 'rich_text_section', elements: some };
}

/** Paragraphs and quotes as one block. */
export function richText(...elements: (RichTextSection | RichTextQuote)[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A line of small print. */
export function context(...texts: string[]): ContextBlock {
  return {
    type: 'context',
    elements: texts.map((text) => ({ type: 'plain_text', text, emoji: false })),
  };
}
