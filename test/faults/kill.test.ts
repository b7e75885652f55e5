import { describe, expect, it } from '@jest/globals';
import { runKills } from './kill-run.ts';

/** `npm run test:faults` does the same for longer. */
const short = { questions: 60, kills: 3, meanLife: 2000, redeliveryDelaysMs: [0, 500, 1500] };

describe('a bot that is killed while Slack delivers badly', () => {
  it.each([true, false])(
    'answers every question once (may read channels: %s)',
    async (history) => {
      const report = await runKills({ ...short, history, seed: 7 });
      expect(report).toMatchObject({ kills: 3, lost: [], doubled: [], failures: 0, open: 0 });
    },
    60_000,
  );
});
