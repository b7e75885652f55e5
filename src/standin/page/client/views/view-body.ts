import { drawBlocks } from '../blocks/block.ts';
import { element } from '../dom/element.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
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
    names: page.names,
    here: page.place.channel,
    headingLevel: view.type === 'home' ? 2 : 3,
    act: (action) => void page.told(server.sendAction(page.place.user, container, action)),
    suggest: (block_id, action_id, value) =>
      server.suggest(page.place.user, container, { block_id, action_id, value }),
    register: collector.register,
    values: { ...view.state?.values, ...remembered },
    errors,
  });
  return element('div', { class: 'view-body' }, ...blocks);
}
