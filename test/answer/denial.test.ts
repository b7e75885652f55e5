import { describe, expect, it } from '@jest/globals';
import { answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';

const parts = await openLibrary(['seeds']);

async function quotesFor(text: string, limit = 3): Promise<string[]> {
  const found = await answer({ text }, parts, limit);
  return 'quotes' in found ? found.quotes.map((quote) => quote.text) : [];
}

describe('whether something is so', () => {
  it.each([
    ['Are China and Russia allies?', /far from being allies/],
    ['So are Moscow and Beijing allies now?', /far from being allies/],
    ['Is there a defence pact between China and Russia?', /no (?:formal )?military alliance/],
  ])('is also told by what denies it: %s', async (question, denial) => {
    expect(await quotesFor(question)).toContainEqual(expect.stringMatching(denial));
  });

  it('changes nothing for other questions, nor for a single passage', async () => {
    const [first] = await quotesFor('Are China and Russia allies?');
    expect(await quotesFor('Are China and Russia allies?', 1)).toEqual([first]);
    const listed = await quotesFor('China Russia allies');
    expect(listed.slice(0, 2)).toEqual(
      (await quotesFor('Are China and Russia allies?')).slice(0, 2),
    );
  });

  it('loses no passage and shows none twice', async () => {
    const pages = async (text: string) => {
      const found = await answer({ text }, parts);
      const all = 'quotes' in found ? [...found.quotes, ...found.further.flat()] : [];
      return all.map(({ article, paragraph }) => `${article}:${paragraph}`).sort();
    };
    const asked = await pages('Are China and Russia allies?');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(await pages('China Russia allies'));
  });
});
