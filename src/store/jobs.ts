import type { Kysely } from 'kysely';
import {
  type Claimed,
  type Effect,
  type Job,
  type JobStore,
  type NewJob,
  newJob,
  type PutOff,
  type Settled,
  type TakeUp,
} from '../outbox/job.ts';
import type { Use } from './database.ts';
import { apply, hasMore, jobToRow, open, rowToJob, takenUp } from './job-row.ts';
import { hasEnded, nameThisProcess } from './process-name.ts';
import type { JobRow, Tables } from './tables.ts';

/** For how long a process is trusted to be at work on what it has, in ms. */
const lease = 60_000;

/** No lease reaches further, in ms: one that does was written by a clock that has been set back since. */
const maxLease = 31 * 60_000;

interface JobsOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Which process this is. */
  readonly process?: string;
  /** Whether the process of a name has ended for certain. */
  readonly hasEnded?: (process: string) => boolean;
  /** The workspace whose jobs these are; empty in a bot of one. */
  readonly team?: string;
}

/** The jobs of all processes that share a database: one row a job. */
export class Jobs implements JobStore {
  readonly #use: Use;
  readonly #options: Required<JobsOptions>;

  constructor(use: Use, options: JobsOptions = {}) {
    this.#use = use;
    this.#options = {
      ...{ clock: Date.now, hasEnded, team: '' },
      ...options,
      process: options.process ?? nameThisProcess(),
    };
  }

  /** Writes a job down by its key, together with what `record` makes; undefined when it is there. */
  async claim(wanted: NewJob, record?: (job: Job) => Effect): Promise<Claimed | undefined> {
    const job = newJob(wanted, this.#options.clock());
    return this.#transact(record !== undefined, async (db) => {
      // On any conflict: Postgres may find that of the id before that of the key.
      const row = await db
        .insertInto('jobs')
        .values(jobToRow(job, 'claimed', this.#held()))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (row) await apply(record?.(job), db);
      return row && { job, written: Promise.resolve() };
    });
  }

  async add(job: NewJob, effect: Effect): Promise<void> {
    await this.#transact(true, (db) => this.#follow(db, { next: [job], effect }));
  }

  /** Writes down a job that was claimed while the database was away, unless somebody has it there. */
  async adopt(job: Job, effect?: Effect): Promise<void> {
    const row = jobToRow(job, job.maybePosted ? 'posting' : 'claimed', this.#held());
    const { holder, leased_until } = row;
    await this.#transact(effect !== undefined, async (db) => {
      await db
        .insertInto('jobs')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ leased_until })
            .where('jobs.state', 'in', open)
            .where('jobs.holder', '=', holder),
        )
        .execute();
      await apply(effect, db);
    });
  }

  async begin(job: Job, draft?: string): Promise<boolean> {
    // It was made, and the process lived.
    const made = { state: 'posting', suspicion: 'none' } as const;
    const values = { ...made, leased_until: this.#leaseEnd() };
    if (await this.#change(job, { ...values, ...(draft && { draft }) })) return true;
    const row = await this.#use(({ db }) =>
      db.selectFrom('jobs').select('id').where('id', '=', job.id).executeTakeFirst(),
    );
    if (row) return false;
    // The database was replaced by another one meanwhile.
    await this.adopt({ ...job, maybePosted: true });
    return true;
  }

  /** Whichever process has the job by now: it was posted. */
  async finish(job: Job, settled: Settled): Promise<void> {
    if (await this.#settle(job, 'done', settled)) return;
    // The database was replaced by another one meanwhile.
    await this.adopt({ ...job, maybePosted: true });
    await this.#settle(job, 'done', settled);
  }

  async giveUp(job: Job, settled: Settled): Promise<void> {
    await this.#settle(job, 'given up', settled);
  }

  async putOff(job: Job, { pause, maybePosted, draft, ...settled }: PutOff): Promise<void> {
    await this.#transact(hasMore(settled), async (db) => {
      const changed = await this.#own(db)
        .set({
          state: maybePosted ? 'posting' : 'waiting',
          suspicion: 'none',
          leased_until: this.#options.clock() + pause,
          ...(draft && { draft }),
        })
        .where('id', '=', job.id)
        .returning('id')
        .executeTakeFirst();
      if (changed) await this.#follow(db, settled);
    });
  }

  async tryAlone(job: Job): Promise<void> {
    const isAgain = job.suspicion === 'suspected again';
    await this.#change(job, { suspicion: isAgain ? 'alone again' : 'alone' });
  }

  async renew(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const values = { leased_until: this.#leaseEnd() };
    await this.#use(({ db }) =>
      this.#own(db)
        .set(values)
        .where('id', 'in', [...ids])
        .execute(),
    );
  }

  async release(ids: readonly string[]): Promise<void> {
    await this.#use(({ db }) =>
      this.#own(db)
        .set({ state: 'waiting', suspicion: 'none', leased_until: this.#options.clock() })
        .where('id', 'in', [...ids])
        .where('state', '=', 'claimed')
        .execute(),
    );
  }

  /**
   * Each is taken up by one process only: when its lease is over or can't be true, when its process
   * has ended, or when it is this process's own and due.
   */
  async takeUp({ due, except }: TakeUp): Promise<Job[]> {
    const { process, clock, team } = this.#options;
    const now = clock();
    const ended = await this.#endedHolders();
    const rows = await this.#use(({ db }) =>
      db
        .updateTable('jobs')
        .set((query) => ({ ...takenUp(query), holder: process, leased_until: now + lease }))
        .where('state', 'in', open)
        .where('team', '=', team)
        .where(({ eb, or, and }) =>
          or([
            eb('leased_until', '<=', now),
            eb('leased_until', '>', now + maxLease),
            ...(ended.length > 0 ? [eb('holder', 'in', ended)] : []),
            ...(due.length > 0
              ? [and([eb('holder', '=', process), eb('id', 'in', [...due])])]
              : []),
          ]),
        )
        .$if(except.length > 0, (query) => query.where('id', 'not in', [...except]))
        .returningAll()
        .execute(),
    );
    return rows.sort((one, other) => one.created_at - other.created_at).map(rowToJob);
  }

  async #endedHolders(): Promise<string[]> {
    const { process, hasEnded, team } = this.#options;
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('jobs')
        .select('holder')
        .distinct()
        .where('state', 'in', open)
        .where('team', '=', team)
        .where('holder', '!=', process)
        .execute(),
    );
    return rows.map(({ holder }) => holder).filter(hasEnded);
  }

  /** A job that is settled holds no longer what only its post needed. */
  async #settle(job: Job, state: 'done' | 'given up', settled: Settled): Promise<boolean> {
    return this.#transact(hasMore(settled), async (db) => {
      const rows = state === 'done' ? db.updateTable('jobs') : this.#own(db);
      const changed = await rows
        .set({ state, payload: null, draft: null, finished_at: this.#options.clock() })
        .where('id', '=', job.id)
        .returning('id')
        .executeTakeFirst();
      if (changed) await this.#follow(db, settled);
      return changed !== undefined;
    });
  }

  async #follow(db: Kysely<Tables>, { effect, next = [] }: Settled): Promise<void> {
    await apply(effect, db);
    const now = this.#options.clock();
    for (const job of next) {
      const state = job.maybePosted ? 'posting' : 'waiting';
      await db
        .insertInto('jobs')
        .values(jobToRow(newJob(job, now), state, { ...this.#held(), leased_until: now }))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }

  /** The open rows of this process. */
  #own(db: Kysely<Tables>) {
    return db
      .updateTable('jobs')
      .where('state', 'in', open)
      .where('holder', '=', this.#options.process);
  }

  async #change({ id }: Job, values: Partial<JobRow>): Promise<boolean> {
    const changed = await this.#use(({ db }) =>
      this.#own(db).set(values).where('id', '=', id).returning('id').executeTakeFirst(),
    );
    return changed !== undefined;
  }

  /** A single statement needs no transaction, and so no second and third way to the server. */
  #transact<T>(isLong: boolean, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#use(({ db }) => (isLong ? db.transaction().execute(work) : work(db)));
  }

  /** That this process has a job, from now on. */
  #held() {
    const { process, team } = this.#options;
    return { holder: process, leased_until: this.#leaseEnd(), team };
  }

  #leaseEnd(): number {
    return this.#options.clock() + lease;
  }
}
