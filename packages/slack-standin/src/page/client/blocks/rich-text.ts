import type { RichTextBlock, RichTextElement, RichTextList } from '@slack/types';
import { element } from '../dom/element.ts';
import type { Names } from '../people.ts';
import type { Inline } from '../text/marked-text.ts';
import { drawInlines, drawLink } from './marked-nodes.ts';
import { drawUnsupported } from './unsupported.ts';

type Part = RichTextBlock['elements'][number];

/** Draws rich text. Its text elements are literal: only typed elements can mention or link. */
export function drawRichText(block: RichTextBlock, names: Names): HTMLElement {
  return element(
    'div',
    { class: 'rich-text' },
    ...block.elements.map((part) => drawPart(part, names)),
  );
}

function drawPart(part: Part, names: Names): HTMLElement {
  switch (part.type) {
    case 'rich_text_section':
      return element('p', { class: 'lines', dir: 'auto' }, ...drawElements(part.elements, names));
    case 'rich_text_quote':
      return element(
        'blockquote',
        { 'data-testid': 'quote' },
        element('p', { class: 'lines', dir: 'auto' }, ...drawElements(part.elements, names)),
      );
    case 'rich_text_preformatted':
      return element('pre', {}, element('code', {}, ...drawElements(part.elements, names)));
    case 'rich_text_list':
      return drawList(part, names);
    default:
      return drawUnsupported('element', (part as { type: string }).type);
  }
}

function drawList(list: RichTextList & { readonly offset?: number }, names: Names): HTMLElement {
  const items = list.elements.map((item) =>
    element('li', { dir: 'auto' }, ...drawElements(item.elements, names)),
  );
  const look = `list indent-${Math.max(0, Math.min(8, Math.trunc(list.indent ?? 0)))}`;
  if (list.style !== 'ordered') return element('ul', { class: look }, ...items);
  return element('ol', { class: look, start: (list.offset ?? 0) + 1 }, ...items);
}

function drawElements(elements: readonly RichTextElement[], names: Names): Node[] {
  return elements.map((part) => withStyle(drawElement(part, names), part.style));
}

function drawElement(part: RichTextElement, names: Names): Node {
  const { type, url, text } = part as { type: string; url?: string; text?: string };
  // The types do not know it yet: https://docs.slack.dev/reference/block-kit/block-elements/citation-element
  if (type === 'citation') return drawLink(url ?? '', [document.createTextNode(text ?? '')]);
  switch (part.type) {
    case 'text':
      return document.createTextNode(part.text);
    case 'link':
      return drawLink(part.url, [document.createTextNode(part.text || part.url)]);
    case 'color':
      return drawColor(part.value);
    case 'team':
      return document.createTextNode(part.team_id);
    case 'usergroup':
      return document.createTextNode(`@${part.usergroup_id}`);
    default: {
      const [node] = drawInlines([toInline(part)], names);
      return node ?? document.createTextNode('');
    }
  }
}

type Typed = Exclude<RichTextElement, { type: 'text' | 'link' | 'color' | 'team' | 'usergroup' }>;

function toInline(part: Typed): Inline {
  switch (part.type) {
    case 'user':
      return { kind: 'user', id: part.user_id };
    case 'channel':
      return { kind: 'channel', id: part.channel_id };
    case 'broadcast':
      return { kind: 'broadcast', range: part.range };
    case 'emoji':
      return { kind: 'emoji', name: part.name, unicode: fromCodePoints(part.unicode) };
    case 'date':
      return { ...part, kind: 'date' };
    default:
      return { kind: 'text', text: `[unsupported element: ${(part as { type: string }).type}]` };
  }
}

/** Slack writes an emoji's characters as hexadecimal code points joined by hyphens. */
function fromCodePoints(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode)) return undefined;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}

function drawColor(value: string): HTMLElement {
  const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (/^#[0-9a-f]{3,8}$/i.test(value)) swatch.style.backgroundColor = value;
  return element('span', {}, swatch, value);
}

const styleTags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function withStyle(node: Node, style: RichTextElement['style']): Node {
  const flags: Readonly<Record<string, unknown>> = { ...style };
  let styled = node;
  for (const [flag, tag] of Object.entries(styleTags)) {
    if (flags[flag] === true) styled = element(tag, {}, styled);
  }
  return styled;
}
