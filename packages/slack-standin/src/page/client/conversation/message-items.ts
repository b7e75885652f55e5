import { element } from '../dom/element.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import type { ChannelView, Message } from '../state.ts';
import { dayKey, dayLabel } from '../text/message-time.ts';
import { drawMessage, type MessageSetting } from './message.ts';
import { summarizeThread, threadStatus } from './thread.ts';

const groupWithinSeconds = 300;

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
