import type { Logger } from '@slack/bolt';
import type { Question } from '../../questions/question.ts';
import type { Reply } from '../blocks/block-kit.ts';
import { escapeSlackText } from '../text.ts';
import type { Courier } from './courier.ts';
import { PostError } from './post-error.ts';

/** What is known by now of a reply that may have reached Slack. */
export interface Trace {
  maybePosted: boolean;
  /** Its quotes by reference, as JSON. */
  answer?: string | undefined;
}

/** What a delivery works with. */
interface DeliveryParts {
  readonly courier: Courier;
  readonly log: Logger;
  /** Kept true at any time. */
  readonly trace: Trace;
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

async function tracked<T>(post: () => Promise<T>, trace: Trace): Promise<T> {
  trace.maybePosted = true;
  try {
    return await post();
  } catch (error) {
    if (error instanceof PostError && error.kind !== 'unsure') trace.maybePosted = false;
    throw error;
  }
}
