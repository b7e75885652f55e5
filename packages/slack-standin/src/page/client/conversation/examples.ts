import type { Page } from '../page.ts';
import type { ChannelView, Example } from '../state.ts';

/** What is worth trying in a channel: what was proposed and works there, or else the app's commands. */
export function examplesFor(channel: ChannelView, page: Page): readonly Example[] {
  const fitting = page.state.examples.flatMap((example) => adapt(example, channel, page) ?? []);
  if (fitting.length > 0) return fitting;
  return page.state.commands.map(({ command, description }) => ({
    text: `${command} help`,
    what: description,
  }));
}

/** A mention needs the bot in the channel; alone with it there is no need to mention it. */
function adapt(example: Example, channel: ChannelView, page: Page): Example | undefined {
  const name = `@${page.names.bot?.name ?? ''} `;
  if (!example.text.startsWith(name)) return example;
  if (channel.kind === 'im') return { ...example, text: example.text.slice(name.length) };
  return channel.bot_is_member ? example : undefined;
}
