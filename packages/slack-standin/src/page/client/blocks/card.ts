import type { CardBlock, CarouselBlock } from '@slack/types';
import { element } from '../dom/element.ts';
import type { BlockContext } from './block-context.ts';
import { drawButton } from './button.ts';
import { drawImageElement } from './image.ts';
import { drawText } from './text-object.ts';

/** Draws a card: a picture, a title with an icon, a few words, and what can be done. */
export function drawCard(card: CardBlock, blockId: string, context: BlockContext): HTMLElement {
  const { names } = context;
  const slot = { blockId, label: '', dispatch: true };
  const buttons = (card.actions ?? []).map((button) => drawButton(button, slot, context));
  return element(
    'article',
    { class: 'card', 'data-testid': 'card' },
    card.hero_image && element('div', { class: 'card-hero' }, drawImageElement(card.hero_image)),
    element(
      'div',
      { class: 'card-body' },
      element(
        'div',
        { class: 'card-head' },
        card.icon && drawImageElement(card.icon),
        element(
          'div',
          {},
          card.title && element('div', { class: 'card-title' }, ...drawText(card.title, names)),
          card.subtitle && element('small', {}, ...drawText(card.subtitle, names)),
        ),
      ),
      ...(card.body ? drawText(card.body, names) : []),
      buttons.length > 0 && element('div', { class: 'actions-block' }, ...buttons),
    ),
  );
}

/** Draws cards side by side, which scroll by themselves where there is no room for all. */
export function drawCarousel(
  block: CarouselBlock,
  blockId: string,
  context: BlockContext,
): HTMLElement {
  const cards = block.elements.map((card, index) =>
    element('li', {}, drawCard(card, card.block_id ?? `${blockId}-${index}`, context)),
  );
  return element('ul', { class: 'carousel', 'aria-label': 'Cards', tabindex: 0 }, ...cards);
}
