import type {
  ContextBlock,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';

/** Typed elements: nothing in a text can ping anybody, link anywhere or be taken for formatting. */
export function plain(text: string): RichTextElement {
  return { type: 'text', text };
}

export function bold(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
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
