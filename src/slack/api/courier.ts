import type { WebClient } from '@slack/web-api';
import type { Question } from '../../questions/question.ts';
import type { Reply } from '../blocks/block-kit.ts';
import { ids } from '../ids.ts';
import { findReply } from './find-reply.ts';
import { PostError, toPostError } from './post-error.ts';

/** Brings replies to Slack. Every failure is a PostError that says whether it may have arrived. */
export interface Courier {
  /** Posts the reply to a question; the ts of the message, where it has one. */
  deliver(question: Question, reply: Reply): Promise<string | undefined>;
  /** The ts of the reply if the question has one already; undefined also where nobody may look. */
  findReply(question: Question): Promise<string | undefined>;
}

/** What a courier may be given instead of the real thing. */
export interface CourierOptions {
  readonly fetchUrl?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

const minute = 60_000;
const responseTimeout = 10_000;

/** Slack takes nothing at a response_url after 30 minutes; the last one is left as a margin. */
const responseUrlLife = 29 * minute;

/** What an administrator can put right, and how long to wait for that, in ms. */
const curable =
  /^(?:invalid_auth|not_authed|account_inactive|token_|missing_scope|org_login_required|http_)/;
const untilCured = 5 * minute;

/** A courier that works through Slack's Web API and response addresses. */
export function createCourier(client: WebClient, options: CourierOptions = {}): Courier {
  const { fetchUrl = fetch, clock = Date.now } = options;
  return {
    deliver(question, reply) {
      const { responseUrl, askedAt } = question;
      if (!responseUrl) return post(client, question, reply);
      if (clock() - askedAt > responseUrlLife) return post(client, elsewhere(question), reply);
      return respond(fetchUrl, responseUrl, question, reply);
    },
    findReply: (question) => findReply(client, question),
  };
}

/** Where the reply goes when the response_url is no longer taken: to the person, in private. */
function elsewhere(question: Question): Question {
  if (question.source === 'share') return question;
  return { ...question, channel: question.person, thread: undefined };
}

/** Lets the bot know its replies again. */
function metadataOf({ id }: Question) {
  return { event_type: ids.answerMetadata, event_payload: { question: id } };
}

async function respond(
  fetchUrl: typeof fetch,
  url: string,
  question: Question,
  { text, blocks }: Reply,
): Promise<undefined> {
  // Only what somebody shares is for all.
  const visibility =
    question.source === 'share'
      ? {
          response_type: 'in_channel',
          metadata: metadataOf(question),
          ...(question.thread && { thread_ts: question.thread }),
        }
      : { response_type: 'ephemeral' };
  let response: Response;
  try {
    response = await fetchUrl(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...visibility, replace_original: false, text, blocks }),
      redirect: 'error',
      signal: AbortSignal.timeout(responseTimeout),
    });
  } catch (error) {
    throw toPostError(error);
  }
  if (response.ok) return undefined;
  throw await refusalOf(response);
}

async function refusalOf(response: Response): Promise<PostError> {
  const said = (await response.text().catch(() => '')).slice(0, 100);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 1;
    return new PostError('later', 'ratelimited', said, seconds * 1000);
  }
  const kind = response.status < 500 ? 'refused' : 'unsure';
  return new PostError(kind, said || `http_${response.status}`);
}

async function post(
  client: WebClient,
  question: Question,
  { text, blocks }: Reply,
): Promise<string | undefined> {
  try {
    const { ts } = await client.chat.postMessage({
      channel: question.channel,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: metadataOf(question),
      ...(question.thread && { thread_ts: question.thread }),
    });
    return ts;
  } catch (error) {
    const refusal = toPostError(error);
    if (refusal.kind !== 'refused' || !curable.test(refusal.code)) throw refusal;
    throw new PostError('later', refusal.code, error, untilCured);
  }
}
