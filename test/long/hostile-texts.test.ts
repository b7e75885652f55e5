import { beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { type EntryPoints, entryPoints } from '../support/entry-points.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { costRatio } from '../support/processor-time.ts';

/** Half of the longest message that Slack takes, in characters. */
const length = 20_000;

let entries: EntryPoints;
beforeAll(async () => {
  entries = await entryPoints();
});

const names = [
  ...['a message', 'a command', 'a question', 'an earlier question', 'a filter', 'a phrase'],
  ...['an excluded phrase', 'a message whose claims are looked up', 'topics of a digest'],
  ...['an order for digests', 'a quotation', 'quotations of a message'],
  ...['a name beside a quotation', 'a text that is imported', 'Markdown that is imported'],
  ...["an article's file", "an article's record", 'a thesaurus', 'a name of a thesaurus'],
  ...['the text of an article', 'the text of a digest', 'the address of a quote'],
];

describe('a text that is made to be hard to read', () => {
  it.each(names)(
    'costs no more than its length: %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(hostileTexts, async ({ of: textOf }) => {
          const take = entries[name] as (text: string) => unknown;
          const [once, twice] = [textOf(length / 2), textOf(length)];
          const ratio = await costRatio(
            () => take(once),
            () => take(twice),
            3.5,
          );
          return ratio <= 3.5;
        }),
        { numRuns: 30 },
      );
    },
    600_000,
  );
});
