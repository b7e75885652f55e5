import type { ChannelView } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { examplesFor } from './examples.tsx';
import { tryOut } from './send.ts';

/** What stands in a channel before anybody wrote there: what this is, and what can be tried. */
export function EmptyChannel({ channel }: { readonly channel: ChannelView }) {
  const page = usePage();
  const bot = page.names.bot?.name ?? 'the bot';
  const examples = examplesFor(channel, page);
  return (
    <li class="empty" data-testid="empty-channel">
      <h2>{channel.kind === 'im' ? `Ask ${bot} anything` : `Welcome to #${channel.name}`}</h2>
      <p>{explain(channel, bot)}</p>
      {examples.length > 0 && (
        <ul class="examples" aria-label="Things to try">
          {examples.map(({ text, what }) => (
            <li key={text}>
              <button
                type="button"
                class="example"
                data-testid="example"
                onClick={() => void tryOut(text, page)}
              >
                <code>{text}</code>
                <span>{what}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {examples.length > 0 && (
        <p class="hint">Click one to send it, or write what you like below.</p>
      )}
    </li>
  );
}

function explain(channel: ChannelView, bot: string): string {
  if (channel.kind === 'im')
    return 'Only the two of you are here, so there is no need to mention it by name.';
  if (!channel.bot_is_member) {
    return `${bot} is not in this channel: its commands work here, but it does not see messages.`;
  }
  return `This is a fake Slack on your own computer, with ${bot} in it. Nothing that you write leaves it.`;
}
