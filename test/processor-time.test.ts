import { beforeAll, describe, expect, it } from '@jest/globals';
import { type EntryPoints, entryPoints } from './support/entry-points.ts';
import { endlessWords } from './support/hostile-texts.ts';
import { costRatio } from './support/processor-time.ts';

/** Three times for twice as much: growth in proportion, and room for noise. */
const maxRatio = 3;

const length = 10_000;

let entries: EntryPoints;
beforeAll(async () => {
  entries = await entryPoints();
});

describe('a word without end', () => {
  it.each(Object.entries(endlessWords))(
    'costs no more than its length, wherever it comes in: %s',
    async (_, textOf) => {
      const [once, twice] = [textOf(length), textOf(length * 2)];
      const ratios: Record<string, number> = {};
      for (const [name, take] of Object.entries(entries)) {
        ratios[name] = await costRatio(
          () => take(once),
          () => take(twice),
          maxRatio,
        );
      }
      const tooDear = Object.entries(ratios).filter(([, ratio]) => ratio > maxRatio);
      expect(tooDear).toEqual([]);
    },
  );
});
