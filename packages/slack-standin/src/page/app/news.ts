import type { PageState, Status } from '../../wire.ts';
import { statusWords } from './conversation/thread.ts';
import { channelLabel, displayName, type Names } from './names.ts';

const longest = 200;

/**
 * Says in one line which messages of others, and which statuses of the app, a state has that the one
 * before had not; undefined when there are none, or when it is another person's state.
 */
export function describeNews(
  before: PageState,
  after: PageState,
  names: Names,
): string | undefined {
  if (before.me.id !== after.me.id) return undefined;
  const lines = after.channels.flatMap((channel) => {
    const old = before.channels.find(({ id }) => id === channel.id);
    const known = new Set(old?.messages.map(({ ts }) => ts));
    const working = (channel.statuses ?? [])
      .filter((status) => !old?.statuses?.some((one) => isSame(one, status)))
      .map((status) => statusWords(status, names.bot?.name ?? 'The app'));
    const messages = channel.messages
      .filter(({ ts, user }) => !known.has(ts) && user !== after.me.id)
      .map((message) => {
        const user = names.user(message.user);
        const author = message.username ?? (user ? displayName(user) : message.user);
        const text = message.text.slice(0, longest);
        return `${author} in ${channelLabel(channel, names)}: ${text}`;
      });
    return [...working, ...messages];
  });
  return lines.length > 0 ? lines.join('. ') : undefined;
}

function isSame(one: Status, other: Status): boolean {
  return one.thread_ts === other.thread_ts && one.status === other.status;
}
