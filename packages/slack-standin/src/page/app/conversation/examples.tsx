import type { ChannelView, Example } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { MenuButton } from '../dom/menu.tsx';
import { type Page, usePage } from '../page.ts';
import { tryOut } from './send.ts';

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

/** The button in the header that proposes what to try, also when the channel is no longer empty. */
export function ExampleMenu({ channel }: { readonly channel: ChannelView }) {
  const page = usePage();
  const examples = examplesFor(channel, page);
  if (page.place.home || examples.length === 0) return null;
  const items = () =>
    examples.map(({ text, what }) => ({
      label: (
        <span class="menu-example">
          <code>{text}</code>
          <small>{what}</small>
        </span>
      ),
      choose: () => void tryOut(text, page),
    }));
  return (
    <MenuButton
      menu="Things to try"
      items={items}
      class="button example-menu"
      title="Things to try"
      aria-label="Things to try"
      data-testid="example-menu"
    >
      <Icon name="spark" />
      <span>Try</span>
    </MenuButton>
  );
}
