import type { KnownBlock, MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type {
  Delivery,
  Destination,
  Found,
  Message,
  Poster,
  Tag,
  Whereabouts,
} from '../../outbox/delivery.ts';
import { ids } from '../ids.ts';
import { escapeSlackText } from '../text.ts';
import { toPostError } from './web-api.ts';

/** What a poster may be given instead of the real thing. */
export interface PosterOptions {
  readonly log: { error(message: string): void };
  readonly fetchUrl?: typeof fetch;
}

/** How much of a conversation is looked through. */
const pageSize = 200;
const maxPages = 20;

/** A poster that works through Slack's Web API and response addresses. */
export function createPoster(client: WebClient, options: PosterOptions): Poster {
  const { log, fetchUrl = fetch } = options;
  const send = (to: Destination, message: Message, tag: Tag) =>
    'responseUrl' in to
      ? respond(fetchUrl, to, message, metadataOf(tag))
      : postMessage(client, to, message, metadataOf(tag));
  return {
    async post(to, message, tag) {
      const delivery = await send(to, message, tag);
      if (delivery.kind !== 'refused' || !/blocks|too_long/.test(delivery.code)) return delivery;
      log.error(
        `Slack refused the blocks of ${tag.type} ${tag.id} (${delivery.code}); sending text`,
      );
      const note = escapeSlackText(`Slack refused the formatted answer: ${delivery.code}`);
      return send(to, { text: `${message.text}\n(${note})`, blocks: [] }, tag);
    },
    find: (tag, where) => find(client, tag, where),
  };
}

/** Message metadata: what lets the bot know its own messages again. */
function metadataOf({ type, id }: Tag): MessageMetadata | undefined {
  if (type === 'notice') return undefined;
  const [event_type, name] = metadataTypes[type];
  return { event_type, event_payload: { [name]: id } };
}

const metadataTypes = {
  answer: [ids.answerMetadata, 'question'],
  digest: [ids.digestMetadata, 'run'],
  addition: [ids.additionMetadata, 'addition'],
} as const;

async function postMessage(
  client: WebClient,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  { text, blocks }: Message,
  metadata: MessageMetadata | undefined,
): Promise<Delivery> {
  try {
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      blocks: blocks as KnownBlock[],
      unfurl_links: false,
      unfurl_media: false,
      ...(metadata && { metadata }),
      ...(thread && { thread_ts: thread }),
    });
    return { kind: 'posted', ts };
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    return { kind, code, retryAfter };
  }
}

async function find(client: WebClient, tag: Tag, where: Whereabouts): Promise<Found> {
  try {
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const { messages = [], response_metadata } = await readPage(client, where, cursor);
      const own = messages.find((message) => message.ts !== where.thread && carries(tag, message));
      if (own?.ts) return { kind: 'found', ts: own.ts };
      cursor = response_metadata?.next_cursor;
      if (!cursor) return { kind: 'absent' };
    }
    return { kind: 'unknown' };
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    // Without the history scopes nobody can look.
    return kind === 'refused' ? { kind: 'unknown' } : { kind: 'later', code, retryAfter };
  }
}

function readPage(
  client: WebClient,
  { channel, thread, oldest }: Whereabouts,
  cursor: string | undefined,
) {
  const where = {
    channel,
    oldest,
    limit: pageSize,
    include_all_metadata: true,
    ...(cursor && { cursor }),
  };
  return thread
    ? client.conversations.replies({ ...where, ts: thread })
    : client.conversations.history(where);
}

interface SeenMessage {
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object } | undefined;
}

function carries(tag: Tag, { metadata }: SeenMessage): boolean {
  const wanted = metadataOf(tag);
  return (
    wanted !== undefined &&
    metadata?.event_type === wanted.event_type &&
    Object.values(metadata.event_payload ?? {}).includes(tag.id)
  );
}

const timeout = 10_000;

/** Posts a message to the address that Slack gave for the answer (a response_url). */
async function respond(
  fetchUrl: typeof fetch,
  { responseUrl, shared }: Extract<Destination, { readonly responseUrl: string }>,
  { text, blocks }: Message,
  metadata: object | undefined,
): Promise<Delivery> {
  // Only what somebody shares is for all.
  const visibility = shared
    ? {
        response_type: 'in_channel',
        ...(metadata && { metadata }),
        ...(shared.thread && { thread_ts: shared.thread }),
      }
    : { response_type: 'ephemeral' };
  try {
    const response = await fetchUrl(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...visibility, replace_original: false, text, blocks }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok ? { kind: 'posted', ts: undefined } : await refusalOf(response);
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    return { kind, code, retryAfter };
  }
}

async function refusalOf(response: Response): Promise<Delivery> {
  const said = (await response.text().catch(() => '')).slice(0, 100);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 1;
    return { kind: 'later', code: 'ratelimited', retryAfter: seconds * 1000 };
  }
  const code = said || `response_url_${response.status}`;
  return { kind: response.status < 500 ? 'refused' : 'unsure', code };
}
