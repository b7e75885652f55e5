import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answer } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { inEnglish } from '../support/in-english.ts';

const parts = await openLibrary(['seeds']);

async function placesFor(text: string): Promise<string[]> {
  const found = await answer({ text }, parts);
  const quotes = 'quotes' in found ? found.quotes : [];
  return quotes.map(({ article, paragraph }) => `${article}:${paragraph}`);
}

describe('a question as people type it', () => {
  it.each(['S-400', 'S400', 'S400 missile', 'what about the S 400?', 'su35'])(
    'finds a designation as one name: %s',
    async (question) => {
      expect(await placesFor(question)).toEqual(['stoner-2026:8']);
    },
  );

  it('may have operators in capitals, and dashes for hyphens', async () => {
    expect(await placesFor('THAAD AND Russia')).toEqual(await placesFor('THAAD Russia'));
    expect(await placesFor('THAAD OR Russia')).toEqual(await placesFor('THAAD Russia'));
    expect(await placesFor('THAAD NOT China')).toEqual(await placesFor('THAAD -China'));
    expect(await placesFor('–pipeline gas')).toEqual(await placesFor('-pipeline gas'));
    expect(await placesFor('gas author: hammond')).toEqual(await placesFor('gas author:hammond'));
  });

  it('may be one acronym that is otherwise a common word', async () => {
    expect(await placesFor('US')).not.toEqual([]);
    expect(await placesFor('US VS CHINA')).not.toEqual([]);
  });

  it.each(['the who', 'not', 'what is it?'])(
    'is told when its words are too common: %s',
    async (text) => {
      expect(inEnglish(await answer({ text }, parts))).toMatchObject({
        kind: 'unreadable',
        problems: [expect.stringContaining('too common to look for')],
      });
    },
  );

  it.each(['author:hammond', '2017-11-15 author:hammond', 'November 2017'])(
    'lists the articles that it filters: %s',
    async (text) => {
      expect(await placesFor(text)).toEqual(text.includes('15') ? [] : ['hammond-2017:1']);
    },
  );

  it('may be a date of publication', async () => {
    const whole = ['2021-06-17', 'June 17, 2021', 'published on 17 June 2021'];
    for (const text of [...whole, 'June 2021', '2021-06']) {
      expect(await placesFor(text)).toEqual(['gan-westcott-2021:1']);
    }
  });

  it('is read for its content when it rambles', async () => {
    const rambling =
      'Hi all, I was wondering whether you could tell me how many soldiers China sent to Tsentr, thanks';
    expect((await placesFor(rambling))[0]).toBe('stoner-2026:9');
    expect(await answer({ text: rambling }, parts)).toMatchObject({ missing: [] });
    const found = await answer({ text: 'Can anybody find articles about the dual freeze?' }, parts);
    expect(found).toMatchObject({ kind: 'answered', missing: [] });
  });
});

describe('a request with its purpose', () => {
  it.each([
    'Please I need for my article some good quote about sanctions, thank you',
    'a nice quote about sanctions for our report',
  ])('is read for its subject: %s', async (text) => {
    expect(await placesFor(text)).toEqual(await placesFor('sanctions'));
  });
});

describe('a Russian or Chinese question about English articles', () => {
  it.each([
    ['Что говорят США о THAAD?', 'США'],
    ['Торговля КНР и РФ', 'КНР'],
    ['Что говорят о Южной Корее?', 'Южной Корее'],
    ['сколько раз встречались Си и Путин?', 'Си'],
    ['中俄贸易额是多少？', '中俄'],
  ])('knows countries and leaders by what they are called for short: %s', async (text, name) => {
    const found = inEnglish(await answer({ text }, parts));
    expect(found).toMatchObject({
      missing: [],
      quotes: [expect.anything(), expect.anything(), expect.anything()],
    });
    expect(JSON.stringify(found)).toContain(`“${name}” as`);
  });
});

describe('keywords', () => {
  it('are found by themselves, however seldom a large library has them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyword-'));
    try {
      const sentence = 'The ferry of the strait was late and the council met again. ';
      const paragraphs = Array.from({ length: 400 }, () => sentence.repeat(40));
      paragraphs[200] = 'Seven boats lay there, said number 38254.';
      const record =
        'id: keel-2020\ntitle: Notes\nauthors: [Mara Keel]\nlanguage: en\ntext: original';
      const file = join(folder, 'keel.md');
      writeFileSync(file, `---\n${record}\n---\n\n${paragraphs.join('\n\n')}\n`);
      const large = await openLibrary([folder]);
      for (const text of ['38254', '"38254"', 'boats'])
        expect(await answer({ text }, large)).toMatchObject({
          kind: 'answered',
          quotes: [{ text: 'Seven boats lay there, said number 38254.' }],
        });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lack nothing that is only asked with, however it is typed', async () => {
    const found = await answer({ text: 'whats said about THAAD, dont they fear it' }, parts);
    expect(found).toMatchObject({ missing: [] });
  });

  it('asked once more stand by themselves', async () => {
    const again = await answer({ text: 'dual freeze', thread: ['dual freeze'] }, parts);
    expect(again).toEqual(await answer({ text: 'dual freeze' }, parts));
    const leaning = await answer({ text: 'and China?', thread: ['THAAD', 'and China?'] }, parts);
    expect(leaning).toEqual(await answer({ text: 'and China?', thread: ['THAAD'] }, parts));
  });

  it('find what the thesaurus calls otherwise, though the library has their own words too', async () => {
    expect(await answer({ text: 'arms sales' }, parts)).toMatchObject({
      kind: 'answered',
      notes: [],
      quotes: expect.arrayContaining([
        expect.objectContaining({ text: expect.stringContaining('weapons sales') }),
      ]),
    });
  });

  it.each(['length of the border', 'What is the length of the border of Russia and China?'])(
    'are not said to lack a length that is told: %s',
    async (text) => {
      expect(await answer({ text }, parts)).toMatchObject({
        missing: [],
        quotes: expect.arrayContaining([
          expect.objectContaining({ text: expect.stringMatching(/3,645 km|4,200 km/) }),
        ]),
      });
    },
  );
});
