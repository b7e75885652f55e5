import type { PageState } from '../../wire.ts';
import { channelMessages } from './conversation/thread.ts';

/** Remembers what each person has seen since the page was opened. */
export interface Unread {
  /** Notes that the person looks at this channel now, and takes in the channels that are new. */
  see(state: PageState, channel: string | undefined): void;
  /** How many messages of others arrived since the person last looked. */
  count(state: PageState, channel: string): number;
}

/** Starts remembering: what is there when a person first looks counts as seen. */
export function createUnread(): Unread {
  const seen = new Map<string, number>();
  const newest = (state: PageState, id: string) =>
    Math.max(0, ...othersMessages(state, id).map(({ ts }) => Number(ts)));
  return {
    see: (state, looking) => {
      for (const { id } of state.channels) {
        const key = `${state.me.id}/${id}`;
        if (id === looking || !seen.has(key)) seen.set(key, newest(state, id));
      }
    },
    count: (state, id) => {
      const last = seen.get(`${state.me.id}/${id}`) ?? 0;
      return othersMessages(state, id).filter(({ ts }) => Number(ts) > last).length;
    },
  };
}

function othersMessages(state: PageState, id: string) {
  const channel = state.channels.find((one) => one.id === id);
  return channel ? channelMessages(channel).filter(({ user }) => user !== state.me.id) : [];
}
