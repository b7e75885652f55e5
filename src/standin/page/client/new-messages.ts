import { channelLabel, displayName, type Names } from './people.ts';
import type { PageState } from './state.ts';

const longest = 200;

/**
 * Says in one line which messages of others a state has that the one before had not; undefined when
 * there are none, or when it is another person's state.
 */
export function describeNewMessages(
  before: PageState,
  after: PageState,
  names: Names,
): string | undefined {
  if (before.me.id !== after.me.id) return undefined;
  const lines = after.channels.flatMap((channel) => {
    const old = before.channels.find(({ id }) => id === channel.id);
    const known = new Set(old?.messages.map(({ ts }) => ts));
    return channel.messages
      .filter(({ ts, user }) => !known.has(ts) && user !== after.me.id)
      .map((message) => {
        const user = names.user(message.user);
        const author = message.username ?? (user ? displayName(user) : message.user);
        const text = message.text.slice(0, longest);
        return `${author} in ${channelLabel(channel, names)}: ${text}`;
      });
  });
  return lines.length > 0 ? lines.join('. ') : undefined;
}
