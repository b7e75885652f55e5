import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksOf, type HtmlBlock, isHidden } from './blocks.ts';

/** A page, and the blocks that are its main text. */
export interface MainText {
  readonly main: readonly HtmlBlock[];
  /** All blocks of the page in their order. */
  readonly all: readonly HtmlBlock[];
}

/** Parses a page; scripts do not run, and nothing that it names is loaded. */
export function parsePage(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** Finds the main text of a page. The document is taken apart and is of no use afterwards. */
export function readMainText(document: Document): MainText {
  removeHidden(document);
  const all = document.body ? blocksOf(document.body) : [];
  const found = new Readability<Element>(document, {
    // The element itself: a text would only be parsed again.
    serializer: (node) => node as Element,
    keepClasses: true,
    maxElemsToParse: 60_000,
  }).parse();
  return { main: found?.content ? blocksOf(found.content) : [], all };
}

/** Hidden text is nobody's to quote; a page that hides most of itself shows it by its scripts. */
function removeHidden(document: Document): void {
  const whole = document.body?.textContent?.length ?? 0;
  for (const element of document.querySelectorAll('[hidden], [aria-hidden="true"], [style]')) {
    if (isHidden(element) && (element.textContent?.length ?? 0) * 2 < whole) element.remove();
  }
}
