import { randomBytes } from 'node:crypto';
import type { HeldRun, Postponement, Run, Shown } from '../digests/run.ts';
import type { Due } from '../digests/subscription.ts';
import { markShown } from './articles-seen.ts';
import { toRun } from './run.ts';
import type { UseDatabase } from './subscriptions.ts';
import type { RunRow } from './tables.ts';

/** For how long a process is trusted to be at work on a run, in ms; posting takes 10 s at most. */
const usualLease = 2 * 60_000;

const open: RunRow['status'][] = ['waiting', 'posting', 'replying'];
const successful: RunRow['status'][] = ['posted', 'replying', 'empty'];
const mostTries = 20;

/** What became of each due date: one row a subscription and local date. */
export class Runs {
  readonly #use: UseDatabase;
  readonly #clock: () => number;
  readonly #lease: number;

  constructor(use: UseDatabase, clock: () => number = Date.now, lease = usualLease) {
    this.#use = use;
    this.#clock = clock;
    this.#lease = lease;
  }

  /** Notes that a digest is to be posted, or was missed; false when that was noted before. */
  async add(
    subscription: string,
    { date, at }: Due,
    status: 'waiting' | 'missed' = 'waiting',
  ): Promise<boolean> {
    const missed = status === 'missed';
    const added = await this.#use(({ db }) =>
      db
        .insertInto('runs')
        .values({
          id: randomBytes(9).toString('base64url'),
          subscription,
          slot: date,
          due_at: at,
          status,
          attempts: 0,
          leased_until: this.#clock(),
          holder: '',
          reason: missed ? 'away' : null,
          finished_at: missed ? this.#clock() : null,
          untold: 0,
          told_reason: null,
        })
        .onConflict((conflict) => conflict.columns(['subscription', 'slot']).doNothing())
        .returning('id')
        .executeTakeFirst(),
    );
    return added !== undefined;
  }

  /** Takes a run that nobody is at work on, the longest due first; undefined when there is none. */
  async take(): Promise<HeldRun | undefined> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const now = this.#clock();
      const waiting = await this.#use(({ db }) =>
        db
          .selectFrom('runs')
          .select(['id', 'leased_until', 'holder'])
          .where(({ eb, or }) => or([eb('status', 'in', open), eb('untold', '=', 1)]))
          .where('leased_until', '<=', now)
          .orderBy('leased_until')
          .limit(1)
          .executeTakeFirst(),
      );
      if (!waiting) return undefined;
      const holder = randomBytes(9).toString('base64url');
      const row = await this.#use(({ db }) =>
        db
          .updateTable('runs')
          .set({ holder, leased_until: now + this.#lease })
          .where('id', '=', waiting.id)
          .where('leased_until', '=', waiting.leased_until)
          .where('holder', '=', waiting.holder)
          .returningAll()
          .executeTakeFirst(),
      );
      if (row) return { ...toRun(row), holder };
    }
    return undefined;
  }

  /** When the next open run may be taken, in ms since 1970. */
  async nextAt(): Promise<number | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('runs')
        .select('leased_until')
        .where(({ eb, or }) => or([eb('status', 'in', open), eb('untold', '=', 1)]))
        .orderBy('leased_until')
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.leased_until;
  }

  /** Notes that the message is being posted. False: somebody else holds the run by now; don't post. */
  async begin(run: HeldRun, content: string): Promise<boolean> {
    const now = this.#clock();
    return this.#write(run, {
      status: 'posting',
      content,
      reason: null,
      begun_at: now,
      leased_until: now + this.#lease,
    });
  }

  /** Notes the message and what it showed, both or neither. */
  async posted(run: HeldRun, { postTs, passages, hasThread, doubt, at }: Shown): Promise<void> {
    await this.#use(({ db }) =>
      db.transaction().execute(async (transaction) => {
        const changed = await transaction
          .updateTable('runs')
          .set({
            status: hasThread ? 'replying' : 'posted',
            ...(doubt ? { status: 'failed' as const, untold: 1, leased_until: this.#clock() } : {}),
            post_ts: postTs ?? null,
            reason: doubt ?? null,
            finished_at: this.#clock(),
            ...(hasThread ? { begun_at: null } : { content: null }),
          })
          .where('id', '=', run.id)
          .where('holder', '=', run.holder)
          .returning('id')
          .executeTakeFirst();
        if (changed) await markShown(transaction, run.subscription, passages, at);
      }),
    );
  }

  /** Notes that the thread's message is being posted. */
  async beginReply(run: HeldRun): Promise<boolean> {
    const now = this.#clock();
    return this.#write(run, { begun_at: now, leased_until: now + this.#lease });
  }

  /** Closes a run; `untold` leaves it open for telling whoever set the digest up. */
  async finish(
    run: HeldRun,
    status: RunRow['status'],
    { reason, untold = false }: { readonly reason?: string; readonly untold?: boolean } = {},
  ): Promise<void> {
    await this.#write(run, {
      status,
      content: null,
      reason: reason ?? null,
      finished_at: run.finishedAt ?? this.#clock(),
      untold: untold ? 1 : 0,
      leased_until: this.#clock(),
    });
  }

  /** Gives a run back, to be taken again after `pause` ms. */
  async postpone(
    run: HeldRun,
    pause: number,
    { isBegun = true, ...values }: Postponement = {},
  ): Promise<void> {
    await this.#write(run, {
      ...values,
      ...(isBegun ? {} : { begun_at: null }),
      attempts: run.attempts + 1,
      leased_until: this.#clock() + pause,
    });
  }

  /** Notes that whoever set the digest up knows of the failure, or can't be told. */
  async told(run: HeldRun, reason: string): Promise<void> {
    await this.#write(run, { untold: 0, told_reason: reason });
  }

  /** The last runs of a subscription, newest first. */
  async lastOf(subscription: string, limit: number): Promise<Run[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('subscription', '=', subscription)
        .orderBy('due_at', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toRun);
  }

  async bySlot(subscription: string, slot: string): Promise<Run | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('subscription', '=', subscription)
        .where('slot', '=', slot)
        .executeTakeFirst(),
    );
    return row && toRun(row);
  }

  /** The last run that had its way: it was posted, or there was nothing to say. */
  async lastSuccess(subscription: string): Promise<Run | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('subscription', '=', subscription)
        .where('status', 'in', successful)
        .orderBy('finished_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row && toRun(row);
  }

  async #write(run: HeldRun, values: Partial<RunRow>): Promise<boolean> {
    const written = await this.#use(({ db }) =>
      db
        .updateTable('runs')
        .set(values)
        .where('id', '=', run.id)
        .where('holder', '=', run.holder)
        .returning('id')
        .executeTakeFirst(),
    );
    return written !== undefined;
  }
}
