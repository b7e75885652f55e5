import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/library/article.ts';
import { readPartialDate } from '../../../src/library/partial-date.ts';
import { createSearch } from '../../../src/search/engines/embedded-search.ts';
import type { Background } from '../../../src/search/query/background.ts';
import { readQuery } from '../../../src/search/query/query.ts';
import { madeArticle } from '../made-article.ts';

/** All words are everyday English, but for what is none. */
const background: Background = { bitsOf: (term) => (term === 'kazahkstan' ? 21 : 12) };
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

  it('knows an actor by a name that is all capitals', async () => {
    const library = [madeArticle('u', ['The US objected.', 'They asked us.'])];
    const names = { actors: [['US', 'Washington']], synonyms: [['America', 'US']] };
    const search = createSearch({ articles: library, thesaurus: names, background });
    const query = { text: 'What did America say?', phrases: [], excluded: [], filters: [] };
    expect((await search.find(query, 5)).hits.map(({ passage }) => passage.id)).toEqual(['u:1']);
  });

  it('reads a synonym only for a word that the library does not hold, and says so', async () => {
    const { ids, concepts } = await find('DPRK');
    expect(ids[0]).toBe('a:2');
    expect(concepts).toMatchObject([{ typed: 'DPRK', readAs: 'North Korea' }]);
  });

  it('takes the last word of a name for no short form, but where the name is held', async () => {
    const says = ['The UN objected.', 'Kim Jong Un met Putin.', 'Kim Il Sung was first.'];
    const names = { actors: [], synonyms: [['UN', 'United Nations']] };
    const find = async (text: string, library: readonly Article[]) => {
      const search = createSearch({ articles: library, thesaurus: names, background });
      const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 5);
      return hits.map(({ passage }) => passage.id);
    };
    const [un, ...kims] = says.map((text, at) => madeArticle(`p${at}`, [text])) as [Article];
    const question = 'What did Kim Jong Un say?';
    expect(await find(question, [un])).toEqual([]);
    expect((await find(question, [un, ...kims]))[0]).toBe('p1:1');
    expect(await find(question, [un, ...kims])).not.toContain('p0:1');
    for (const text of ['un vote', 'What did the UN say?', 'Un vote on Syria'])
      expect(await find(text, [un])).toEqual(['p0:1']);
  });

  it('learns from the library what abbreviations stand for, and finds either by the other', async () => {
    const library = [
      madeArticle('s', [
        'The Shanghai Cooperation Organization (SCO) was founded in 2001.',
        'The SCO held an exercise.',
        'Drills of the Shanghai Cooperation Organization followed.',
        'Shanghai is a port.',
      ]),
    ];
    expect((await find('SCO', library)).ids.sort()).toEqual(['s:1', 's:2', 's:3']);
    const { ids } = await find('Shanghai Cooperation Organization exercise', library);
    expect(ids.indexOf('s:2')).toBeLessThan(ids.indexOf('s:4'));
    const { hits } = await find('sco drills', library);
    expect(hits[0]).toMatchObject({ passage: { id: 's:3' }, coverage: expect.closeTo(0.85, 1) });
  });

  it('finds a name with small words in it by a synonym', async () => {
    const library = [madeArticle('p', ['The Power of Siberia pipeline opened.', 'A power plant.'])];
    const names = { actors: [], synonyms: [['PoS', 'Power of Siberia']] };
    const search = createSearch({ articles: library, thesaurus: names, background });
    const query = { text: 'PoS', phrases: [], excluded: [], filters: [] };
    const { hits } = await search.find(query, 5);
    expect(hits[0]).toMatchObject({ passage: { id: 'p:1' }, coverage: expect.closeTo(0.8, 2) });
  });

  it('finds one word where the library writes two, and two where it writes one', async () => {
    const library = [
      madeArticle('c', [
        'An anti-missile system.',
        'Laws on cybersecurity.',
        'A missile; anti, too.',
      ]),
    ];
    const one = await find('antimissile', library);
    expect(one.concepts).toMatchObject([{ readAs: 'anti missile' }]);
    expect(one.hits[0]).toMatchObject({ passage: { id: 'c:1' }, coverage: 1 });
    for (const question of ['cyber security', 'cyber-security']) {
      const { ids, concepts } = await find(question, library);
      expect(ids).toEqual(['c:2']);
      expect(concepts.every(({ alternatives }) => alternatives.length > 0)).toBe(true);
    }
  });

  it('counts who wrote an article, who published it and in which year', async () => {
    const library = [
      madeArticle('o', ['Trade grew.'], {
        published: readPartialDate('2019-03'),
        authors: ['Ann Lee'],
      }),
      madeArticle('n', ['Trade grew.'], {
        published: readPartialDate('2017-07'),
        publisher: 'Arab News',
      }),
    ];
    for (const [question, id] of [
      ['trade in 2017', 'n:1'],
      ['trade in 2019', 'o:1'],
      ['What did Lee write about trade?', 'o:1'],
      ['trade in Arab News', 'n:1'],
    ] as const) {
      expect((await find(question, library)).ids[0]).toBe(id);
    }
    expect((await find('trade', library)).ids).toHaveLength(2);
  });

  it('corrects a misspelt word, and says so', async () => {
    const { ids, concepts } = await find('Kazahkstan');
    expect(ids).toEqual(['b:2']);
    expect(concepts).toMatchObject([{ typed: 'Kazahkstan', readAs: 'kazakhstan' }]);
  });

  it('has nothing to look for where a word occurs nowhere', async () => {
    const { ids, concepts } = await find('borscht pipeline');
    expect(ids).toEqual(['a:1']);
    expect(concepts).toMatchObject([{ typed: 'borscht', alternatives: [] }, { typed: 'pipeline' }]);
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

  it('puts a passage first that holds the kind of thing that is asked for', async () => {
    const library = [
      madeArticle('n', [
        'The border is old. Nobody has ever seen the end of it from either side.',
        'The border that both guard is 4,200 km, of which most lies along two rivers in the taiga.',
        'In 1969 they fought at the border, which both had guarded since their quarrel began.',
      ]),
    ];
    expect((await find('border', library)).ids[0]).toBe('n:1');
    expect((await find('How long is the border?', library)).ids[0]).toBe('n:2');
    expect((await find('When did they fight at the border?', library)).ids[0]).toBe('n:3');
  });

  it('does not look for words that only ask, unless there are no others', async () => {
    const library = [madeArticle('w', ['Long ago it was long.', 'The border: 4,200 km.'])];
    expect((await find('How long is the border?', library)).ids).toEqual(['w:2']);
    expect((await find('How long?', library)).ids).toEqual(['w:1']);
  });

  it('says where such things stand, but not those that the question named itself', async () => {
    const text = 'In 2019 Tsentr involved 128,000 people, and 650 soldiers came from China.';
    const library = [madeArticle('t', [text])];
    const soughtFor = async (question: string) =>
      (await find(question, library)).hits[0]?.sought.map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(await soughtFor('How many took part in Tsentr 2019?')).toEqual(['128,000', '650']);
    expect(await soughtFor('How many soldiers were in Tsentr?')).toEqual(['650']);
    expect(await soughtFor('When was Tsentr?')).toEqual(['2019']);
    expect(await soughtFor('Who took part in Tsentr?')).toEqual(['China']);
    expect(await soughtFor('Tsentr')).toEqual([]);
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
