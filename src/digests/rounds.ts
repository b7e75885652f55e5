import type { Subscriptions } from '../store/subscriptions.ts';
import { type Digest, isEmpty, shownIn, storeDigest } from './digest.ts';
import { type DraftParts, draftDigest, everyArticle } from './drafts.ts';
import { localDate } from './local-time.ts';
import type { HeldRun, Run } from './run.ts';
import type { Delivery, DigestSender, Sent } from './sender.ts';
import type { Subscription } from './subscription.ts';
import { duesBetween, latest, nextDue } from './timetable.ts';

/** What rounds work with. */
export interface RoundsParts extends DraftParts {
  readonly subscriptions: Subscriptions;
  readonly sender: DigestSender;
  readonly log: { info(message: string): void; warn(message: string): void };
}

const second = 1000;
const minute = 60 * second;

/** A digest that somebody asked for at once is no longer wanted after this, in ms. */
const patience = 60 * minute;

/** Pauses between attempts, in ms: while Slack is away, and while somebody has to act. */
const pauses = {
  away: { first: 5 * second, longest: 10 * minute },
  refused: { first: minute, longest: 30 * minute },
} as const;

/** One round: notes the digests that are due, and does what there is to do on any of them. */
export class Rounds {
  readonly #parts: RoundsParts;

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  /** Resolves when nothing is left that can be done now. `isOpen` false: nothing more is begun. */
  async go(isOpen: () => boolean = () => true): Promise<void> {
    await this.#noteDue();
    while (isOpen()) {
      const run = await this.#parts.runs.take();
      if (!run) return;
      await this.#work(run);
    }
  }

  /**
   * Notes each due digest by its local date, whoever comes first. Of several that were missed, only
   * the last is posted, and only when it is less than 12 hours late: the next one covers the others.
   */
  async #noteDue(): Promise<void> {
    const { subscriptions, runs, clock } = this.#parts;
    const now = clock();
    for (const subscription of await subscriptions.due(now)) {
      if (!subscription.due) continue;
      const dues = duesBetween(subscription, subscription.due.at - 1, now);
      const last = dues.at(-1);
      for (const due of dues) {
        const isLate = due !== last || now - due.at >= latest;
        await runs.add(subscription.id, due, isLate ? 'missed' : 'waiting');
      }
      await subscriptions.advance(subscription, nextDue(subscription, now));
    }
  }

  async #work(run: HeldRun): Promise<void> {
    const { subscriptions, runs, log } = this.#parts;
    const subscription = await subscriptions.byId(run.subscription);
    if (!subscription) return runs.finish(run, 'dropped');
    if (run.untold) return this.#tellFinal(run, subscription);
    try {
      if (run.status === 'replying') await this.#reply(run, subscription);
      else await this.#post(run, subscription);
    } catch (error) {
      // A fault of ours: it is no better at once, and the window ends it.
      log.warn(`Digest ${run.id} is tried again: ${(error as Error).message}`);
      await runs.postpone(run, pauseOf('away', run), { reason: 'fault' });
    }
  }

  async #post(run: HeldRun, subscription: Subscription): Promise<void> {
    const { runs, clock, library } = this.#parts;
    if (run.status === 'posting' && (await this.#settle(run, subscription))) return;
    if (!isWanted(run, subscription)) return runs.finish(run, 'dropped', { reason: 'paused' });
    if (clock() - run.dueAt >= windowOf(run)) {
      const reason = run.reason ?? 'late';
      return runs.finish(run, 'failed', { reason, untold: run.toldReason !== reason });
    }
    const digest = await draftDigest(subscription, this.#parts, run.content);
    if (isEmpty(digest)) {
      await this.#parts.seen.note(subscription.id, everyArticle(library), clock());
      return runs.finish(run, 'empty');
    }
    const content = storeDigest(digest);
    if (!(await runs.begin(run, content))) return;
    const delivery = this.#delivery(run, subscription, digest);
    await this.#conclude({ ...run, content }, delivery, await this.#parts.sender.post(delivery));
  }

  /** Finds out what became of a post that was begun. True: there is nothing more to post now. */
  async #settle(run: HeldRun, subscription: Subscription): Promise<boolean> {
    const { sender, runs } = this.#parts;
    const found = await sender.find(run, subscription);
    // Slack answered, and the answer was that it could not.
    const wasAway = /^http_5/.test(run.reason ?? '');
    if (found.kind === 'absent' || (found.kind === 'unknown' && wasAway)) return false;
    if (found.kind === 'later') {
      await runs.postpone(run, Math.max(found.retryAfter, pauseOf('away', run)));
      return true;
    }
    const digest = await draftDigest(subscription, this.#parts, run.content);
    const delivery = this.#delivery(run, subscription, digest);
    if (found.kind === 'found') await this.#posted(run, delivery, found.ts);
    else await this.#record(run, delivery, { postTs: undefined, doubt: 'unconfirmed' });
    return true;
  }

  async #conclude(run: HeldRun, delivery: Delivery, sent: Sent): Promise<void> {
    const { runs, log } = this.#parts;
    if (sent.kind === 'posted') return this.#posted(run, delivery, sent.ts);
    log.warn(`Digest ${run.id} is tried again: ${sent.kind}, ${sent.code}`);
    const reason = sent.code;
    if (sent.kind === 'unsure') {
      return runs.postpone(run, pauseOf('away', run), { status: 'posting', reason });
    }
    if (sent.kind === 'refused') await this.#tellEarly(run, delivery.subscription, reason);
    const least = sent.kind === 'later' ? sent.retryAfter : 0;
    const pause = pauseOf(sent.kind === 'later' ? 'away' : 'refused', run);
    return runs.postpone(run, Math.max(least, pause), { status: 'waiting', reason });
  }

  async #posted(run: HeldRun, delivery: Delivery, postTs: string | undefined): Promise<void> {
    const hasThread = postTs !== undefined && this.#parts.sender.hasThread(delivery);
    await this.#record(run, delivery, { postTs, hasThread });
    this.#parts.log.info(`Digest ${run.id} (${run.slot}) is posted`);
    if (hasThread) {
      const { subscription } = delivery;
      await this.#reply({ ...run, postTs, begunAt: undefined }, subscription);
    }
  }

  /** What it showed stands in the same transaction, so that it is shown again only in its turn. */
  async #record(
    run: HeldRun,
    { digest }: Delivery,
    post: { postTs: string | undefined; hasThread?: boolean; doubt?: string },
  ): Promise<void> {
    const { runs, library, clock } = this.#parts;
    const passages = [...shownIn(digest), ...everyArticle(library)];
    await runs.posted(run, { hasThread: false, ...post, passages, at: clock() });
  }

  async #reply(run: HeldRun, subscription: Subscription): Promise<void> {
    const { sender, runs, clock } = this.#parts;
    const { postTs } = run;
    if (!postTs || clock() - run.dueAt >= windowOf(run)) return runs.finish(run, 'posted');
    if (run.begunAt !== undefined) {
      const found = await sender.find(run, subscription, postTs);
      if (found.kind === 'later') return runs.postpone(run, pauseOf('away', run));
      if (found.kind !== 'absent') return runs.finish(run, 'posted');
    }
    const digest = await draftDigest(subscription, this.#parts, run.content);
    const delivery = this.#delivery(run, subscription, digest);
    if (!sender.hasThread(delivery)) return runs.finish(run, 'posted');
    if (!(await runs.beginReply(run))) return;
    const sent = await sender.reply(delivery, postTs);
    if (sent.kind === 'posted' || sent.kind === 'refused') return runs.finish(run, 'posted');
    const least = sent.kind === 'later' ? sent.retryAfter : 0;
    return runs.postpone(run, Math.max(least, pauseOf('away', run)), {
      isBegun: sent.kind === 'unsure',
    });
  }

  #delivery(run: Run, subscription: Subscription, digest: Digest): Delivery {
    const { clock } = this.#parts;
    const date = isScheduled(run) ? run.slot : localDate(clock(), subscription.zone);
    const next = subscription.status === 'on' ? subscription.due : undefined;
    const delay = isScheduled(run) ? clock() - run.dueAt : 0;
    return { run, subscription, digest, date, delay, next };
  }

  /** Tells whoever set it up while there is time to act; not again for what they know. */
  async #tellEarly(run: HeldRun, subscription: Subscription, reason: string): Promise<void> {
    const { runs, sender } = this.#parts;
    if (run.toldReason === reason) return;
    const until = run.dueAt + windowOf(run);
    if (await this.#isOldNews(run, reason)) return runs.told(run, reason);
    const sent = await sender.tell({ subscription, run, reason, until });
    if (sent.kind === 'posted') await runs.told(run, reason);
  }

  async #tellFinal(run: HeldRun, subscription: Subscription): Promise<void> {
    const { runs, sender, clock } = this.#parts;
    const reason = run.reason ?? 'late';
    const isOver = clock() - (run.finishedAt ?? 0) >= latest;
    if (isOver || (await this.#isOldNews(run, reason))) return runs.told(run, reason);
    const sent = await sender.tell({ subscription, run, reason });
    if (sent.kind === 'later') {
      return runs.postpone(run, Math.max(sent.retryAfter, pauseOf('away', run)));
    }
    return runs.told(run, reason);
  }

  /** Whether the digest before failed for the same reason, which was told then. */
  async #isOldNews(run: Run, reason: string): Promise<boolean> {
    const last = await this.#parts.runs.lastOf(run.subscription, 10);
    const before = last.find(({ id, dueAt }) => id !== run.id && dueAt < run.dueAt);
    return before?.status === 'failed' && before.toldReason === reason;
  }
}

function isScheduled({ slot }: Run): boolean {
  return !slot.startsWith('now-');
}

function windowOf(run: Run): number {
  return isScheduled(run) ? latest : patience;
}

function isWanted(run: Run, { status, pausedUntil = '' }: Subscription): boolean {
  return !isScheduled(run) || (status === 'on' && run.slot >= pausedUntil);
}

function pauseOf(kind: keyof typeof pauses, { attempts }: Run): number {
  const { first, longest } = pauses[kind];
  return Math.min(longest, first * 2 ** Math.min(attempts, 20));
}
