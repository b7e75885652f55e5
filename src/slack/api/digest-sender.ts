import type { WebClient } from '@slack/web-api';
import type { Run } from '../../digests/run.ts';
import type { Delivery, DigestSender, Failure, Found, Sent } from '../../digests/sender.ts';
import type { Subscription } from '../../digests/subscription.ts';
import { describeInstant } from '../../digests/wording.ts';
import { code, plain, type Reply, richText, section } from '../blocks/block-kit.ts';
import { digestBlocks } from '../blocks/digest-blocks.ts';
import { digestReason } from '../blocks/digest-status-blocks.ts';
import { ids } from '../ids.ts';
import { escapeSlackText } from '../text.ts';
import { toPostError } from './post-error.ts';

/** A message of a digest stands at most this long before and after its post was begun, in seconds. */
const lookAround = { before: 120, after: 900 };
const pageSize = 200;
const mostPages = 10;

/** Brings digests to Slack's channels. */
export function createDigestSender(client: WebClient, command: string): DigestSender {
  return {
    post: (delivery) => {
      const { run, subscription } = delivery;
      return send(client, subscription.channel, blocksOf(delivery).parent, metadataOf(run));
    },
    hasThread: (delivery) => blocksOf(delivery).thread !== undefined,
    reply: (delivery, ts) => {
      const { run, subscription } = delivery;
      const { thread } = blocksOf(delivery);
      if (!thread) return Promise.resolve({ kind: 'posted', ts: undefined });
      return send(client, subscription.channel, thread, { ...metadataOf(run), thread_ts: ts });
    },
    find: (run, subscription, thread) => find(client, run, subscription, thread),
    // A person's id as the channel leads to the conversation with them.
    tell: (failure) =>
      send(client, failure.subscription.setUpBy, failureMessage(failure, command), {}),
  };
}

function blocksOf(delivery: Delivery) {
  const { digest, subscription: settings, date, delay, next } = delivery;
  return digestBlocks({ digest, settings, date, delay, next, hasControls: true });
}

/** Lets the bot know its digests again. */
function metadataOf({ id }: Run) {
  return { metadata: { event_type: ids.digestMetadata, event_payload: { run: id } } };
}

async function send(
  client: WebClient,
  channel: string,
  { text, blocks }: Reply,
  more: { readonly metadata?: ReturnType<typeof metadataOf>['metadata']; thread_ts?: string },
): Promise<Sent> {
  try {
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      ...more,
    });
    return { kind: 'posted', ts };
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    return { kind, code, retryAfter };
  }
}

async function find(
  client: WebClient,
  run: Run,
  { channel }: Subscription,
  thread: string | undefined,
): Promise<Found> {
  const begun = Math.floor((run.begunAt ?? run.dueAt) / 1000);
  const where = {
    channel,
    oldest: String(begun - lookAround.before),
    latest: String(begun + lookAround.after),
    limit: pageSize,
    include_all_metadata: true,
  };
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const options = { ...where, ...(cursor && { cursor }) };
      const { messages = [], response_metadata } = thread
        ? await client.conversations.replies({ ...options, ts: thread })
        : await client.conversations.history(options);
      const own = messages.find((message) => message.ts !== thread && isOf(run, message));
      if (own?.ts) return { kind: 'found', ts: own.ts };
      cursor = response_metadata?.next_cursor;
      if (!cursor) return { kind: 'absent' };
    }
    return { kind: 'unknown' };
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    return kind === 'refused' ? { kind: 'unknown' } : { kind: 'later', code, retryAfter };
  }
}

interface SeenMessage {
  readonly ts?: string | undefined;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object } | undefined;
}

function isOf({ id }: Run, { metadata }: SeenMessage): boolean {
  const payload = metadata?.event_payload as { run?: unknown } | undefined;
  return metadata?.event_type === ids.digestMetadata && payload?.run === id;
}

function failureMessage({ subscription, run, reason, until }: Failure, command: string): Reply {
  const { channel, zone } = subscription;
  const what = `The digest of ${describeInstant(run.dueAt, zone)} could not be posted: ${digestReason(reason)}.`;
  const outlook = until
    ? `I try again until ${describeInstant(until, zone)}.`
    : 'I have given this one up; the next one covers it.';
  return {
    text: escapeSlackText(`${what} ${outlook}`),
    blocks: [
      richText(
        section({ type: 'channel', channel_id: channel }, plain(`: ${what} ${outlook} There, `)),
        section(
          code(`${command} digest status`),
          plain(' tells more, and '),
          code(`${command} digest off`),
          plain(' ends it.'),
        ),
      ),
    ],
  };
}
