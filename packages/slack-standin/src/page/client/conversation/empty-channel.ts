import { element } from '../dom/element.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import type { ChannelView, Example } from '../state.ts';
import { examplesFor } from './examples.ts';

/** What stands in a channel before anybody wrote there: what this is, and what can be tried. */
export function emptyChannelItem(
  channel: ChannelView,
  page: Page,
  send: (text: string) => void,
): KeyedItem {
  const examples = examplesFor(channel, page);
  const signature = JSON.stringify([channel.id, channel.bot_is_member, examples]);
  return { key: 'empty', signature, draw: () => drawHint(channel, page, examples, send) };
}

function drawHint(
  channel: ChannelView,
  page: Page,
  examples: readonly Example[],
  send: (text: string) => void,
): HTMLElement {
  const bot = page.names.bot?.name ?? 'the bot';
  const title = channel.kind === 'im' ? `Ask ${bot} anything` : `Welcome to #${channel.name}`;
  return element(
    'li',
    { class: 'empty', 'data-testid': 'empty-channel' },
    element('h2', {}, title),
    element('p', {}, explain(channel, bot)),
    element(
      'ul',
      { class: 'examples', 'aria-label': 'Things to try' },
      ...examples.map((example) => element('li', {}, drawExample(example, send))),
    ),
    element('p', { class: 'hint' }, 'Click one to send it, or write what you like below.'),
  );
}

function drawExample({ text, what }: Example, send: (text: string) => void): HTMLElement {
  const attributes = { type: 'button', class: 'example', 'data-testid': 'example' };
  return element(
    'button',
    { ...attributes, onclick: () => send(text) },
    element('code', {}, text),
    element('span', {}, what),
  );
}

function explain(channel: ChannelView, bot: string): string {
  if (channel.kind === 'im')
    return 'Only the two of you are here, so there is no need to mention it by name.';
  if (!channel.bot_is_member) {
    return `${bot} is not in this channel: its commands work here, but it does not see messages.`;
  }
  return `This is a stand-in for Slack on your own computer, with ${bot} in it. Nothing that you write leaves it.`;
}
