import { drawBlocks } from '../blocks/block.ts';
import { element } from '../dom/element.ts';
import type { Page } from '../page.ts';
import { blockContext } from '../page-blocks.ts';
import type { ElementValues, View } from '../state.ts';
import type { ValueCollector } from './value-collector.ts';

/** Draws a view's blocks; its elements are told to `collector` and act on behalf of the view. */
export function drawViewBody(
  view: View,
  page: Page,
  collector: ValueCollector,
  remembered: ElementValues,
  errors: Readonly<Record<string, string>> = {},
): HTMLElement {
  const container = { type: 'view', view_id: view.id } as const;
  const blocks = drawBlocks(view.blocks, {
    ...blockContext(page, container),
    here: page.place.channel,
    headingLevel: view.type === 'home' ? 2 : 3,
    register: collector.register,
    values: { ...view.state?.values, ...remembered },
    errors,
  });
  return element('div', { class: 'view-body' }, ...blocks);
}
