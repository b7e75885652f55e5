import type { ChannelView, PageState, User } from '../../wire.ts';

/** How a person or the bot is called on the page: the bot by its handle, people by their names. */
export function displayName(user: User): string {
  return user.is_bot ? user.name : user.real_name || user.name;
}

/** Who and what ids stand for, and the reader's time zone. */
export interface Names {
  readonly me: User;
  user(id: string): User | undefined;
  channel(id: string): ChannelView | undefined;
  readonly bot: User | undefined;
  readonly users: readonly User[];
  readonly channels: readonly ChannelView[];
}

/** Looks names up in the state; the same state gives the same names. */
export function createNames(state: PageState): Names {
  return {
    me: state.me,
    bot: state.users.find((user) => user.is_bot),
    users: state.users,
    channels: state.channels,
    user: (id) => state.users.find((user) => user.id === id),
    channel: (id) => state.channels.find((channel) => channel.id === id),
  };
}

/** How a channel is called: `#general`, or the bot's name for the direct message with it. */
export function channelLabel(channel: ChannelView, names: Names): string {
  if (channel.kind === 'channel') return `#${channel.name}`;
  return names.bot?.name ?? channel.name;
}
