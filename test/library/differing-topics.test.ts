import { describe, expect, it } from '@jest/globals';
import { differencesIn } from '../../src/answer/differing.ts';
import type { CitedQuote } from '../../src/answer/quote.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { articleFile, type Files, writeFolder } from './folders.ts';

const topics = `
lengths:
  - title: length of the canal of {parties}
    names: [canal, waterway]
    parts: [side]
    others: [bank]
amounts:
  - title: aid of {parties} in {year}
    names: [aid]
foundings:
  - title: year in which {name} sailed
    verbs: [sailed]
`;
const thesaurus = 'actors: [[Freedonia, Freedonian], [Sylvania, Sylvanian]]';

/** What two articles of a library with these files of its own differ in. */
async function differences(one: string, other: string, question: string, files: Files = {}) {
  const folder = writeFolder({
    'a.md': articleFile({ id: 'a-1' }, one),
    'b.md': articleFile({ id: 'b-1' }, other),
    'thesaurus.yaml': thesaurus,
    ...files,
  });
  const library = await loadLibrary([folder]);
  const quotes = [...library.articles.values()].map((article): CitedQuote => {
    const text = article.paragraphs[0]?.text ?? '';
    const place = { article: article.id, paragraph: 1, start: 0, end: text.length };
    return {
      ...place,
      text,
      matches: [],
      score: 1,
      citation: { article, paragraph: { number: 1 } },
    };
  });
  return {
    problems: library.problems,
    titles: differencesIn(question, quotes, library).map(({ title }) => title),
  };
}

const canals = [
  'Freedonia and Sylvania share a canal of 40 km.',
  'The Sylvanian and Freedonian canal is 65 km long.',
] as const;

describe('what a team lists in its differing.yaml', () => {
  it.each([
    [...canals, 'how long is the canal?', 'length of the canal of Freedonia and Sylvania'],
    [
      'Aid of Freedonia and Sylvania reached $5 billion in 2001.',
      'Aid between Sylvania and Freedonia was $9 billion in 2001.',
      'how much aid was there?',
      'aid of Freedonia and Sylvania in 2001',
    ],
    [
      'The Silver Goose sailed in 1901.',
      'The Silver Goose sailed in 1911.',
      'when did the Silver Goose sail?',
      'year in which Silver Goose sailed',
    ],
  ])('is compared: %s', async (one, other, question, title) => {
    const found = await differences(one, other, question, { 'differing.yaml': topics });
    expect(found).toEqual({ problems: [], titles: [title] });
  });

  it.each([
    ['The Freedonian and Sylvanian side canal is 5 km long.', 'another kind'],
    ['Freedonia and Sylvania guard 5 km of canal bank.', 'another thing'],
  ])('is told from what only looks like it: %s', async (other) => {
    const files = { 'differing.yaml': topics };
    expect((await differences(canals[0], other, 'the canal', files)).titles).toEqual([]);
  });

  it('is all that is compared: without the file nothing is', async () => {
    expect((await differences(...canals, 'how long is the canal?')).titles).toEqual([]);
  });

  it('is read as words, whatever signs are in them', async () => {
    const names = '["canal(", "(a+)+", "[z"]';
    const files = { 'differing.yaml': `lengths:\n  - {title: t, names: ${names}}` };
    expect(await differences(...canals, 'canal', files)).toEqual({ problems: [], titles: [] });
  });

  it.each([
    ['lengths: border', '`lengths` is "border"; write a list of at most 200'],
    [
      'heights: []',
      'the file has "heights"; it may have parties, lengths, amounts, events and foundings',
    ],
    ['lengths: [border]', '`lengths` holds "border"; write `title:` and its words'],
    [
      'lengths: [{title: t}]',
      '`names` is ""; write a list of at least 1 words of at most 120 characters',
    ],
    [
      'events: [{title: t, names: [x], since: 9}]',
      'a topic of `events` has "since"; it may have title, names, phrases, asked and same',
    ],
    [
      'parties: [[China]]',
      '`parties` is "["China"]"; write a list of at least 2 words of at most 120 characters',
    ],
    [
      'foundings: [{verbs: [opened]}]',
      '`title` is ""; write what the figures are of, such as length of the border of {parties}',
    ],
    ['lengths: [{title: t, names: [x], since: soon}]', '`since` is "soon"; write a year'],
  ])('is refused with what to write: %s', async (yaml, problem) => {
    const { problems } = await differences(...canals, 'canal', { 'differing.yaml': yaml });
    expect(problems).toEqual([expect.stringMatching(/differing\.yaml: /)]);
    expect(problems[0]).toContain(problem);
  });
});
