import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Paragraph } from './article.ts';

/**
 * Markdown that would eat characters of plain prose is switched off: a paragraph that begins with
 * "1969." is no list, and "<RUB 5bn" no HTML. Their characters stay in the text.
 */
const proseOnly = {
  disable: {
    null: ['list', 'codeIndented', 'htmlFlow', 'htmlText', 'setextUnderline', 'definition'],
  },
};

// C0 and C1 controls, noncharacters, and the marks that reorder or hide what surrounds them.
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** One line of plain text: white space folded, control and reordering characters taken out. */
export function cleanText(text: string): string {
  return text.replace(unprintable, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** Splits a Markdown body into its paragraphs, counted from 1, each under its nearest heading. */
export function readParagraphs(markdown: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let heading: string | undefined;
  const visit = (node: Nodes): void => {
    if (node.type === 'root' || node.type === 'blockquote') {
      for (const child of node.children) visit(child);
      return;
    }
    const text = cleanText(plainText(node));
    if (text === '') return;
    if (node.type === 'heading') heading = text;
    else paragraphs.push({ number: paragraphs.length + 1, text, ...(heading && { heading }) });
  };
  visit(fromMarkdown(markdown, { extensions: [proseOnly] }));
  return paragraphs;
}
