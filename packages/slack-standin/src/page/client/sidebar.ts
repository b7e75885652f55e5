import { drawAvatar } from './conversation/avatar.ts';
import { type Child, element } from './dom/element.ts';
import { icon } from './dom/icon.ts';
import { createKeyedList, type KeyedItem } from './dom/keyed-list.ts';
import { drawMenuButton } from './dom/menu-button.ts';
import type { Page } from './page.ts';
import { channelLabel, displayName } from './people.ts';
import type { Place } from './place.ts';
import type { Unread } from './unread.ts';

/** The pane at the left: the workspace, who one is, and where one can go. */
export interface Sidebar {
  readonly node: HTMLElement;
  update(): void;
}

/** Makes the sidebar; `leave` is called when somebody chose a place, so that a drawer can close. */
export function createSidebar(page: Page, unread: Unread, leave: () => void): Sidebar {
  const node = element('nav', {
    id: 'sidebar',
    class: 'sidebar',
    'aria-label': 'Workspace',
    'data-testid': 'sidebar',
  });
  const draw = createKeyedList(node);
  return { node, update: () => draw(sidebarItems(page, unread, leave)) };
}

function sidebarItems(page: Page, unread: Unread, leave: () => void): KeyedItem[] {
  const { state, place } = page;
  const link = (change: Partial<Place>, label: Child[], current: boolean, testId: string) =>
    drawPlaceLink(page, { ...change, thread: undefined }, label, current, testId, leave);
  const channelLink = (channel: (typeof state.channels)[number]) => {
    const count = unread.count(state, channel.id);
    const name = channelLabel(channel, page.names).replace(/^#/, '');
    const mark = channel.kind === 'im' ? drawAvatar(channel.id, name, true) : icon('hash');
    return link(
      { channel: channel.id, home: false },
      [mark, element('span', { class: 'place-name' }, name), count > 0 && drawCount(count)],
      !place.home && place.channel === channel.id,
      `place-${channel.kind === 'im' ? 'dm' : channel.name}`,
    );
  };
  const kind = (wanted: 'channel' | 'im') => state.channels.filter((one) => one.kind === wanted);
  const home = link(
    { home: true },
    [icon('home'), element('span', { class: 'place-name' }, 'Home')],
    place.home,
    'place-home',
  );
  const signature = JSON.stringify([
    state.channels.map(({ id, name }) => [id, name, unread.count(state, id)]),
    state.team,
    state.users,
    { ...place, thread: undefined },
  ]);
  const draw = () =>
    element(
      'div',
      { class: 'sidebar-parts' },
      element('p', { class: 'workspace-name', 'data-testid': 'workspace' }, state.team.name),
      drawPersonSwitch(page),
      drawSection('Channels', kind('channel').map(channelLink)),
      drawSection('App', [...kind('im').map(channelLink), home]),
      element('p', { class: 'sidebar-foot' }, 'A local stand-in for Slack, for development'),
    );
  return [{ key: 'all', signature, draw }];
}

function drawSection(title: string, links: readonly HTMLElement[]): HTMLElement {
  const items = links.map((link) => element('li', {}, link));
  return element(
    'section',
    { 'aria-label': title },
    element('h2', { class: 'sidebar-title' }, title),
    element('ul', {}, ...items),
  );
}

function drawCount(count: number): HTMLElement {
  return element(
    'span',
    { class: 'unread', 'data-testid': 'unread' },
    String(count),
    element('span', { class: 'visually-hidden' }, ' unread'),
  );
}

function drawPlaceLink(
  page: Page,
  change: Partial<Place>,
  label: readonly Child[],
  current: boolean,
  testId: string,
  leave: () => void,
): HTMLElement {
  return element(
    'a',
    {
      class: 'place',
      href: page.addressOf(change),
      'aria-current': current ? 'page' : undefined,
      'data-testid': testId,
      'data-focus-key': testId,
      onclick: (event: MouseEvent) => {
        // With a modifier the browser opens a second window, where one can be the other person.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        page.go(change);
        leave();
      },
    },
    ...label,
  );
}

function drawPersonSwitch(page: Page): HTMLElement {
  const { me, users } = page.names;
  const person = (user: typeof me) => ({
    label: element(
      'span',
      { class: 'menu-person' },
      drawAvatar(user.id, displayName(user), false),
      element('span', {}, displayName(user), element('small', {}, user.tz)),
    ),
    testId: `person-${user.name}`,
    checked: user.id === me.id,
    choose: () => page.go({ user: user.id, thread: undefined }),
  });
  const people = users.filter((user) => !user.is_bot);
  return drawMenuButton(
    {
      class: 'person-switch',
      'data-testid': 'person-switch',
      'data-focus-key': 'person-switch',
      title: 'Switch to the other person',
    },
    { label: 'Switch person', items: () => people.map(person) },
    drawAvatar(me.id, displayName(me), false),
    element('span', { class: 'person-name' }, 'You are ', element('strong', {}, displayName(me))),
    icon('down'),
  );
}
