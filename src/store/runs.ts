import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Run, RunEnd, Runs } from '../digests/run.ts';
import type { Due } from '../digests/subscription.ts';
import type { Effect } from '../outbox/job.ts';
import { markShown } from './articles-seen.ts';
import type { Use } from './database.ts';
import type { RunRow, Tables } from './tables.ts';

/** What became of each due date: one row a subscription and local date. */
export class StoredRuns implements Runs {
  readonly #use: Use;
  readonly #clock: () => number;

  constructor(use: Use, clock: () => number = Date.now) {
    this.#use = use;
    this.#clock = clock;
  }

  begun(id: string, subscription: string, due: Due): Effect {
    return async (db: Kysely<Tables>) => {
      await insertRun(db, toRow(id, subscription, due, 'waiting'));
    };
  }

  async missed(subscription: string, due: Due): Promise<void> {
    const id = randomBytes(9).toString('base64url');
    const row = toRow(id, subscription, due, 'missed');
    await this.#use(({ db }) =>
      insertRun(db, { ...row, reason: 'away', finished_at: this.#clock() }),
    );
  }

  ended({ id, subscription }: Run, { status, reason, postTs, passages = [] }: RunEnd): Effect {
    return async (db: Kysely<Tables>) => {
      await db
        .updateTable('runs')
        .set({
          status,
          reason: reason ?? null,
          post_ts: postTs ?? null,
          finished_at: this.#clock(),
          ...(status === 'failed' && { told_reason: reason ?? null }),
        })
        .where('id', '=', id)
        .execute();
      await markShown(db, subscription, passages, this.#clock());
    };
  }

  noted(run: Run, reason: string): Effect {
    return update(run, { reason });
  }

  told(run: Run, reason: string): Effect {
    return update(run, { reason, told_reason: reason });
  }

  async byId(id: string): Promise<Run | undefined> {
    const row = await this.#use(({ db }) =>
      db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return row && toRun(row);
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

  async lastPosted(subscription: string): Promise<Run | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('subscription', '=', subscription)
        .where('status', '=', 'posted')
        .orderBy('finished_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row && toRun(row);
  }
}

function update({ id }: Run, values: Partial<RunRow>): Effect {
  return async (db: Kysely<Tables>) => {
    await db.updateTable('runs').set(values).where('id', '=', id).execute();
  };
}

async function insertRun(db: Kysely<Tables>, row: RunRow): Promise<void> {
  await db
    .insertInto('runs')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function toRow(id: string, subscription: string, due: Due, status: RunRow['status']): RunRow {
  return {
    ...{ id, subscription, status },
    slot: due.date,
    due_at: due.at,
    ...{ reason: null, post_ts: null, finished_at: null, told_reason: null },
    // Columns of version 0.1, whose place is now in the table of jobs.
    ...{ attempts: 0, leased_until: 0, holder: '', content: null, begun_at: null, untold: 0 },
  };
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    subscription: row.subscription,
    slot: row.slot,
    dueAt: row.due_at,
    status: row.status,
    reason: row.reason ?? undefined,
    postTs: row.post_ts ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    toldReason: row.told_reason ?? undefined,
  };
}
