import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../../src/library/article.ts';
import { GrowingSearch } from '../../../src/search/engines/growing-search.ts';
import type { Search } from '../../../src/search/search.ts';
import { processorTime, ratioOfTimes } from '../../support/processor-time.ts';
import { madeArticle } from '../made-article.ts';

const thesaurus = { actors: [['China', 'Beijing']], synonyms: [] };

const sentences = [
  'The Eurasian Economic Union (EAEU) met in Moscow.',
  'Gas flows from Siberia to China.',
  'Beijing and Moscow signed a treaty on the border in 2001.',
  'Граница Китая и России длинная.',
  '中俄边境贸易增长。',
  'A pipeline of gas, and another pipeline.',
];

const questions = ['gas pipeline', 'EAEU', 'Beijing treaty', 'граница', '边境贸易', 'pipelin'];

async function findingsOf(search: Search): Promise<unknown> {
  const all = questions.map(async (text) => {
    const query = { text, phrases: [], excluded: [], filters: [] };
    const { hits, evidence } = await search.find(query, 20);
    const places = hits.map(({ passage, score }) => [passage.id, passage.text, score.toFixed(9)]);
    return { text, places, evidence: evidence.toFixed(9) };
  });
  return Promise.all(all);
}

describe('a search that grows', () => {
  it('finds what one finds that was built at once, after any changes', async () => {
    const text = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 });
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.record({ id: ids, text, isRemoved: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const articles = new Map<string, Article>();
        const growing = new GrowingSearch();
        let search = await growing.next([], thesaurus);
        for (const { id, text: paragraphs, isRemoved } of changes) {
          if (isRemoved) articles.delete(id);
          else articles.set(id, madeArticle(id, paragraphs));
          search = await growing.next(articles.values(), thesaurus);
        }
        const built = await new GrowingSearch().next(articles.values(), thesaurus);
        expect(await findingsOf(search)).toEqual(await findingsOf(built));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves the searches of before as they were', async () => {
    const first = madeArticle('a', sentences);
    const growing = new GrowingSearch();
    const before = await growing.next([first], thesaurus);
    const found = await findingsOf(before);
    await growing.next([madeArticle('a', ['Something else.'])], thesaurus);
    await growing.next([first, madeArticle('b', sentences)], thesaurus);
    expect(await findingsOf(before)).toEqual(found);
  });

  it('takes an article in for the work of that article, whatever there is already', async () => {
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, i) =>
        madeArticle(`${name}${i}`, [...sentences, `The ${name}${i} word of ${i * 7} others.`]),
      );
    const timeToAdd = async (count: number) => {
      const growing = new GrowingSearch();
      let articles = many(count, 'x');
      await growing.next(articles, thesaurus);
      return processorTime(async () => {
        for (const article of many(10, `y${articles.length}`)) {
          articles = [...articles, article];
          await growing.next(articles, thesaurus);
        }
      }, 5);
    };
    await timeToAdd(20);
    const ratio = await ratioOfTimes(
      () => timeToAdd(60),
      () => timeToAdd(240),
      2,
    );
    expect(ratio).toBeLessThanOrEqual(2);
  });
});
