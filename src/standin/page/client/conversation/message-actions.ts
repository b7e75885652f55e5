import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { type MenuItem, openMenu } from '../dom/menu.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
import type { Message } from '../state.ts';
import type { MessageSetting } from './message.ts';

/** Draws what can be done with a message: reply in its thread, use the app's shortcuts on it. */
export function drawMessageActions(
  message: Message,
  setting: MessageSetting,
  page: Page,
): HTMLElement | undefined {
  // As in Slack, a message that only one person sees has neither a thread nor shortcuts.
  if (message.ephemeral_to !== undefined) return undefined;
  const more: HTMLElement = element(
    'button',
    {
      type: 'button',
      class: 'button button-icon',
      title: 'More actions',
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'message-more',
      'data-focus-key': 'message-more',
      onclick: () => openMenu(more, 'Message actions', menuItems(message, setting, page)),
    },
    icon('more'),
  );
  return element(
    'div',
    { class: 'message-actions', role: 'group', 'aria-label': 'Message actions' },
    !setting.inThread && drawReply(message, page),
    more,
  );
}

function drawReply(message: Message, page: Page): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'button button-icon reply-in-thread',
    title: 'Reply in thread',
    'aria-label': 'Reply in thread',
    'data-testid': 'reply-in-thread',
    'data-focus-key': 'reply-in-thread',
    onclick: () => page.go({ thread: message.thread_ts ?? message.ts }),
  };
  return element('button', attributes, icon('reply'));
}

function menuItems(message: Message, setting: MessageSetting, page: Page): MenuItem[] {
  const { user } = page.place;
  const shortcuts = page.state.shortcuts.filter(({ type }) => type === 'message');
  const thread = message.thread_ts ?? message.ts;
  const link = new URL(page.addressOf({ channel: setting.channel, thread }), location.href);
  const reply = { label: 'Reply in thread', choose: () => page.go({ thread }) };
  return [
    ...(setting.inThread ? [] : [reply]),
    ...shortcuts.map(({ callback_id, name }) => ({
      label: element('span', { class: 'menu-shortcut' }, icon('bolt'), name),
      testId: `shortcut-${callback_id}`,
      choose: () =>
        void page.told(server.useShortcut(user, callback_id, setting.channel, message.ts)),
    })),
    { label: 'Copy text', choose: () => void copy(message.text) },
    { label: 'Copy link to thread', choose: () => void copy(link.href) },
  ];
}

/** Without permission for the clipboard there is nothing to be done about it. */
function copy(text: string): Promise<void> {
  return navigator.clipboard.writeText(text).catch(() => undefined);
}
