import { describe, expect, it } from '@jest/globals';
import { postgresUrl } from '../store/postgres-database.ts';
import { jars } from '../support/opensearch/search-nodes.ts';
import { type KillRunOptions, runKills } from './kill-run.ts';

const some = { questions: 120, kills: 6, meanLife: 4000, seed: 7, history: true };
const redeliveryDelaysMs = [0, 3000, 10_000];

/** Each way in which Slack can reach bots, and each kind of database and search they can share. */
const runs: readonly Partial<KillRunOptions>[] = [
  { mode: 'socket' },
  { mode: 'http' },
  ...(postgresUrl
    ? [
        { mode: 'socket', database: 'postgres', processes: 2, slowClaims: 2000 } as const,
        { mode: 'http', database: 'postgres', processes: 2 } as const,
        { mode: 'http', database: 'postgres', processes: 2, ends: 'SIGTERM' } as const,
        ...(jars ? [{ database: 'postgres', processes: 2, search: 'nodes' } as const] : []),
      ]
    : []),
];

describe('bots that are killed while Slack delivers badly', () => {
  it.each(runs)(
    'answer every question once: %j',
    async (run) => {
      const report = await runKills({ ...some, redeliveryDelaysMs, ...run });
      expect(report).toMatchObject({
        lost: [],
        falseUnknown: [],
        doubled: [],
        failures: 0,
        open: 0,
      });
    },
    300_000,
  );
});
