import type { Destination, Message, Poster, Tag } from '../outbox/delivery.ts';
import type { Effect, Job } from '../outbox/job.ts';
import type { GiveUp, Kind, Prepared } from '../outbox/kind.ts';
import { noticeOf } from './notice.ts';
import type { NewShare, Share } from './question.ts';

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
  readonly log: { info(message: string): void };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const second = 1000;
const minute = 60 * second;

/** Slack takes nothing at a response_url after 30 minutes; the last one is left as a margin. */
const responseUrlLife = 29 * minute;

const day = 24 * 60 * minute;

/** Slack's clock and ours may differ by this much, in seconds. */
const clockSkew = 60;

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
    const oldest = String(Math.floor(sharedAt / second) - clockSkew);
    return this.#parts.poster.find(tagOf(id), { channel, thread, oldest });
  }

  async prepare(job: Job): Promise<Prepared> {
    const { compose, poster, records, log, clock } = this.#parts;
    const share = shareOf(job);
    const message = await compose(share);
    return {
      post: () => poster.post(this.#destination(share), message, tagOf(share.id)),
      done: () => {
        log.info(`Share ${share.id}: shared after ${clock() - share.sharedAt} ms`);
        return { effect: records.shared(share) };
      },
    };
  }

  async givenUp(job: Job, why: GiveUp) {
    return { next: noticeOf(shareOf(job), why) };
  }

  #destination({ responseUrl, channel, thread, sharedAt }: Share): Destination {
    const isOpen = this.#parts.clock() - sharedAt < responseUrlLife;
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

function tagOf(id: string): Tag {
  return { type: 'answer', id };
}
