import { noticeItems } from '../conversation/notice.ts';
import { element } from '../dom/element.ts';
import { createKeyedList, type KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import type { View } from '../state.ts';
import { createValueCollector, type ValueCollector } from './value-collector.ts';
import { drawViewBody } from './view-body.ts';

/** The middle of the page while the app's Home tab is open. */
export interface HomePane {
  readonly node: HTMLElement;
  update(): void;
}

/** Makes the pane; what was typed into a Home view outlives the view's updates. */
export function createHomePane(page: Page): HomePane {
  const content = element('div', { class: 'home-content', 'data-testid': 'home' });
  const notices = element('ol', { class: 'messages', 'aria-label': 'Notices' });
  const node = element('div', { class: 'pane home-pane' }, content, notices);
  const draw = createKeyedList(content);
  const drawNotices = createKeyedList(notices);
  const collector = createValueCollector();
  return {
    node,
    update: () => {
      const { home } = page.state;
      draw([home ? homeItem(home, page, collector) : emptyItem(page)]);
      drawNotices(noticeItems(page.state.notices, page));
    },
  };
}

function homeItem(view: View, page: Page, collector: ValueCollector): KeyedItem {
  const draw = () => {
    const before = collector.collect();
    collector.clear();
    return drawViewBody(view, page, collector, before);
  };
  return { key: page.place.user, signature: JSON.stringify([view.id, view.blocks]), draw };
}

function emptyItem(page: Page): KeyedItem {
  const bot = page.names.bot?.name ?? 'The app';
  const draw = () =>
    element(
      'div',
      { class: 'empty' },
      element('h2', {}, 'Nothing here yet'),
      element(
        'p',
        {},
        `${bot} has been told that you are here. Its Home appears once it is published.`,
      ),
    );
  return { key: `empty-${page.place.user}`, signature: bot, draw };
}
