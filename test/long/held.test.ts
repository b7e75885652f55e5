import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timeHeld } from '../bench/held.ts';
import { type EntryPoints, entryPoints } from '../support/entry-points.ts';
import { endlessWords, hostileTexts } from '../support/hostile-texts.ts';

/**
 * The longest that any text may keep the bot from everything else, in ms of processor time. Slack
 * waits 3 s for an acknowledgement; on an idle machine the worst takes a fifth of this.
 */
const longest = 1000;

/** Each way in, and how long a text may be there; longer ones are not read. */
const ways = [
  ['a message', 4000],
  ['a command', 4000],
  ['a question', 4000],
  ['an earlier question', 4000],
  ['a filter', 4000],
  ['a phrase', 4000],
  ['an excluded phrase', 4000],
  ['an order for digests', 4000],
  ['topics of a digest', 4000],
  ['a message whose claims are looked up', 12_000],
  ['a quotation', 12_000],
  ['a name beside a quotation', 12_000],
] as const;

let entries: EntryPoints;
beforeAll(async () => {
  entries = await entryPoints();
});

describe('the longest text that is read', () => {
  it.each(ways)(
    'leaves the bot time to acknowledge what else comes: %s',
    async (name, length) => {
      const take = entries[name] as (text: string) => unknown;
      const held = async (text: string) => {
        let least = Infinity;
        // A collection of garbage may hit once.
        for (let tries = 0; tries < 3 && least > longest; tries += 1) {
          const { busy } = await timeHeld(async () => take(text));
          least = Math.min(least, busy);
        }
        return least;
      };
      for (const textOf of Object.values(endlessWords)) {
        expect(await held(textOf(length))).toBeLessThan(longest);
      }
      await fc.assert(
        fc.asyncProperty(hostileTexts, async ({ of }) => (await held(of(length))) < longest),
        { numRuns: 40 },
      );
    },
    300_000,
  );
});
