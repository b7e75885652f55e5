import type { Destination, Message, Poster } from '../outbox/delivery.ts';
import type { Effect, Job } from '../outbox/job.ts';
import type { GiveUp, Kind, Prepared } from '../outbox/kind.ts';
import { noticeOf } from './notice.ts';
import type { SayTo } from './people.ts';
import type { NewShare, Share } from './question.ts';
import { isResponseUrlOpen, oldestReply, replyTag } from './reply-message.ts';

/** What is written down of shares. */
export interface ShareRecords {
  shared(share: Share): Effect;
}

/** What shares are posted with. */
export interface SharingParts {
  /** The message that shows a shared answer; rejects when the answer is no longer kept. */
  readonly compose: (share: Share) => Promise<Message>;
  readonly poster: Poster;
  readonly records: ShareRecords;
  readonly sayTo: SayTo;
  readonly log: { info(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const second = 1000;
const minute = 60 * second;

const day = 24 * 60 * minute;

/** Posts answers that only one person saw where all can see them: what the outbox has to know of shares. */
export class Sharing implements Kind {
  readonly pauses = { first: second / 2, max: 5 * minute };
  readonly isUrgent = true;
  readonly repeatsUnseen = true;
  readonly #parts: SharingParts;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  isOver(_: Job, age: number): boolean {
    return age > day;
  }

  find(job: Job) {
    const { id, channel, thread, sharedAt } = shareOf(job);
    const where = { channel, thread, oldest: oldestReply(sharedAt) };
    return this.#parts.poster.find(replyTag(id), where);
  }

  async prepare(job: Job): Promise<Prepared> {
    const { compose, poster, records, log, clock } = this.#parts;
    const share = shareOf(job);
    const message = await compose(share);
    return {
      post: () => poster.post(this.#destination(share), message, replyTag(share.id)),
      done: () => {
        const took = clock() - share.sharedAt;
        return {
          effect: records.shared(share),
          written: () => log.info(`Share ${share.id}: shared after ${took} ms`),
        };
      },
    };
  }

  async givenUp(job: Job, why: GiveUp) {
    return { next: await noticeOf(shareOf(job), why, this.#parts.sayTo) };
  }

  #destination({ responseUrl, channel, thread, sharedAt }: Share): Destination {
    const isOpen = isResponseUrlOpen(this.#parts.clock() - sharedAt);
    return isOpen ? { responseUrl, shared: { thread } } : { channel, thread };
  }
}

/** A share as a job. */
export function shareJob({ key, ...payload }: NewShare) {
  return { key, kind: 'share', payload };
}

function shareOf({ key, id, createdAt, payload }: Job): Share {
  return { ...(payload as Omit<NewShare, 'key'>), key, id, sharedAt: createdAt };
}
