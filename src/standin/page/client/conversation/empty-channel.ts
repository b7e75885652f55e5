import { element } from '../dom/element.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import type { ChannelView } from '../state.ts';

interface Example {
  readonly text: string;
  readonly what: string;
}

/** What stands in a channel before anybody wrote there: what this is, and what can be tried. */
export function emptyChannelItem(
  channel: ChannelView,
  page: Page,
  fill: (text: string) => void,
): KeyedItem {
  const { bot_is_member, suggested_prompts } = channel;
  const signature = JSON.stringify([
    channel.id,
    bot_is_member,
    suggested_prompts,
    page.state.commands,
  ]);
  return { key: 'empty', signature, draw: () => drawHint(channel, page, fill) };
}

function drawHint(channel: ChannelView, page: Page, fill: (text: string) => void): HTMLElement {
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
      ...examples(channel, page, bot).map(({ text, what }) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              class: 'example',
              'data-testid': 'example',
              onclick: () => fill(text),
            },
            element('code', {}, text),
            element('span', {}, what),
          ),
        ),
      ),
    ),
    element('p', { class: 'hint' }, 'Click one to put it into the message box, then press Enter.'),
  );
}

function explain(channel: ChannelView, bot: string): string {
  if (channel.kind === 'im')
    return 'Only the two of you are here, so there is no need to mention it by name.';
  if (!channel.bot_is_member) {
    return `${bot} is not in this channel: its commands work here, but it does not see messages.`;
  }
  return 'This is a local stand-in for Slack. Nothing that you write leaves this computer.';
}

function examples(channel: ChannelView, page: Page, bot: string): Example[] {
  const suggested = channel.suggested_prompts?.prompts ?? [];
  if (suggested.length > 0)
    return suggested.map(({ title, message }) => ({ text: message, what: title }));
  const question = 'what did Beijing say about THAAD?';
  const command = page.state.commands[0]?.command;
  const asked: Example[] =
    channel.kind === 'im'
      ? [{ text: question, what: 'ask in your own words' }]
      : [{ text: `@${bot} ${question}`, what: 'ask in the open; the answer comes in a thread' }];
  if (!command) return asked;
  const privately = { text: `${command} thaad`, what: 'ask so that only you see the answer' };
  const help = { text: `${command} help`, what: 'see all that it can do' };
  return channel.bot_is_member ? [privately, ...asked, help] : [privately, help];
}
