import { cleanText } from '../library/paragraphs.ts';

/** Characters that mean something to the Markdown reader wherever they stand. */
const anywhere = /[\\`*_[\]<]/g;

/** `&` begins a reference to a character only before one of these. */
const reference = /&(?=#?\w+;)/g;

/** What makes a line a heading, a quote or a rule; lists are read as text. */
const atStart = /^(?:[#>]|[-+=~](?=\s*[-+=~]))/;

/** Plain text as Markdown that `readParagraphs` reads back as the same text, in one paragraph. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(anywhere, '\\$&')
    .replace(reference, '\\&')
    .replace(atStart, '\\$&');
}

/** Plain text as a Markdown heading; a `#` at its end would be taken for markup. */
export function escapeHeading(text: string): string {
  return `## ${escapeMarkdown(text).replace(/(?<!\\)#/g, '\\#')}`;
}
