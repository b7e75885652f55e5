import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { readZone } from '../../digests/zones.ts';
import { toPostError } from './web-api.ts';

/** What Slack knows of people and channels, as far as the app may ask. */
export interface ChannelDirectory {
  /** A person's time zone; undefined without the scope users:read. */
  zoneOf(person: string): Promise<string | undefined>;
  /** Slack's code for why the bot can't post in a channel; undefined when it can. */
  refusalIn(channel: string, person: string): Promise<string | undefined>;
}

/** A directory over the Web API. It never rejects: what can't be found out is undefined. */
export function createChannelDirectory(client: WebClient): ChannelDirectory {
  return {
    async zoneOf(person) {
      const found = await soon(client.users.info({ user: person }).catch(() => undefined));
      return readZone(found?.user?.tz ?? '');
    },
    refusalIn: (channel, person) => soon(refusalIn(client, channel, person)),
  };
}

/** Slack shows a form an error unless it is acknowledged within 3 s. */
const lookUpTimeout = 1500;

async function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  const tooLate = new AbortController();
  const timeUp = wait(lookUpTimeout, undefined, { signal: tooLate.signal }).catch(() => undefined);
  return Promise.race([promise, timeUp]).finally(() => tooLate.abort());
}

async function refusalIn(
  client: WebClient,
  channel: string,
  person: string,
): Promise<string | undefined> {
  const known = await client.conversations.info({ channel }).catch(() => undefined);
  if (known?.channel?.is_archived) return 'is_archived';
  if (known?.channel?.is_member || channel.startsWith('D')) return undefined;
  if (known) return 'not_in_channel';
  return probe(client, channel, person);
}

/** Without the scope to ask, a line that only the person sees shows whether the bot can post. */
async function probe(
  client: WebClient,
  channel: string,
  person: string,
): Promise<string | undefined> {
  try {
    const text = 'The digest will come here. Only you see this line.';
    await client.chat.postEphemeral({ channel, user: person, text });
    return undefined;
  } catch (error) {
    const { kind, code } = toPostError(error);
    return kind === 'refused' ? code : undefined;
  }
}
