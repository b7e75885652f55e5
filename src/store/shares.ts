import type { Kysely } from 'kysely';
import type { Effect } from '../outbox/job.ts';
import type { Share } from '../questions/question.ts';
import type { ShareRecords } from '../questions/sharing.ts';
import type { Tables } from './tables.ts';

/** Which answers were shared where: one row a share. */
export class Shares implements ShareRecords {
  shared({ id, team, channel, thread, person, question, sharedAt }: Share): Effect {
    return async (db: Kysely<Tables>) => {
      await db
        .insertInto('shares')
        .values({
          ...{ id, team, channel, person, question },
          thread: thread ?? null,
          shared_at: sharedAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    };
  }
}
