import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languageCodes } from '../../../src/language/languages.ts';
import type { Article } from '../../../src/library/article.ts';
import { type PartialDate, readPartialDate } from '../../../src/library/partial-date.ts';
import { GrowingSearch } from '../../../src/search/engines/growing-search.ts';
import { type Filter, meets, readQuery } from '../../../src/search/query/query.ts';
import type { Findings, Search } from '../../../src/search/search.ts';
import { madeArticle } from '../made-article.ts';

/** An engine with a library that changes, opened for one test. */
export interface OpenEngine {
  /** A search in these articles as they are now. */
  next(articles: ReadonlyMap<Article['id'], Article>): Promise<Search>;
  close(): Promise<void>;
}

/** The thesaurus that engines under test are opened with. */
export const thesaurus = { actors: [['China', 'Beijing']], synonyms: [['DPRK', 'North Korea']] };

const sentences = [
  'The Eurasian Economic Union (EAEU) met in Moscow.',
  'Gas flows from Siberia to China.',
  'Beijing and Moscow signed a treaty on the border in 2001.',
  'North Korea tested a missile; the missile fell into the sea.',
  'Граница Китая и России длинная.',
  '中俄边境贸易增长。',
  'A pipeline of gas, and another pipeline.',
];

const records: readonly Partial<Article>[] = [
  { authors: ['Ann Lee'], publisher: 'Arab News', published: date('2017-07-04') },
  { authors: ['José Álvarez', 'B. Ivanov'], published: date('2018-02') },
  { publisher: 'CNN', published: date('2019'), text: 'brief' },
  {},
];

const questions = [
  ...['gas pipeline', 'EAEU', 'Eurasian Economic Union', 'Beijing treaty', 'граница', '边境贸易'],
  ...[
    'pipelin',
    'DPRK',
    'What did Lee write?',
    'treaty in 2018',
    'borscht',
    'of the',
    'missile -sea',
  ],
  ...['"gas flows"', '"a pipeline of gas"', 'gas -pipeline', 'gas -"another pipeline"'],
];

const conditions: readonly Filter[] = [
  ...['lee', 'JOSE', 'vano', ' '].map((value) => ({ name: 'author', value }) as const),
  ...['arab', 'cnn'].map((value) => ({ name: 'publisher', value }) as const),
  ...(['before', 'after', 'published'] as const).flatMap((name) =>
    ['2017', '2018', '2018-02', '2018-02-10', '2017-07-04', '2019'].map((value) => ({
      name,
      value,
    })),
  ),
  ...['original', 'brief'].map((value) => ({ name: 'text', value }) as const),
  ...languageCodes.map((value) => ({ name: 'lang', value }) as const),
];

function date(text: string): PartialDate {
  return readPartialDate(text) as PartialDate;
}

/** What every engine promises, whatever holds its passages. */
export function promisesOfAnEngine(open: () => Promise<OpenEngine>, runs = 12): void {
  let engine: OpenEngine;
  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  it('finds what the engine in memory finds, after any changes of the library', async () => {
    const paragraphs = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 });
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      paragraphs,
      record: fc.constantFrom(...records),
      isRemoved: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
        const articles = new Map<string, Article>();
        let search = await engine.next(articles);
        for (const { id, isRemoved, record, paragraphs: texts } of changes) {
          if (isRemoved) articles.delete(id);
          else articles.set(id, madeArticle(id, texts, record));
          search = await engine.next(new Map(articles));
        }
        const inMemory = await new GrowingSearch().next(articles.values(), thesaurus);
        for (const question of questions) {
          expect([question, await found(search, question)]).toEqual([
            question,
            await found(inMemory, question),
          ]);
        }
      }),
      { numRuns: runs },
    );
  }, 120_000);

  it('keeps to each filter as articles meet it', async () => {
    const articles = new Map(
      records.flatMap((record, at) =>
        sentences.map((sentence, i) => [
          `r${at}s${i}`,
          madeArticle(`r${at}s${i}`, [sentence, `China ${sentence}`], record),
        ]),
      ),
    );
    const search = await engine.next(articles);
    for (const filter of conditions) {
      const query = { text: 'China', phrases: [], excluded: [], filters: [filter] };
      const { hits } = await search.find(query, 200);
      const expected = [...articles.values()].filter((each) => meets(each, [filter]));
      expect([filter, new Set(hits.map(({ passage }) => passage.article.id))]).toEqual([
        filter,
        new Set(expected.map(({ id }) => id)),
      ]);
    }
  });

  it('gives as many passages as are wanted, and those with the most to say', async () => {
    const texts = Array.from({ length: 150 }, (_, i) => `${'Gas. '.repeat(1 + (i % 7))} Word${i}.`);
    const search = await engine.next(new Map([['g', madeArticle('g', texts)]]));
    const query = { text: 'gas word77', phrases: [], excluded: [], filters: [] };
    const { hits } = await search.find(query, 100);
    expect(hits).toHaveLength(100);
    expect(hits[0]?.passage.id).toBe('g:78');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('goes on past passages that an exclusion forbids', async () => {
    const texts = Array.from(
      { length: 120 },
      (_, i) => `Gas of the field ${i < 110 ? 'north' : 'south'}.`,
    );
    const search = await engine.next(new Map([['g', madeArticle('g', texts)]]));
    const { hits } = await search.find(
      { text: 'gas', phrases: [], excluded: ['field north'], filters: [] },
      20,
    );
    expect(hits.map(({ passage }) => passage.paragraph)).toEqual([
      111, 112, 113, 114, 115, 116, 117, 118, 119, 120,
    ]);
  });

  it('finds in an empty library nothing, and takes in articles then', async () => {
    expect((await (await engine.next(new Map())).find(gas, 5)).hits).toEqual([]);
    const search = await engine.next(new Map([['a', madeArticle('a', sentences)]]));
    expect((await search.find(gas, 5)).hits.length).toBeGreaterThan(0);
  });

  describe('asked by hostile questions', () => {
    it.each(['" OR 1', 'a* NEAR(b)', '{"match_all":{}}', '\u0000', '-"', 'words:gas', '\ud800'])(
      'answers %j like any other',
      async (question) => {
        const articles = new Map([['a', madeArticle('a', sentences)]]);
        const search = await engine.next(articles);
        const inMemory = await new GrowingSearch().next(articles.values(), thesaurus);
        expect(await found(search, question)).toEqual(await found(inMemory, question));
      },
    );
  });
}

const gas = { text: 'gas', phrases: [], excluded: [], filters: [] };

async function found(search: Search, question: string) {
  const read = readQuery(question);
  if ('problems' in read) return read.problems;
  return shown(await search.find(read.query, 20));
}

/** Findings in a form that can be compared. */
export function shown({ hits, evidence, concepts, languages }: Findings) {
  return {
    hits: hits.map(({ passage, score, isInText }) => [
      passage.id,
      passage.text,
      score.toFixed(9),
      isInText,
    ]),
    evidence: evidence.toFixed(9),
    concepts,
    languages,
  };
}
