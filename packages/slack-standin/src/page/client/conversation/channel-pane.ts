import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import { channelLabel, displayName } from '../people.ts';
import type { ChannelView, Message } from '../state.ts';
import { Composer } from './composer.ts';
import { emptyChannelItem } from './empty-channel.ts';
import { createGlobalShortcuts } from './global-shortcuts.ts';
import { messageItems } from './message-items.ts';
import { MessageList } from './message-list.ts';
import { noticeItems } from './notice.ts';
import { editMessage, lastOwn } from './own-message.ts';
import { createPromptRow } from './prompt-row.ts';
import { sendTyped } from './send.ts';
import { channelMessages } from './thread.ts';

/** The middle of the page: a channel's header, its messages, and where one writes. */
export interface ChannelPane {
  readonly node: HTMLElement;
  update(channel: ChannelView): void;
  focusComposer(): void;
  /** Puts the focus on what leads to a thread that was closed. */
  focusThread(ts: string): void;
  /** Sends an example to the channel that is shown, and shows the thread that a mention begins. */
  tryOut(text: string): void;
}

/** Makes the pane; `page` is asked for what holds at the moment. */
export function createChannelPane(page: Page): ChannelPane {
  const list = new MessageList('Messages', 'messages');
  const shortcuts = createGlobalShortcuts(page);
  const composer = new Composer(
    'composer',
    (text, files) => sendTyped(text, files, page),
    () => recall(page),
    shortcuts.node,
  );
  const prompts = createPromptRow((text) => void composer.send(text));
  const tryOut = async (text: string) => {
    const { user, channel } = page.place;
    await composer.send(text);
    if (page.place.user !== user || page.place.channel !== channel) return;
    composer.focus();
    // The answer to a mention comes in its thread, where who tries it out might not look.
    const asked = text.startsWith('@') && lastOwnIn(page);
    if (asked) page.go({ thread: asked.ts });
  };
  const aside = element('p', { class: 'composer-aside', 'data-testid': 'channel-note' });
  const node = element('div', { class: 'pane', 'data-testid': 'channel-pane' });
  const heading = element('h2', { class: 'visually-hidden' }, 'Messages');
  node.append(heading, list.node, aside, prompts.node, composer.node);
  return {
    node,
    update: (channel) => {
      const place = `${page.place.user}/${channel.id}`;
      const label = channelLabel(channel, page.names);
      const items = itemsOf(channel, page, (text) => void tryOut(text));
      list.update(items, place, channelMessages(channel).at(-1)?.user === page.place.user);
      composer.update(place, `Message ${label}`, page.state);
      shortcuts.update();
      prompts.update(channel);
      aside.textContent = remark(channel, page);
      // An empty channel says it already, in its own words.
      aside.hidden = aside.textContent === '' || channel.messages.length === 0;
    },
    focusComposer: () => composer.focus(),
    tryOut: (text) => void tryOut(text),
    focusThread: (ts) =>
      node
        .querySelector<HTMLElement>(`[data-ts="${CSS.escape(ts)}"] [data-focus-key=thread-link]`)
        ?.focus(),
  };
}

/** Lets the person change what they last wrote in the channel. */
function recall(page: Page): void {
  const message = lastOwnIn(page);
  if (message) editMessage(message, page.place.channel, page);
}

function lastOwnIn(page: Page): Message | undefined {
  const channel = page.names.channel(page.place.channel);
  return channel && lastOwn(channelMessages(channel), page.place.user);
}

function itemsOf(channel: ChannelView, page: Page, send: (text: string) => void): KeyedItem[] {
  const messages = messageItems(channelMessages(channel), channel, page, false);
  const known = new Set(page.state.channels.map(({ id }) => id));
  const notices = page.state.notices.filter(
    (notice) => notice.channel === channel.id || !known.has(notice.channel ?? ''),
  );
  return [
    ...(messages.length === 0 ? [emptyChannelItem(channel, page, send)] : messages),
    ...noticeItems(notices, page),
  ];
}

function remark(channel: ChannelView, page: Page): string {
  if (!channel.is_member) return `You are not a member of #${channel.name}.`;
  if (channel.bot_is_member) return '';
  return `${page.names.bot?.name ?? 'The bot'} is not in this channel and does not see messages here.`;
}

/** The header's words about a channel: its name and who is in it. */
export function drawChannelTitle(channel: ChannelView, page: Page): HTMLElement {
  const people = page.names.users
    .filter((user) => !user.is_bot || channel.bot_is_member)
    .map(displayName);
  const mark = icon(channel.kind === 'im' ? 'chat' : 'hash');
  const name = channelLabel(channel, page.names).replace(/^#/, '');
  return element(
    'div',
    { class: 'pane-title' },
    element('h1', { 'data-testid': 'channel-title' }, mark, name),
    element(
      'p',
      { class: 'pane-subtitle' },
      channel.kind === 'im' ? 'App · direct message' : people.join(', '),
    ),
  );
}
