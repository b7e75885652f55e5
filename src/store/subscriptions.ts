import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type {
  Change,
  Due,
  Subscription,
  SubscriptionChange,
  Subscriptions,
  Wanted,
} from '../digests/subscription.ts';
import type { Use } from './database.ts';
import type { SubscriptionRow, Tables } from './tables.ts';

const mostChanges = 5;
const mostAttempts = 10;

/** The channels' standing orders: one row a channel. */
export class StoredSubscriptions implements Subscriptions {
  readonly #use: Use;
  readonly #team: string | undefined;

  /** `team`: the only workspace whose digests become due here; all of them without. */
  constructor(use: Use, team?: string) {
    this.#use = use;
    this.#team = team;
  }

  async of(team: string, channel: string): Promise<Subscription | undefined> {
    const row = await this.#row(team, channel);
    return row && toSubscription(row);
  }

  async byId(id: string): Promise<Subscription | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('id', '=', id)
        .$if(this.#team !== undefined, (query) => query.where('team', '=', this.#team ?? ''))
        .executeTakeFirst(),
    );
    return row && toSubscription(row);
  }

  /** All of a workspace, for its Home tab. */
  async ofTeam(team: string): Promise<Subscription[]> {
    const rows = await this.#use(({ db }) =>
      db.selectFrom('subscriptions').selectAll().where('team', '=', team).execute(),
    );
    return rows.map(toSubscription);
  }

  /** Those whose next digest is due at `now` (ms since 1970) or was before, the longest due first. */
  async due(now: number): Promise<Subscription[]> {
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('status', '=', 'on')
        .where('due_at', '<=', now)
        .$if(this.#team !== undefined, (query) => query.where('team', '=', this.#team ?? ''))
        .orderBy('due_at')
        .execute(),
    );
    return rows.map(toSubscription);
  }

  /** When the next digest of all is due by its date, in ms since 1970. */
  async nextDueAt(): Promise<number | undefined> {
    const row = await this.#use(({ db }) =>
      db
        .selectFrom('subscriptions')
        .select('due_at')
        .where('status', '=', 'on')
        .where('rhythm', '=', 'times')
        .where('due_at', 'is not', null)
        .$if(this.#team !== undefined, (query) => query.where('team', '=', this.#team ?? ''))
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.due_at ?? undefined;
  }

  /** Moves the next due instant on, unless somebody did so already or changed it. */
  async advance({ id, due }: Subscription, next: Due): Promise<void> {
    if (!due) return;
    await this.#use(({ db }) =>
      db
        .updateTable('subscriptions')
        .set({ due_at: next.at, due_date: next.date })
        .where('id', '=', id)
        .where('due_at', '=', due.at)
        .where('status', '=', 'on')
        .execute(),
    );
  }

  /**
   * Changes a channel's subscription, or makes it; `decide` sees the present one and says what it is
   * to be. It is asked again when somebody else was faster, so that no change is lost.
   */
  async change(
    place: { readonly team: string; readonly channel: string },
    by: SubscriptionChange,
    decide: (present: Subscription | undefined) => Promise<Wanted> | Wanted,
  ): Promise<Subscription> {
    const { team, channel } = place;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const row = await this.#row(team, channel);
      const wanted = await decide(row && toSubscription(row));
      const before = row ? readChanges(row.changes) : [];
      const values = {
        ...toValues(wanted),
        changes: JSON.stringify([by, ...before].slice(0, mostChanges)),
      };
      const written = row ? await this.#update(row, values) : await this.#insert(place, values);
      if (written) return toSubscription(written);
    }
    throw new Error(`The digest of ${channel} is being changed by too many at once`);
  }

  #row(team: string, channel: string): Promise<SubscriptionRow | undefined> {
    return this.#use(({ db }) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('team', '=', team)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    );
  }

  #update({ id, version }: SubscriptionRow, values: Values): Promise<SubscriptionRow | undefined> {
    return this.#use(({ db }) =>
      db
        .updateTable('subscriptions')
        .set({ ...values, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst(),
    );
  }

  #insert(
    place: { readonly team: string; readonly channel: string },
    values: Values,
  ): Promise<SubscriptionRow | undefined> {
    const id = randomBytes(6).toString('base64url');
    return this.#use(({ db }) =>
      db
        .insertInto('subscriptions')
        .values({ team: place.team, channel: place.channel, ...values, id, version: 1 })
        .onConflict((conflict) => conflict.columns(['team', 'channel']).doNothing())
        .returningAll()
        .executeTakeFirst(),
    );
  }
}

type Values = Omit<SubscriptionRow, 'id' | 'team' | 'channel' | 'version'>;

function toValues(wanted: Wanted): Omit<Values, 'changes'> {
  const { weekdays, pausedUntil, due, setUpBy, archive } = wanted;
  const { status, rhythm, time, zone, topics, passages } = wanted;
  return {
    status,
    rhythm,
    archive: archive ? 1 : 0,
    time,
    zone,
    topics,
    passages,
    weekdays: weekdays.join(''),
    paused_until: pausedUntil ?? null,
    due_at: due?.at ?? null,
    due_date: due?.date ?? null,
    set_up_by: setUpBy,
  };
}

function toSubscription(row: SubscriptionRow): Subscription {
  const { id, team, channel, status, rhythm, time, zone, topics, passages } = row;
  return {
    ...{ id, team, channel, status, rhythm, time, zone, topics, passages },
    archive: row.archive === 1,
    weekdays: [...row.weekdays].map(Number),
    pausedUntil: row.paused_until ?? undefined,
    due:
      row.due_at === null || row.due_date === null
        ? undefined
        : { at: row.due_at, date: row.due_date },
    setUpBy: row.set_up_by,
    changes: readChanges(row.changes),
  };
}

/** Version 0.1 wrote down in words what was changed. */
function readChanges(json: string): SubscriptionChange[] {
  const changes = JSON.parse(json) as (Omit<SubscriptionChange, 'what'> & {
    what: Change | string;
  })[];
  return changes.map(({ what, ...change }) => ({
    ...change,
    what: typeof what === 'string' ? { kind: 'words', words: what } : what,
  }));
}

/**
 * Removes a person from the histories of a workspace's subscriptions, which stay as they are. Whom
 * failures are told is removed where there are none to tell: where digests are off.
 */
export async function forgetChanges(
  db: Kysely<Tables>,
  team: string,
  person: string,
): Promise<void> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['id', 'status', 'set_up_by', 'changes', 'version'])
    .where('team', '=', team)
    .execute();
  for (const { id, status, set_up_by, changes, version } of rows) {
    const before = JSON.parse(changes) as SubscriptionChange[];
    const after = before.map((change) =>
      change.person === person ? { ...change, person: '' } : change,
    );
    const isTold = set_up_by === person && status === 'off';
    if (!isTold && !before.some((change) => change.person === person)) continue;
    const { numUpdatedRows } = await db
      .updateTable('subscriptions')
      .set({
        changes: JSON.stringify(after),
        version: version + 1,
        ...(isTold && { set_up_by: '' }),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    // Somebody changed it meanwhile, and wrote the old history down again.
    if (numUpdatedRows === 0n) return forgetChanges(db, team, person);
  }
}
