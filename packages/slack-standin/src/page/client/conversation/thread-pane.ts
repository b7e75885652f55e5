import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import { channelLabel } from '../people.ts';
import type { ChannelView, Status } from '../state.ts';
import { Composer } from './composer.ts';
import { messageItems } from './message-items.ts';
import { MessageList } from './message-list.ts';
import { editMessage, lastOwn } from './own-message.ts';
import { sendTyped } from './send.ts';
import { drawStatus } from './status.ts';
import { threadReplies, threadStatus } from './thread.ts';
import { countReplies } from './thread-link.ts';

/** The pane at the right: one thread, and where one replies. */
export interface ThreadPane {
  readonly node: HTMLElement;
  /** Shows the thread of the page's place, or goes away when there is none. */
  update(channel: ChannelView | undefined): void;
}

/** Makes the pane; `closed` is called after somebody closed it, with the thread's first message. */
export function createThreadPane(page: Page, closed: (ts: string) => void): ThreadPane {
  const close = () => {
    const { thread = '' } = page.place;
    page.go({ thread: undefined });
    closed(thread);
  };
  const list = new MessageList('Thread', 'thread-messages');
  const composer = new Composer(
    'thread-composer',
    (text, files) => sendTyped(text, files, page, page.place.thread),
    () => recall(page),
  );
  const subtitle = element('p', { class: 'pane-subtitle' });
  const node = element(
    'aside',
    {
      class: 'thread',
      'aria-label': 'Thread',
      'data-testid': 'thread-pane',
      hidden: true,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') close();
      },
    },
    drawHead(subtitle, close),
    list.node,
    composer.node,
  );
  let shown = '';
  return {
    node,
    update: (channel) => {
      const items = channel && threadItems(channel, page);
      node.hidden = !items;
      const place = `${page.place.user}/${channel?.id}/${page.place.thread ?? ''}`;
      if (channel && items) {
        subtitle.textContent = subtitleOf(channel, page);
        const replies = threadReplies(channel, page.place.thread ?? '');
        list.update(items, place, replies.at(-1)?.user === page.place.user);
        composer.update(place, 'Reply in thread', page.state);
        if (place !== shown) composer.focus();
      }
      shown = items ? place : '';
    },
  };
}

/** Lets the person change what they last wrote in the thread. */
function recall(page: Page): void {
  const { channel: id, thread = '', user } = page.place;
  const channel = page.names.channel(id);
  const message = channel && lastOwn(threadReplies(channel, thread), user);
  if (message) editMessage(message, id, page);
}

/** Where the thread stands, and what the app calls it. */
function subtitleOf(channel: ChannelView, page: Page): string {
  const named = channel.titles?.find(({ thread_ts }) => thread_ts === page.place.thread);
  const label = channelLabel(channel, page.names);
  return named ? `${label} · ${named.title}` : label;
}

function drawHead(subtitle: HTMLElement, close: () => void): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'button button-icon',
    title: 'Close thread',
    'aria-label': 'Close thread',
    'data-testid': 'thread-close',
    onclick: close,
  };
  return element(
    'header',
    { class: 'pane-head' },
    element('div', { class: 'pane-title' }, element('h2', {}, 'Thread'), subtitle),
    element('button', attributes, icon('close')),
  );
}

function threadItems(channel: ChannelView, page: Page): KeyedItem[] | undefined {
  const { thread } = page.place;
  const root = channel.messages.find(({ ts }) => ts === thread);
  if (!root || thread === undefined) return undefined;
  const replies = threadReplies(channel, thread);
  const count = replies.filter((reply) => !reply.ephemeral_to).length;
  const label = countReplies(count);
  const divider: KeyedItem = {
    key: 'count',
    signature: label,
    draw: () =>
      element(
        'li',
        { class: 'reply-count', 'data-testid': 'reply-count' },
        element('span', {}, label),
      ),
  };
  const status = threadStatus(channel, thread);
  return [
    ...messageItems([root], channel, page, true),
    ...(count > 0 ? [divider] : []),
    ...messageItems(replies, channel, page, true),
    ...(status ? [statusItem(status, page)] : []),
  ];
}

function statusItem(status: Status, page: Page): KeyedItem {
  const draw = () => element('li', { class: 'status-line' }, drawStatus(status, page));
  return { key: 'status', signature: JSON.stringify(status), draw };
}
