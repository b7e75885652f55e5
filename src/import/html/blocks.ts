import { cleanText } from '../../library/paragraphs.ts';
import type { SourceBlock } from '../source.ts';

/** A block of a page, with what tells prose from what surrounds it. */
export interface HtmlBlock extends SourceBlock {
  /** The share of its letters that stand within links, 0 to 1. */
  readonly linked: number;
  /** Whether it stands in a part of the page that is not the article: menus, boxes, footers. */
  readonly isAside: boolean;
  /** Whether no white space divides it from the block before, as where a box cuts a word in two. */
  readonly isCut: boolean;
}

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const skippedTags = new Set(
  'script style noscript svg iframe button figure template select input textarea object video audio canvas head title picture img dialog'.split(
    ' ',
  ),
);
const asideName =
  /\b(?:nav|menu|related|recommended|promo|share|social|newsletter|subscribe|signup|comments?|cookie|consent|footer|breadcrumbs?|sidebar|most-read|trending|ad|ads|advert)\b/i;
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i;

/** Deeper nesting is made to exhaust its reader. */
const maxDepth = 400;

/** Divides a part of a page into its blocks: elements that end a paragraph, and two line breaks. */
export function blocksOf(root: Element): HtmlBlock[] {
  const walker = new Walker();
  walker.walk(root, { kind: 'paragraph', isAside: false, isLinked: false }, 0);
  return walker.blocks();
}

/** Where in the page a text stands. */
interface Place {
  readonly kind: SourceBlock['kind'];
  readonly isAside: boolean;
  readonly isLinked: boolean;
  readonly page?: string;
}

class Walker {
  readonly #blocks: HtmlBlock[] = [];
  #text = '';
  #linked = 0;
  #breaks = 0;
  #page: string | undefined;
  /** Whether the last block ended within a line. */
  #endedTight = false;

  blocks(): HtmlBlock[] {
    this.#end({ kind: 'paragraph', isAside: false, isLinked: false });
    return this.#blocks;
  }

  walk(node: Node, place: Place, depth: number): void {
    if (node.nodeType === 3) this.#add(node.textContent ?? '', place);
    if (node.nodeType !== 1) return;
    if (depth > maxDepth) throw new RangeError('its elements are nested too deeply');
    const element = node as Element;
    const tag = element.localName;
    if (skippedTags.has(tag) || isHidden(element) || isNoteMark(element)) return;
    this.#page = pageBreak(element) ?? this.#page;
    if (tag === 'br') this.#break(place);
    const within = placeWithin(element, tag, place);
    const isCell = tag === 'td' || tag === 'th';
    const isBlock = blockTags.has(tag) && !isCell;
    if (isBlock) this.#end(place);
    if (isCell && this.#text.trim() !== '') this.#add(' | ', place);
    for (const child of element.childNodes) this.walk(child, within, depth + 1);
    if (isBlock) this.#end(within);
  }

  #add(text: string, { isLinked }: Place): void {
    if (this.#text === '' && text.trim() === '') {
      if (text !== '') this.#endedTight = false;
      return;
    }
    if (text.replace(/[\s\u00a0]+/g, '') !== '') this.#breaks = 0;
    this.#text += text;
    if (isLinked) this.#linked += text.trim().length;
  }

  /** One break is a space, two are the end of a paragraph, whatever white space stands between. */
  #break(place: Place): void {
    this.#breaks += 1;
    if (this.#breaks >= 2) this.#end(place);
    else this.#text += ' ';
  }

  #end({ kind, isAside }: Place): void {
    const text = cleanText(this.#text);
    if (text !== '') {
      const linked = Math.min(1, this.#linked / text.length);
      const isCut = this.#endedTight && !/^\s/.test(this.#text);
      const page = this.#page;
      this.#blocks.push({ kind, text, linked, isAside, isCut, ...(page && { page }) });
      this.#endedTight = !/\s$/.test(this.#text);
    }
    this.#text = '';
    this.#linked = 0;
    this.#breaks = 0;
  }
}

function placeWithin(element: Element, tag: string, place: Place): Place {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  const isAside = /^(?:nav|aside|footer)$/.test(tag) || asideName.test(names.replace(/_/g, '-'));
  return {
    kind: kindOf(element, tag) ?? place.kind,
    isAside: place.isAside || (isAside && tag !== 'body'),
    isLinked: place.isLinked || tag === 'a',
  };
}

function kindOf(element: Element, tag: string): SourceBlock['kind'] | undefined {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  const role = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
  if (/\b(?:doc-)?(?:foot|end|rear)notes?\b/.test(role)) return 'note';
  if (/^(?:foot|end)note-\d/.test(element.getAttribute('id') ?? '')) return 'note';
  if (tag === 'li') return 'item';
  return tag === 'blockquote' ? 'quote' : undefined;
}

/** Whether a page says that nobody sees an element; what its style sheets hide is not known. */
export function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    hiddenStyle.test(element.getAttribute('style') ?? '')
  );
}

/** The raised number that leads to a note. */
function isNoteMark(element: Element): boolean {
  if (/\bnoteref\b/.test(element.getAttribute('epub:type') ?? '')) return true;
  if (element.localName !== 'sup') return false;
  const text = (element.textContent ?? '').trim();
  return element.querySelector('a[href*="#"]') !== null && /^\[?[\d*†‡a-z]{1,4}\]?$/i.test(text);
}

/** The printed page that begins here, as books in EPUB name it. */
function pageBreak(element: Element): string | undefined {
  const type = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
  if (!/\b(?:doc-)?pagebreak\b/.test(type)) return undefined;
  const named = element.getAttribute('title') ?? element.getAttribute('aria-label');
  return cleanText(named ?? element.textContent ?? '').slice(0, 20) || undefined;
}
