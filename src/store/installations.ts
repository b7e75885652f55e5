import type { Kysely } from 'kysely';
import type { InstallationRow, InstallationRows } from '../workspaces/installations.ts';
import type { Use } from './database.ts';
import { open } from './job-row.ts';
import type { Tables } from './tables.ts';

/** The workspaces that have the bot: one row each. */
export class StoredInstallations implements InstallationRows {
  readonly #use: Use;
  readonly #clock: () => number;

  constructor(use: Use, clock: () => number = Date.now) {
    this.#use = use;
    this.#clock = clock;
  }

  async find(team: string): Promise<InstallationRow | undefined> {
    const row = await this.#use(({ db }) =>
      db.selectFrom('installations').selectAll().where('team', '=', team).executeTakeFirst(),
    );
    if (!row) return undefined;
    const { sealed, version, expires_at } = row;
    return { team, sealed, version, expiresAt: expires_at ?? undefined };
  }

  async put({ team, sealed, expiresAt }: Omit<InstallationRow, 'version'>): Promise<void> {
    const values = {
      ...{ sealed, expires_at: expiresAt ?? null, renewing_until: 0 },
      installed_at: this.#clock(),
    };
    await this.#use(({ db }) =>
      db
        .insertInto('installations')
        .values({ team, ...values, version: 1 })
        .onConflict((conflict) =>
          conflict.column('team').doUpdateSet((query) => ({
            ...values,
            version: query('installations.version', '+', 1),
          })),
        )
        .execute(),
    );
  }

  async beginRenewal(
    { team, version }: Pick<InstallationRow, 'team' | 'version'>,
    duration: number,
  ): Promise<boolean> {
    const now = this.#clock();
    const row = await this.#use(({ db }) =>
      db
        .updateTable('installations')
        .set({ renewing_until: now + duration })
        .where('team', '=', team)
        .where('version', '=', version)
        .where('renewing_until', '<=', now)
        .returning('team')
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async renew({ team, sealed, version, expiresAt }: InstallationRow): Promise<boolean> {
    const row = await this.#use(({ db }) =>
      db
        .updateTable('installations')
        .set({ sealed, expires_at: expiresAt ?? null, renewing_until: 0, version: version + 1 })
        .where('team', '=', team)
        .where('version', '=', version)
        .returning('team')
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async forget(team: string, at: number): Promise<boolean> {
    return this.#use(async ({ db, scrub }) => {
      const isForgotten = await db.transaction().execute(async (transaction) => {
        const later = await transaction
          .selectFrom('installations')
          .select('team')
          .where('team', '=', team)
          .where('installed_at', '>', at)
          .executeTakeFirst();
        if (later) return false;
        await forgetTeam(transaction, team);
        return true;
      });
      if (isForgotten) await scrub();
      return isForgotten;
    });
  }

  async waiting(): Promise<string[]> {
    const now = this.#clock();
    const rows = await this.#use(({ db }) =>
      db
        .selectFrom('installations')
        .select('team')
        .where(({ or, exists, selectFrom }) =>
          or([
            exists(
              selectFrom('jobs')
                .select('jobs.id')
                .whereRef('jobs.team', '=', 'installations.team')
                .where('jobs.state', 'in', open)
                .where('jobs.leased_until', '<=', now),
            ),
            exists(
              selectFrom('subscriptions')
                .select('subscriptions.id')
                .whereRef('subscriptions.team', '=', 'installations.team')
                .where('subscriptions.status', '=', 'on')
                .where('subscriptions.due_at', '<=', now),
            ),
          ]),
        )
        .execute(),
    );
    return rows.map(({ team }) => team);
  }
}

/** What tables hold of a workspace by its id. */
const ofTeam = ['shares', 'quiet_threads', 'people', 'questions', 'jobs', 'installations'] as const;

/** What tables hold of a workspace's own library. */
const ofLibrary = [
  ...['articles', 'article_versions', 'article_proposals', 'article_history', 'libraries', 'feeds'],
] as const satisfies readonly (keyof Tables)[];

async function forgetTeam(db: Kysely<Tables>, team: string): Promise<void> {
  const orders = db.selectFrom('subscriptions').select('id').where('team', '=', team);
  await db.deleteFrom('runs').where('subscription', 'in', orders).execute();
  await db.deleteFrom('articles_seen').where('subscription', 'in', orders).execute();
  await db.deleteFrom('subscriptions').where('team', '=', team).execute();
  const asked = db.selectFrom('questions').select('id').where('team', '=', team);
  await db.deleteFrom('feedback').where('question', 'in', asked).execute();
  // What its people did for a library that others have as well stays done, by nobody.
  const nobody = { person: '', team: '', channel: '' };
  const settled = db
    .selectFrom('article_history')
    .select('proposal')
    .where('team', '=', team)
    .where('proposal', 'is not', null);
  await db
    .updateTable('article_proposals')
    .set({ settled_by: '' })
    .where('id', 'in', settled)
    .execute();
  await db.updateTable('article_history').set(nobody).where('team', '=', team).execute();
  await db.updateTable('article_proposals').set(nobody).where('team', '=', team).execute();
  const follower = { person: '', team: '' };
  await db.updateTable('feeds').set(follower).where('team', '=', team).execute();
  const feeds = db.selectFrom('feeds').select('id').where('library', '=', team);
  await db.deleteFrom('feed_items').where('feed', 'in', feeds).execute();
  for (const table of ofTeam) await db.deleteFrom(table).where('team', '=', team).execute();
  for (const table of ofLibrary) await db.deleteFrom(table).where('library', '=', team).execute();
}
