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
import { controlTexts } from '../../texts/controls.ts';
import type { Message, Values } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';

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
export function noticeModal(title: string, text: string, say: Say): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: say(controlTexts.close) },
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

/** A text of ours with elements in its gaps: a mention, a command to be typed. */
export function said<const M extends Message>(
  say: Say,
  message: M,
  values: Values<M, string | number | RichTextElement>,
): RichTextElement[] {
  const pieces = say.pieces<M, RichTextElement>(message, values);
  return pieces.map((piece) => (typeof piece === 'string' ? plain(piece) : piece));
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

/** Slack's limits that the bot's messages come near (https://docs.slack.dev/reference/block-kit/blocks). */
export const limits = {
  /** Slack takes 50; a few are left for what is added later. */
  blocksInMessage: 40,
  /** Characters over all blocks. Slack refuses at about 13,200 (slackapi/bolt-js#2509). */
  charactersInMessage: 10_000,
  /** Characters of the fallback `text`: chat.update refuses more. */
  fallbackText: 4000,
  contextElements: 10,
  textObject: 3000,
  questionShown: 150,
} as const;

/** Adds up the characters of all texts in blocks, however deep they stand. */
export function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, entry]) =>
      sum + (name === 'text' && typeof entry === 'string' ? entry.length : charactersIn(entry)),
    0,
  );
}

/**
 * The items whose blocks find room in one message beside other blocks, in their order. An item is
 * shown whole or not at all, so that nothing is cut inside a quote or citation.
 */
export function itemsWithRoom<T>(
  items: readonly T[],
  toBlocks: (item: T) => readonly KnownBlock[],
  others: readonly KnownBlock[],
): T[] {
  let characters = limits.charactersInMessage - charactersIn(others);
  let blocks = limits.blocksInMessage - others.length;
  return items.filter((item) => {
    const wanted = toBlocks(item);
    const needed = charactersIn(wanted);
    if (needed > characters || wanted.length > blocks) return false;
    characters -= needed;
    blocks -= wanted.length;
    return true;
  });
}

/** Items in their order on as few pages as they fit on; one that fits on no page is on none. */
export function pagesOf<T>(items: readonly T[], fits: (some: readonly T[]) => boolean): T[][] {
  const pages: T[][] = [];
  for (const item of items) {
    const last = pages.at(-1);
    if (last && fits([...last, item])) last.push(item);
    else if (fits([item])) pages.push([item]);
  }
  return pages;
}
