import type { WebClient } from '@slack/web-api';
import type { Question } from '../store/questions.ts';
import { ids } from './ids.ts';
import { PostError, toPostError } from './post-error.ts';
import type { Reply } from './reply.ts';

/** Brings replies to Slack. Every failure is a PostError that says whether it may have arrived. */
export interface Courier {
  /** Posts the reply to a question; the ts of the message, where it has one. */
  deliver(question: Question, reply: Reply): Promise<string | undefined>;
  /** The ts of the reply if the question has one already; undefined also where nobody may look. */
  findReply(question: Question): Promise<string | undefined>;
}

const responseTimeout = 10_000;

/** A courier that works through Slack's Web API and response addresses. */
export function createCourier(client: WebClient, fetchUrl: typeof fetch = fetch): Courier {
  return {
    deliver: (question, reply) =>
      question.responseUrl
        ? respond(fetchUrl, question.responseUrl, reply, visibilityOf(question))
        : post(client, question, reply),
    findReply: (question) => findReply(client, question),
  };
}

/** Only what somebody shares is for all. */
function visibilityOf({ surface }: Question): 'ephemeral' | 'in_channel' {
  return surface === 'share' ? 'in_channel' : 'ephemeral';
}

async function respond(
  fetchUrl: typeof fetch,
  url: string,
  { text, blocks }: Reply,
  visibility: 'ephemeral' | 'in_channel',
): Promise<undefined> {
  const body = { response_type: visibility, replace_original: false, text, blocks };
  let response: Response;
  try {
    response = await fetchUrl(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(responseTimeout),
    });
  } catch (error) {
    throw toPostError(error);
  }
  if (response.ok) return undefined;
  const said = (await response.text().catch(() => '')).slice(0, 100);
  const retryAfter = Number(response.headers.get('retry-after') ?? 1) * 1000;
  if (response.status === 429) throw new PostError('later', 'ratelimited', said, retryAfter);
  throw new PostError(
    response.status < 500 ? 'refused' : 'unsure',
    said || `http_${response.status}`,
  );
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
      metadata: { event_type: ids.answerMetadata, event_payload: { question: question.id } },
      ...(question.thread && { thread_ts: question.thread }),
    });
    return ts;
  } catch (error) {
    throw toPostError(error);
  }
}

/** How many messages after the question are looked through for the reply. */
const mostLookedThrough = 100;

async function findReply(
  client: WebClient,
  { channel, thread, ts, id, responseUrl }: Question,
): Promise<string | undefined> {
  if (responseUrl || !ts) return undefined;
  const where = { channel, oldest: ts, limit: mostLookedThrough, include_all_metadata: true };
  try {
    const { messages = [] } = thread
      ? await client.conversations.replies({ ...where, ts: thread })
      : await client.conversations.history(where);
    const reply = messages.find(({ metadata }) => {
      const payload = metadata?.event_payload as { question?: unknown } | undefined;
      return metadata?.event_type === ids.answerMetadata && payload?.question === id;
    });
    return reply?.ts;
  } catch (error) {
    const { kind, code } = toPostError(error);
    // Without the history scopes nobody can look; then a second reply is the lesser evil.
    if (kind === 'refused') return undefined;
    throw new PostError('later', code, error);
  }
}
