import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Paragraph } from './article.ts';
import { runAtOnce } from './pause.ts';

/**
 * Markdown that would eat characters of plain prose is switched off: a paragraph that begins with
 * "1969." is no list, "<RUB 5bn" no HTML, "the `90s and the `80s" no code, and "~~~ Part two ~~~" does
 * not open a block of it that swallows the rest of the article. Their characters stay in the text.
 */
const proseOnly = {
  disable: {
    null: [
      'list',
      'codeFenced',
      'codeIndented',
      'codeText',
      'htmlFlow',
      'htmlText',
      'setextUnderline',
      'definition',
    ],
  },
};

/** What an author notes for other authors; `\<!--` is text. */
const comment = /(?<!\\)<!--(?:(?!<!--)[\s\S])*?-->/g;

/** Controls (white space is folded instead), half characters, and marks that reorder or hide. */
const unprintable =
  /(?![\t-\r\u0085])[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060\ufeff]/gu;

/** One line of plain text: white space folded, control and reordering characters taken out. */
export function cleanText(text: string): string {
  return text
    .replace(unprintable, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Divides Markdown at its empty lines, without comments; no construct that is left reaches over one. */
export function proseBlocks(markdown: string): string[] {
  const prose = markdown.replace(unprintable, '').replace(comment, '');
  return prose.split(/\n(?:[ \t]*\n)+/).filter((block) => block.trim() !== '');
}

/** Splits a Markdown body into its paragraphs, counted from 1, each under its nearest heading. */
export function readParagraphs(markdown: string): Paragraph[] {
  return runAtOnce(readBlocks(proseBlocks(markdown)));
}

/** The paragraphs of blocks; yields after each block, so that the caller may pause. */
export function* readBlocks(blocks: readonly string[]): Generator<void, Paragraph[]> {
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
  for (const block of blocks) {
    visit(fromMarkdown(block, { extensions: [proseOnly] }));
    yield;
  }
  return paragraphs;
}

function plainText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
