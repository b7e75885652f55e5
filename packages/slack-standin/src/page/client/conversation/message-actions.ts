import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { MenuItem } from '../dom/menu.ts';
import { drawMenuButton } from '../dom/menu-button.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
import type { Message } from '../state.ts';
import { typedText } from '../text/typed-text.ts';
import type { MessageSetting } from './message.ts';
import { deleteMessage, editMessage, isOwn } from './own-message.ts';
import { drawReactButton } from './reactions.ts';

/** Draws what can be done with a message: reply in its thread, use the app's shortcuts on it. */
export function drawMessageActions(
  message: Message,
  setting: MessageSetting,
  page: Page,
): HTMLElement | undefined {
  // As in Slack, a message that only one person sees has neither a thread nor shortcuts.
  if (message.ephemeral_to !== undefined || message.subtype === 'tombstone') return undefined;
  const more = drawMenuButton(
    {
      class: 'button button-icon',
      title: 'More actions',
      'aria-label': 'More actions',
      'data-testid': 'message-more',
      'data-focus-key': 'message-more',
    },
    { label: 'Message actions', items: () => menuItems(message, setting, page) },
    icon('more'),
  );
  return element(
    'div',
    { class: 'message-actions', role: 'group', 'aria-label': 'Message actions' },
    drawReactButton(message, setting.channel, page),
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
  const reply = { label: 'Reply in thread', choose: () => page.go({ thread }) };
  return [
    ...(setting.inThread ? [] : [reply]),
    ...shortcuts.map(({ callback_id, name }) => ({
      label: element('span', { class: 'menu-shortcut' }, icon('bolt'), name),
      testId: `shortcut-${callback_id}`,
      choose: () =>
        void page.told(server.useShortcut(user, callback_id, setting.channel, message.ts)),
    })),
    { label: 'Copy text', choose: () => void copy(typedText(message.text, page.names)) },
    { label: 'Copy link', choose: () => void copy(permalink(message, setting.channel)) },
    ...(isOwn(message, user) ? ownItems(message, setting.channel, page) : []),
  ];
}

function ownItems(message: Message, channel: string, page: Page): MenuItem[] {
  return [
    {
      label: 'Edit message',
      testId: 'edit-message',
      choose: () => editMessage(message, channel, page),
    },
    {
      label: 'Delete message',
      testId: 'delete-message',
      choose: () => void deleteMessage(message, channel, page),
    },
  ];
}

/** The address that Slack gives a message. */
function permalink({ ts, thread_ts: thread }: Message, channel: string): string {
  const query = thread ? `?thread_ts=${thread}&cid=${channel}` : '';
  return `${location.origin}/archives/${channel}/p${ts.replace('.', '')}${query}`;
}

/** Without permission for the clipboard there is nothing to be done about it. */
function copy(text: string): Promise<void> {
  return navigator.clipboard.writeText(text).catch(() => undefined);
}
