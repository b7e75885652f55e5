import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { createKeyedList, type KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import type { ChannelView, Message } from '../state.ts';
import { dayKey, dayLabel } from '../text/message-time.ts';
import { drawMessage, type MessageSetting } from './message.ts';
import { summarizeThread, threadStatus } from './thread.ts';

const groupWithinSeconds = 300;
const nearBottomPx = 60;

/** A scrolling list that stays at its end while somebody reads there, and stays put otherwise. */
export interface MessageList {
  readonly node: HTMLElement;
  /** `place` names what is shown: another place starts at its end again. */
  update(items: readonly KeyedItem[], place: string): void;
}

/** Makes an empty list; `label` is what screen readers call it. */
export function createMessageList(label: string, testId: string): MessageList {
  const list = element('ol', { class: 'messages', 'data-testid': testId, 'aria-label': label });
  const scroller = element('div', { class: 'scroller' }, list);
  let stuck = true;
  const toEnd = () => {
    stuck = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  const pill = element(
    'button',
    {
      type: 'button',
      class: 'new-pill',
      hidden: true,
      'data-testid': `${testId}-new`,
      onclick: toEnd,
    },
    icon('down'),
    'New messages',
  );
  const atEnd = () =>
    scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearBottomPx;
  scroller.addEventListener('scroll', () => {
    if (atEnd()) pill.hidden = true;
  });
  const draw = createKeyedList(list);
  scroller.addEventListener('scroll', () => {
    stuck = atEnd();
  });
  // A thread that opens beside the list, or an image that loads in it, must not move its end away.
  const observer = new ResizeObserver(() => stuck && toEnd());
  observer.observe(scroller);
  observer.observe(list);
  let shownPlace = '';
  let lastKey: string | undefined;
  return {
    node: element('div', { class: 'scroll-frame' }, scroller, pill),
    update: (items, place) => {
      const stay = place === shownPlace && !atEnd();
      const newest = items.at(-1)?.key;
      draw(items);
      if (!stay) toEnd();
      else if (newest !== lastKey) pill.hidden = false;
      if (place !== shownPlace) pill.hidden = true;
      shownPlace = place;
      lastKey = newest;
    },
  };
}

/** The entries of a run of messages: day dividers, and messages that know whom they follow. */
export function messageItems(
  messages: readonly Message[],
  channel: ChannelView,
  page: Page,
  inThread: boolean,
): KeyedItem[] {
  const { tz } = page.names.me;
  return messages.flatMap((message, index) => {
    const previous = messages[index - 1];
    const newDay = !previous || dayKey(previous.ts, tz) !== dayKey(message.ts, tz);
    const setting: MessageSetting = {
      channel: channel.id,
      grouped: !newDay && follows(message, previous),
      inThread,
      thread: inThread ? undefined : summarizeThread(channel, message),
      status: inThread ? undefined : threadStatus(channel, message.ts),
    };
    const item = {
      key: message.ts,
      signature: JSON.stringify([message, setting, page.place.user, page.state.shortcuts]),
      draw: () => drawMessage(message, setting, page),
    };
    return newDay && !inThread ? [dayItem(message.ts, tz), item] : [item];
  });
}

/** Whether a message goes on where the same person's last one ended, so that it needs no head. */
function follows(message: Message, previous: Message | undefined): boolean {
  return (
    previous !== undefined &&
    previous.user === message.user &&
    previous.username === message.username &&
    previous.ephemeral_to === undefined &&
    message.ephemeral_to === undefined &&
    Number(message.ts) - Number(previous.ts) < groupWithinSeconds
  );
}

function dayItem(ts: string, timeZone: string): KeyedItem {
  const label = dayLabel(ts, timeZone, new Date());
  return {
    key: `day-${dayKey(ts, timeZone)}`,
    signature: label,
    draw: () => element('li', { class: 'day', 'data-testid': 'day' }, element('span', {}, label)),
  };
}
