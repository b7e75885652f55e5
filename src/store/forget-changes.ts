import type { Kysely } from 'kysely';
import type { SubscriptionChange } from '../digests/subscription.ts';
import type { Tables } from './tables.ts';

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
