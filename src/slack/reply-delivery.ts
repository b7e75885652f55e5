import type { Logger } from '@slack/bolt';
import type { Question } from '../store/questions.ts';
import type { Courier } from './courier.ts';
import { PostError } from './post-error.ts';
import type { Reply } from './reply.ts';
import { escapeSlackText } from './slack-text.ts';

/** What a delivery works with. */
interface DeliveryParts {
  readonly courier: Courier;
  readonly log: Logger;
  /** Kept true to what is known about the post at any time. */
  readonly trace: { maybePosted: boolean };
}

/** Posts a reply; as text only when Slack refuses its blocks. The ts of the message, if it has one. */
export async function deliverReply(
  question: Question,
  reply: Reply,
  { courier, log, trace }: DeliveryParts,
): Promise<string | undefined> {
  try {
    return await tracked(() => courier.deliver(question, reply), trace);
  } catch (error) {
    if (!(error instanceof PostError) || !/blocks|too_long/.test(error.code)) throw error;
    log.error(`Slack refused the blocks of question ${question.id} (${error.code}); sending text`);
    const text = `${reply.text}\n(${escapeSlackText(`Slack refused the formatted answer: ${error.code}`)})`;
    return await tracked(() => courier.deliver(question, { text, blocks: [] }), trace);
  }
}

async function tracked<T>(post: () => Promise<T>, trace: { maybePosted: boolean }): Promise<T> {
  trace.maybePosted = true;
  try {
    return await post();
  } catch (error) {
    if (error instanceof PostError && error.kind !== 'unsure') trace.maybePosted = false;
    throw error;
  }
}
