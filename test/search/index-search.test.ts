import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/library/article.ts';
import type { Background } from '../../src/search/background.ts';
import { createSearch } from '../../src/search/index-search.ts';
import { readQuery } from '../../src/search/query.ts';
import { madeArticle } from './made-article.ts';

const background: Background = { bitsOf: () => 12 };
const thesaurus = {
  actors: [['China', 'Beijing']],
  synonyms: [['DPRK', 'North Korea']],
};
const articles = [
  madeArticle('a', ['Beijing built a long gas pipeline.', 'North Korea tested a missile.']),
  madeArticle('b', ['China bought weapons.', 'Kazakhstan and China held an exercise.']),
];

async function find(question: string, library: readonly Article[] = articles) {
  const read = readQuery(question);
  if ('problems' in read) throw new Error(read.problems.join());
  const parts = { articles: library, thesaurus, background };
  const { hits, ...rest } = await createSearch(parts).find(read.query, 10);
  return { ...rest, ids: hits.map(({ passage }) => passage.id), hits };
}

describe('a search', () => {
  it('puts the passage with the words first', async () => {
    expect((await find('gas pipeline')).ids).toEqual(['a:1']);
  });

  it('finds an actor by its other names, but its own name first', async () => {
    expect((await find('China')).ids.at(-1)).toBe('a:1');
    expect((await find('Beijing')).ids[0]).toBe('a:1');
  });

  it('reads a synonym only for a word that the library does not hold, and says so', async () => {
    const { ids, readings, missing } = await find('DPRK');
    expect(ids[0]).toBe('a:2');
    expect(readings).toEqual([{ typed: 'DPRK', readAs: 'North Korea' }]);
    expect(missing).toEqual([]);
  });

  it('corrects a misspelt word, and says so', async () => {
    const { ids, readings } = await find('Kazahkstan');
    expect(ids).toEqual(['b:2']);
    expect(readings).toEqual([{ typed: 'Kazahkstan', readAs: 'kazakhstan' }]);
  });

  it('names words that occur nowhere', async () => {
    expect(await find('borscht pipeline')).toMatchObject({ missing: ['borscht'], ids: ['a:1'] });
  });

  it('keeps to phrases and exclusions', async () => {
    expect((await find('"held an exercise"')).ids).toEqual(['b:2']);
    expect((await find('China -weapons')).ids).not.toContain('b:1');
  });

  it('says where the words stand in the paragraph', async () => {
    const { hits } = await find('missile');
    const [match] = hits[0]?.matches ?? [];
    expect('North Korea tested a missile.'.slice(match?.start, match?.end)).toBe('missile');
  });

  it('shows a long paragraph once, though it is searched in windows', async () => {
    const long = madeArticle('long', ['A pipeline of gas was opened here. '.repeat(300).trim()]);
    expect((await find('gas pipeline', [long])).ids).toHaveLength(1);
  });

  it('gives the same answer to the same question', async () => {
    const search = createSearch({ articles, thesaurus, background });
    const query = { text: 'China pipeline', phrases: [], excluded: [], filters: [] };
    const scores = async () => (await search.find(query, 5)).hits.map(({ score }) => score);
    expect(await scores()).toEqual(await scores());
  });

  it('finds nothing in an empty library', async () => {
    expect((await find('China', [])).ids).toEqual([]);
  });
});
