import type { Run } from '../digests/run.ts';
import type { RunRow } from './tables.ts';

/** A row of the runs. */
export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    subscription: row.subscription,
    slot: row.slot,
    dueAt: row.due_at,
    status: row.status,
    attempts: row.attempts,
    content: row.content ?? undefined,
    reason: row.reason ?? undefined,
    postTs: row.post_ts ?? undefined,
    begunAt: row.begun_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    untold: row.untold === 1,
    toldReason: row.told_reason ?? undefined,
  };
}
