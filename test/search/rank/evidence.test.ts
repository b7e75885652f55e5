import { describe, expect, it } from '@jest/globals';
import { createSearch } from '../../../src/search/engines/embedded-search.ts';
import type { Background } from '../../../src/search/query/background.ts';
import { madeArticle } from '../made-article.ts';

const background: Background = { bitsOf: () => 12 };
const thesaurus = { actors: [], synonyms: [] };

async function evidenceFor(text: string, paragraphs: readonly string[]): Promise<number> {
  const search = createSearch({ articles: [madeArticle('a', paragraphs)], thesaurus, background });
  return (await search.find({ text, phrases: [], excluded: [], filters: [] }, 10)).evidence;
}

describe('the evidence that a library answers a question', () => {
  const filler = ['Sturgeon swims in cold rivers.', 'Ballet dancers travelled by train.'];

  it('is nothing where no word of it is held', async () => {
    expect(await evidenceFor('borscht', filler)).toBe(0);
  });

  it('grows with how much of the question one passage says', async () => {
    const whole = ['Gazprom signed a pipeline contract.', ...filler];
    const parts = ['Gazprom sold shares.', 'A pipeline leaked.', 'Her contract ended.', ...filler];
    const question = 'Gazprom pipeline contract';
    expect(await evidenceFor(question, whole)).toBeGreaterThan(await evidenceFor(question, parts));
  });

  it('is more where the words stand together as in the question', async () => {
    const together = ['The gas pipeline was opened by ministers in spring.', ...filler];
    const apart = ['The pipeline was opened by ministers in spring for gas.', ...filler];
    const question = 'gas pipeline';
    expect(await evidenceFor(question, together)).toBeGreaterThan(
      await evidenceFor(question, apart),
    );
  });

  it('is not raised by one long Chinese word among many that are not held', async () => {
    const held = ['地下铁路很长。', '芭蕾很美。', '鲟鱼在冷水里游。'];
    const alone = await evidenceFor('地下铁路', held);
    const among = await evidenceFor('南极企鹅怎样孵化雏鸟和地下铁路', held);
    expect(among).toBeLessThan(alone - 0.5);
  });

  it('is more where the library keeps speaking of what is asked than where it once does', async () => {
    const once = ['Gas arrived.', ...filler, 'Cats slept.', 'Dogs barked.', 'Birds sang.'];
    const often = ['Gas arrived.', ...filler, 'Gas left.', 'Gas burned.', 'Gas leaked.'];
    expect(await evidenceFor('gas', often)).toBeGreaterThan(await evidenceFor('gas', once));
  });

  it('does not depend on what else the library holds, but for how often it speaks of it', async () => {
    const few = await evidenceFor('gas pipeline', ['The gas pipeline opened.', ...filler]);
    const many = Array.from({ length: 300 }, (_, i) => `Player ${i} scored goal number ${i}.`);
    const more = await evidenceFor('gas pipeline', [
      'The gas pipeline opened.',
      ...filler,
      ...many,
    ]);
    expect(Math.abs(more - few)).toBeLessThan(0.2);
  });
});
