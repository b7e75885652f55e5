import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { drawMenuButton } from '../dom/menu-button.ts';
import type { Page } from '../page.ts';
import { examplesFor } from './examples.ts';

/** The button in the header that proposes what to try, also when the channel is no longer empty. */
export interface ExampleMenu {
  readonly node: HTMLElement;
  update(): void;
}

/** Makes the button; `send` sends what was chosen to the channel that is open. */
export function createExampleMenu(page: Page, send: (text: string) => void): ExampleMenu {
  const here = () => page.names.channel(page.place.channel);
  const items = () => {
    const channel = here();
    return (channel ? examplesFor(channel, page) : []).map(({ text, what }) => ({
      label: element(
        'span',
        { class: 'menu-example' },
        element('code', {}, text),
        element('small', {}, what),
      ),
      choose: () => send(text),
    }));
  };
  const label = 'Things to try';
  const node = drawMenuButton(
    {
      class: 'button example-menu',
      title: label,
      'aria-label': label,
      'data-testid': 'example-menu',
    },
    { label, items },
    icon('spark'),
    element('span', {}, 'Try'),
  );
  const update = () => {
    const channel = here();
    node.hidden = page.place.home || !channel || examplesFor(channel, page).length === 0;
  };
  return { node, update };
}
