import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { Digests } from '../digests/digests.ts';
import { Rounds, type RoundsParts } from '../digests/rounds.ts';
import { Watch } from '../digests/watch.ts';
import { createChannelDirectory } from './api/channel-directory.ts';
import { createDigestSender } from './api/digest-sender.ts';
import type { DigestOffice } from './replies/compose-digest.ts';

/** What digests are made from, but for Slack. */
export type DigestParts = Omit<RoundsParts, 'sender' | 'log'>;

/** The digests of a bot: what people order of them, and the watch that posts them. */
export interface OpenDigests extends DigestOffice {
  readonly watch: Watch;
}

/** Joins the digests to Slack. */
export function openDigests(
  parts: DigestParts,
  slack: { readonly client: WebClient; readonly command: string; readonly log: Logger },
): OpenDigests {
  const { client, command, log } = slack;
  const { clock } = parts;
  const all = { ...parts, sender: createDigestSender(client, command), log };
  const rounds = new Rounds(all);
  return {
    digests: new Digests(all, rounds),
    directory: createChannelDirectory(client),
    watch: new Watch({ ...all, rounds }),
    command,
    clock,
  };
}
