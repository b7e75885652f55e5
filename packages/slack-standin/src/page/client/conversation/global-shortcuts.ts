import { icon } from '../dom/icon.ts';
import { drawMenuButton } from '../dom/menu-button.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';

/** The button beside the composer that offers the app's global shortcuts. */
export interface GlobalShortcuts {
  readonly node: HTMLElement;
  /** Shows the button where the app has such shortcuts, and hides it elsewhere. */
  update(): void;
}

/** Makes the button; `page` is asked for the shortcuts that there are at the moment. */
export function createGlobalShortcuts(page: Page): GlobalShortcuts {
  const offered = () => page.state.shortcuts.filter(({ type }) => type === 'global');
  const items = () => {
    const { user, channel } = page.place;
    return offered().map(({ callback_id, name }) => ({
      label: name,
      testId: `shortcut-${callback_id}`,
      choose: () => void page.told(server.useShortcut(user, callback_id, channel)),
    }));
  };
  const label = 'Shortcuts';
  const node = drawMenuButton(
    {
      class: 'button button-icon',
      title: label,
      'aria-label': label,
      'data-testid': 'global-shortcuts',
    },
    { label, items },
    icon('bolt'),
  );
  const update = () => {
    node.hidden = offered().length === 0;
  };
  return { node, update };
}
