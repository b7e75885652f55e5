import type { PageState } from '../../wire.ts';

/** What the page shows: whose eyes it sees with, which channel or the Home tab, which thread. */
export interface Place {
  readonly user: string;
  readonly channel: string;
  readonly home: boolean;
  readonly thread?: string;
  /** The message that a link points to: it is gone to when the page opens. */
  readonly message?: string;
}

/** The user that an address names, as it was written: an id or a name. */
export function userInAddress(search: string): string | undefined {
  return new URLSearchParams(search).get('user') ?? undefined;
}

/** Finds a user by id, handle or first name. */
export function findUser(state: PageState, wanted: string): string | undefined {
  const name = wanted.toLowerCase();
  const people = state.users.filter((user) => !user.is_bot);
  const found =
    people.find((user) => user.id === wanted || user.name.toLowerCase() === name) ??
    people.find((user) => user.real_name.toLowerCase().split(' ')[0] === name);
  return found?.id;
}

/**
 * Reads an address such as `/?user=lin&channel=general&thread=1700000000.000100`. The channel is a
 * name, an id, or `dm` for the direct message with the bot; `view=home` is the Home tab.
 */
export function readPlace(search: string, state: PageState): Place {
  const asked = new URLSearchParams(search);
  const wanted = asked.get('channel')?.replace(/^#/, '');
  const channel =
    state.channels.find(({ id, name, kind }) =>
      kind === 'im' ? id === wanted || wanted === 'dm' : id === wanted || name === wanted,
    ) ?? firstChannel(state);
  return {
    user: findUser(state, asked.get('user') ?? '') ?? state.me.id,
    channel: channel?.id ?? '',
    home: asked.get('view') === 'home',
    thread: asked.get('thread') ?? undefined,
    message: asked.get('message') ?? undefined,
  };
}

/** The channel that a person starts in: the first one that the bot is in, too. */
function firstChannel(state: PageState): PageState['channels'][number] | undefined {
  return (
    state.channels.find((c) => c.kind === 'channel' && c.is_member && c.bot_is_member) ??
    state.channels[0]
  );
}

/** Writes the address of a place, with names where they are known. */
export function placeToAddress(place: Place, state: PageState): string {
  const user = state.users.find(({ id }) => id === place.user);
  const channel = state.channels.find(({ id }) => id === place.channel);
  const address = new URLSearchParams({ user: user?.name ?? place.user });
  if (state.team.id !== state.teams[0]?.id) address.set('team', state.team.id);
  if (place.home) address.set('view', 'home');
  else if (channel) address.set('channel', channel.kind === 'channel' ? channel.name : 'dm');
  if (place.thread && !place.home) address.set('thread', place.thread);
  return `/?${address}`;
}
