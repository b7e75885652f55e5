import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSearch } from '../../src/search/open-search.ts';
import { madeArticle } from './made-article.ts';

/** As many paragraphs as it takes for an index to be saved. */
const paragraphs = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i} on gas from field ${i}.`);
const parts = {
  articles: [madeArticle('a', paragraphs)],
  thesaurus: { actors: [], synonyms: [] },
  background: { bitsOf: () => 12 },
};
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  file = join(folder, 'search.index');
});
afterEach(() => rm(folder, { recursive: true }));

async function find(text: string, from = openSearch(parts, { file })) {
  const query = { text, phrases: [], excluded: [], filters: [] };
  const { hits } = await (await from).find(query, 3);
  return hits.map(({ passage, score }) => [passage.id, score]);
}

describe('a search that is opened again', () => {
  it('finds by the saved index what it found by the new one', async () => {
    const first = await find('gas field 1234');
    const { mtimeMs } = await stat(file);
    expect(first[0]?.[0]).toBe('a:1235');
    expect(await find('gas field 1234')).toEqual(first);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it('builds and saves the index anew when the file is damaged', async () => {
    const first = await find('gas field 1234');
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length / 2));
    expect(await find('gas field 1234')).toEqual(first);
    expect((await stat(file)).size).toBe(whole.length);
  });

  it('saves nothing when it was told so', async () => {
    await find('gas', openSearch(parts, { file, saves: false }));
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });
});
