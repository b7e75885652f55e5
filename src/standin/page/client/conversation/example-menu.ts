import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { openMenu } from '../dom/menu.ts';
import type { Page } from '../page.ts';
import { examplesFor } from './examples.ts';

/** The button in the header that proposes what to try, also when the channel is no longer empty. */
export interface ExampleMenu {
  readonly node: HTMLElement;
  update(): void;
}

/** Makes the button; `send` sends what was chosen to the channel that is open. */
export function createExampleMenu(page: Page, send: (text: string) => void): ExampleMenu {
  const open = () => {
    const channel = page.names.channel(page.place.channel);
    const items = (channel ? examplesFor(channel, page) : []).map(({ text, what }) => ({
      label: element(
        'span',
        { class: 'menu-example' },
        element('code', {}, text),
        element('small', {}, what),
      ),
      choose: () => send(text),
    }));
    openMenu(node, 'Things to try', items);
  };
  const node: HTMLElement = element(
    'button',
    {
      type: 'button',
      class: 'button example-menu',
      title: 'Things to try',
      'aria-label': 'Things to try',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'example-menu',
      onclick: open,
    },
    icon('spark'),
    element('span', {}, 'Try'),
  );
  const update = () => {
    const channel = page.names.channel(page.place.channel);
    node.hidden = page.place.home || !channel || examplesFor(channel, page).length === 0;
  };
  return { node, update };
}
