import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAtOnce } from '../../src/library/pause.ts';
import { buildPassageIndex } from '../../src/search/passage-index.ts';
import { fingerprintOf, readSavedIndex, saveIndex } from '../../src/search/saved-index.ts';
import { madeArticle } from './made-article.ts';

const articles = [madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph.'])];
const explained = madeArticle('x', ['The Eurasian Economic Union (EAEU) met.']);
const index = runAtOnce(buildPassageIndex(articles));
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  file = join(folder, 'deep', 'search.index');
  await saveIndex(file, index, 'of these');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a saved index', () => {
  it('is read as it was written', async () => {
    const { engine, ...side } = index;
    const { engine: read, ...readSide } = (await readSavedIndex(file, 'of these')) ?? {};
    expect(readSide).toEqual(side);
    const found = (from = engine) => from.search('second title freeze talks');
    expect(found()).toHaveLength(2);
    expect(found(read)).toEqual(found());
  });

  it('keeps the abbreviations', async () => {
    await saveIndex(file, runAtOnce(buildPassageIndex([explained])), 'explained');
    const { abbreviations } = (await readSavedIndex(file, 'explained')) ?? {};
    expect(abbreviations).toEqual(['EAEU\tEurasian Economic Union']);
  });

  it('is not read for other articles', async () => {
    expect(await readSavedIndex(file, 'of those')).toBeUndefined();
  });

  it('is not read when it is absent, cut short or damaged in any place', async () => {
    expect(await readSavedIndex(join(folder, 'none'), 'of these')).toBeUndefined();
    const content = await readFile(file);
    for (const at of [0, 10, 4096, content.length - 5]) {
      const damaged = Buffer.from(content);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await writeFile(file, damaged);
      expect(await readSavedIndex(file, 'of these')).toBeUndefined();
      await writeFile(file, content.subarray(0, at));
      expect(await readSavedIndex(file, 'of these')).toBeUndefined();
    }
  });

  it('belongs to its articles by every word, id and title of theirs', async () => {
    const own = await fingerprintOf(articles);
    expect(await fingerprintOf(articles)).toBe(own);
    for (const other of [
      madeArticle('b', ['Café talks — “dual freeze”.', 'Second paragraph.']),
      madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph!']),
      madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph.'], { title: 'New' }),
    ]) {
      expect(await fingerprintOf([other])).not.toBe(own);
    }
  });
});
