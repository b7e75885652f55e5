import type { ContainerBlock } from '@slack/types';
import { element } from '../dom/element.ts';
import type { BlockContext } from './block-context.ts';
import { drawImageElement } from './image.ts';
import { drawRichText } from './rich-text.ts';
import { drawText } from './text-object.ts';

/** Draws a titled frame around blocks, `children`, which can be folded where the app wants that. */
export function drawContainer(
  block: ContainerBlock,
  children: readonly HTMLElement[],
  { names }: BlockContext,
): HTMLElement {
  const { title, rich_text_title: richTitle, subtitle } = block;
  const head = element(
    'div',
    { class: 'card-head' },
    block.icon && drawImageElement(block.icon),
    element(
      'div',
      { class: 'card-title' },
      ...(richTitle ? [drawRichText(richTitle, names)] : title ? drawText(title, names) : []),
      subtitle && element('small', {}, ...drawText(subtitle, names)),
    ),
  );
  const body = element('div', { class: 'container-body' }, ...children);
  const look = `container container-${block.width ?? 'standard'}`;
  if (!block.is_collapsible) {
    const divided = block.has_header_divider ? 'divided' : '';
    return element('section', { class: `${look} ${divided}` }, head, body);
  }
  const open = !block.default_collapsed;
  return element('details', { class: look, open }, element('summary', {}, head), body);
}
