import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Effect, Job, JobState, Settled, Suspicion } from '../outbox/job.ts';
import type { JobRow, Tables } from './tables.ts';

/** The states of a job that is not settled. */
export const open: JobRow['state'][] = ['claimed', 'waiting', 'posting'];

/** A job as its row, held by a process until a time. */
export function jobToRow(
  { key, id, kind, payload, attempts, draft, suspicion, createdAt }: Job,
  state: JobState,
  held: { readonly holder: string; readonly leased_until: number; readonly team: string },
): JobRow {
  return {
    ...{ key, id, kind, state, attempts, suspicion },
    ...held,
    // Postgres can't hold this character.
    payload: JSON.stringify(payload).replaceAll('\\u0000', ''),
    draft: draft ?? null,
    created_at: createdAt,
    finished_at: null,
  };
}

/** A row as a job. */
export function rowToJob(row: JobRow): Job {
  const { key, id, kind, payload, state, attempts, draft, suspicion, created_at } = row;
  return {
    ...{ key, id, kind, attempts, suspicion },
    payload: JSON.parse(payload ?? '{}'),
    maybePosted: state === 'posting',
    draft: draft ?? undefined,
    createdAt: created_at,
  };
}

/** How a row changes when it is taken up: what its last process came to is seen from its state. */
export function takenUp({ eb, ref }: ExpressionBuilder<Tables, 'jobs'>) {
  return {
    // What was claimed may only have waited in line; whether it was at work its suspicion tells.
    attempts: eb
      .case()
      .when('state', '=', 'claimed')
      .then(ref('attempts'))
      .else(eb('attempts', '+', 1))
      .end(),
    suspicion: eb
      .case()
      .when('state', '!=', 'claimed')
      .then(ref('suspicion'))
      .when('suspicion', '=', 'none')
      .then<Suspicion>('suspected')
      .when('suspicion', '=', 'alone')
      .then<Suspicion>('suspected again')
      .when('suspicion', '=', 'alone again')
      .then<Suspicion>('proven')
      .else(ref('suspicion'))
      .end(),
    state: eb
      .case()
      .when('state', '=', 'posting')
      .then<JobState>('posting')
      .else<JobState>('claimed')
      .end(),
  };
}

/** Whether more is written down than that a job is settled. */
export function hasMore({ effect, next = [] }: Settled): boolean {
  return effect !== undefined || next.length > 0;
}

/** The outbox knows no databases, so it passes on what it is given without looking. */
export async function apply(effect: Effect | undefined, db: Kysely<Tables>): Promise<void> {
  await (effect as ((db: Kysely<Tables>) => Promise<void>) | undefined)?.(db);
}
