import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSearch } from '../../../src/search/engines/open-search.ts';
import { madeArticle } from '../made-article.ts';

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

async function find(text: string, indexFile = file) {
  const query = { text, phrases: [], excluded: [], filters: [] };
  const { hits } = await (await openSearch(parts, indexFile)).find(query, 3);
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

  it.each<[string, (whole: Buffer) => Promise<unknown>]>([
    ['cut short', (whole) => writeFile(file, whole.subarray(0, whole.length / 2))],
    ['empty', () => writeFile(file, '')],
    [
      'of other articles',
      () => openSearch({ ...parts, articles: [...parts.articles, madeArticle('b', [])] }, file),
    ],
  ])('builds and saves the index anew when the file is %s', async (_, damage) => {
    const first = await find('gas field 1234');
    const whole = await readFile(file);
    await damage(whole);
    expect(await find('gas field 1234')).toEqual(first);
    expect(await readFile(file)).toEqual(whole);
  });

  it('answers though a folder stands in the place of the file, and leaves nothing behind', async () => {
    await mkdir(file);
    expect((await find('gas field 1234'))[0]?.[0]).toBe('a:1235');
    expect(await readdir(folder)).toEqual(['search.index']);
  });

  it('answers though the folder of the file can not be made', async () => {
    await writeFile(file, 'no folder');
    expect((await find('gas field 1234', join(file, 'index')))[0]?.[0]).toBe('a:1235');
  });
});
