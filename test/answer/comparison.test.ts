import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerParts, answer, hasPassages } from '../../src/answer/answer.ts';
import { readComparison } from '../../src/answer/comparison.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { writeFolder } from '../library/folders.ts';
import { inEnglish } from '../support/in-english.ts';

const articleOf = (id: string, record: string, text: string) =>
  `---\nid: ${id}\ntitle: Notes of ${id}\n${record}\npublished: 2020\nlanguage: en\ntext: original\n---\n\n${text}\n`;

const folder = writeFolder({
  'thesaurus.yaml': 'actors:\n  - [Sabland, Port Sable]\n  - [Orland, Ort]\n',
  'differing.yaml': 'lengths:\n  - title: length of the border of {parties}\n    names: [border]\n',
  'one.md': articleOf(
    'one',
    'authors: [Ada Miller]\npublisher: Harbour Post',
    'Sabland and Orland share a border of 3,600 km.\n\nThe ferry of Sabland was sold to a brewer.',
  ),
  'two.md': articleOf(
    'two',
    'authors: [Tom Ostrov]\npublisher: The Gazette',
    'Sabland and Orland share a border of 4,200 km.\n\nFishermen of Orland complained of fog.',
  ),
});

describe('a question that compares sources', () => {
  let parts: AnswerParts;
  beforeAll(async () => {
    parts = await openLibrary([folder]);
  });

  it.each([
    ['Do the articles agree on the border?', 'different sources'],
    ['where do your sources differ about the border', 'different sources'],
    ['Does Miller disagree with Ostrov about the border?', 'Ada Miller and Tom Ostrov'],
    ['do Harbour Post and the Gazette agree on the border?', 'Harbour Post and The Gazette'],
    ['compare what Harbour Post and Ostrov say about the border', 'Harbour Post and Tom Ostrov'],
    ['How does Miller differ from Ostrov on the border?', 'Ada Miller and Tom Ostrov'],
    ['what do Miller and Ostrov say about the border?', 'Ada Miller and Tom Ostrov'],
  ])('is told by its words and the records of the library: %s', (question, sources) => {
    const { topic, understood } = readComparison(question, parts.library) ?? {};
    expect(inEnglish({ topic, understood })).toEqual({
      topic: 'the border',
      understood: `What ${sources} say about the border`,
    });
  });

  it.each([
    ['Does Sabland agree with Orland about the border?'],
    ['compare what Harbour Post and Reuters say about the border'],
    ['What do the articles say about the border?'],
    ['How does the ferry differ from a barge?'],
    ['Do the articles agree?'],
  ])('is no other: %s', (question) => {
    expect(readComparison(question, parts.library)).toBeUndefined();
  });

  it('shows a passage of each source, in the order in which they were named, and what differs', async () => {
    const text = 'Does Ostrov disagree with Harbour Post about the border?';
    const found = await answer({ text }, parts);
    if (!hasPassages(found)) throw new Error(found.kind);
    expect(found.kind).toBe('answered');
    expect(inEnglish(found.understood)).toBe(
      'What Tom Ostrov and Harbour Post say about the border',
    );
    expect(found.quotes.map(({ article }) => article)).toEqual(['two', 'one']);
    expect(found.differing.flatMap(({ sides }) => sides.map(({ figure }) => figure))).toEqual([
      '4,200 km',
      '3,600 km',
    ]);
  });

  it('says which source has nothing on it, and is then no certain answer', async () => {
    const text = 'compare what Miller and Ostrov say about the ferry';
    const found = await answer({ text }, parts);
    if (!hasPassages(found)) throw new Error(found.kind);
    expect(found.kind).toBe('perhaps');
    expect(inEnglish(found.notes)).toContain('Nothing here by Tom Ostrov is about that.');
  });

  it('shows no passage twice where an author is set beside their publisher', async () => {
    const text = 'do Miller and Harbour Post agree on the border?';
    const found = await answer({ text }, parts);
    if (!hasPassages(found)) throw new Error(found.kind);
    expect([...found.quotes, ...found.further.flat()]).toHaveLength(1);
    expect(String(inEnglish(found.notes))).toMatch(
      /no figures or dates in these passages that contradict/,
    );
  });

  it('is read without delay, however long', () => {
    const began = process.cpuUsage();
    for (const part of ['a ', 'agree on ', 'compare ', 'do ', ' ', '?']) {
      readComparison(part.repeat(100_000), parts.library);
      readComparison(`compare ${part.repeat(100_000)}`, parts.library);
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(500);
  });
});
