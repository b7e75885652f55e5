import type { WebClient } from '@slack/web-api';
import type { Question } from '../../questions/question.ts';
import { ids } from '../ids.ts';
import { PostError, toPostError } from './post-error.ts';

/** How much of the conversation since the question is looked through. */
const pageSize = 200;
const mostPages = 20;

/** Slack's clock and ours may differ by this much, in seconds. */
const clockSkew = 60;

/**
 * The ts of the bot's reply to a question, if it stands in the conversation already. Undefined also
 * where nobody may look: at what only one person sees, and without the history scopes.
 */
export async function findReply(
  client: WebClient,
  question: Question,
): Promise<string | undefined> {
  if (question.responseUrl && question.source !== 'share') return undefined;
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { messages = [], response_metadata } = await readPage(client, question, cursor);
      const reply = messages.find((message) => isReplyTo(question, message));
      if (reply) return reply.ts;
      cursor = response_metadata?.next_cursor;
      if (!cursor) return undefined;
    }
    return undefined;
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    // Without the history scopes nobody can look; then a second reply is the lesser evil.
    if (kind === 'refused') return undefined;
    throw new PostError('later', code, error, retryAfter);
  }
}

function readPage(client: WebClient, question: Question, cursor: string | undefined) {
  const { channel, thread, ts, askedAt } = question;
  const where = {
    channel,
    oldest: ts ?? String(Math.floor(askedAt / 1000) - clockSkew),
    limit: pageSize,
    include_all_metadata: true,
    ...(cursor && { cursor }),
  };
  return thread
    ? client.conversations.replies({ ...where, ts: thread })
    : client.conversations.history(where);
}

interface SeenMessage {
  readonly ts?: string | undefined;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object } | undefined;
}

function isReplyTo({ id }: Question, { metadata }: SeenMessage): boolean {
  const payload = metadata?.event_payload as { question?: unknown } | undefined;
  return metadata?.event_type === ids.answerMetadata && payload?.question === id;
}
