import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Word, wordsOf } from '../../../src/language/words.ts';
import { loadLibrary } from '../../../src/library/load.ts';
import { createSearch } from '../../../src/search/engines/embedded-search.ts';

const { articles, thesaurus } = await loadLibrary(['seeds']);
const library = [...articles.values()];
const search = createSearch({ articles: library, thesaurus, background: { bitsOf: () => 12 } });

/** Everything that holds any word of a broad question, under the conditions given. */
async function find(phrases: readonly string[], excluded: readonly string[]) {
  const query = { text: 'China Russia Korea Xi Putin', phrases, excluded, filters: [] };
  return (await search.find(query, 1000)).hits.map(({ passage }) => passage);
}

/** Whether a row of words stands in a text; another way to say what the search has to keep to. */
function holds(text: string, row: string, key: (word: Word) => string): boolean {
  const line = (words: string) => ` ${wordsOf(words).map(key).join(' ')} `;
  return line(text).includes(line(row));
}

describe('phrases and exclusions', () => {
  it('are kept to as the texts say, whether they hold stop words or not', async () => {
    const all = await find([], []);
    const texts = library.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    const rows = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([text, at, length, other]) => {
        const words = wordsOf(text);
        const start = at % words.length;
        const row = words.slice(start, start + length).map(({ form }) => form);
        return `${row.join(' ')}${other ? 's' : ''}`;
      });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (phrase, other) => {
        const expected = all.filter(
          ({ text }) =>
            holds(text, phrase, ({ form }) => form) &&
            !holds(text, other, ({ term, form }) => term ?? `stop:${form}`),
        );
        const ids = (found: typeof all) => found.map(({ id }) => id).sort();
        expect(ids(await find([phrase], [other]))).toEqual(ids(expected));
      }),
    );
  });
});
