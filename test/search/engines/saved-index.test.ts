import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runAtOnce } from '../../../src/library/pause.ts';
import { buildPassageIndex } from '../../../src/search/engines/index-writer.ts';
import {
  fingerprintOf,
  readSavedIndex,
  saveIndex,
} from '../../../src/search/engines/saved-index.ts';
import { madeArticle } from '../made-article.ts';

const articles = [madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph.'])];
const explained = madeArticle('x', ['The Eurasian Economic Union (EAEU) met.']);
const index = runAtOnce(buildPassageIndex(articles));
/** An index without what can't be compared; numbers lie in buffers of various lengths. */
const plain = (side: object) =>
  JSON.parse(
    JSON.stringify(side, (_, value) =>
      ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value,
    ),
  );
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
    expect(plain(readSide)).toEqual(plain(side));
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

  it('is read as it was written or not at all, whatever became of the file', async () => {
    const whole = await readFile(file);
    const places = fc.nat(whole.length - 1);
    const damages = fc.oneof(
      fc.tuple(places, fc.nat(7)).map(([at, bit]) => {
        const flipped = Buffer.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        return flipped;
      }),
      places.map((at) => whole.subarray(0, at)),
      places.map((at) => Buffer.concat([whole, whole.subarray(at)])),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(damages, async (damaged) => {
        await writeFile(file, damaged);
        const read = (await readSavedIndex(file, 'of these')) ?? index;
        expect(plain(read)).toEqual(plain(index));
      }),
    );
  });

  it('is not read when there is none, or a folder in its place', async () => {
    expect(await readSavedIndex(join(folder, 'none'), 'of these')).toBeUndefined();
    expect(await readSavedIndex(folder, 'of these')).toBeUndefined();
  });

  it('has another version whenever it holds something else of the same words', async () => {
    const texts = [
      'The U.S. and the US weren’t told of 1,200 Café-goers’ missiles; WHO was? IT fell, 21st-century.',
      'Kim Jong-un’s generals wrote: “Li Keqiang’s men have been organising 3.5 rallies.” '.repeat(
        150,
      ),
      'The Eurasian Economic Union (EAEU) met on 5 May 2015 in 10 per cent of $5 cars.',
    ];
    const made = runAtOnce(buildPassageIndex([madeArticle('version', texts)]));
    await saveIndex(file, made, 'fixed');
    const { contents, sha256 } = JSON.parse((await readFile(file)).toString('utf8', 0, 4096));
    // When this fails, an index of before would be taken for one of now: raise `version` in
    // saved-index.ts, and put both here as they were received.
    expect([contents.version, sha256]).toEqual([
      9,
      '43c91c84223ea917f6c9a1ea362fbc0f64bef81961ae141e8cf9c6a9bbad835c',
    ]);
  });

  it('belongs to its articles by every word, id and title of theirs', () => {
    const own = fingerprintOf(articles);
    expect(fingerprintOf(articles)).toBe(own);
    for (const other of [
      madeArticle('b', ['Café talks — “dual freeze”.', 'Second paragraph.']),
      madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph!']),
      madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph.'], { title: 'New' }),
      madeArticle('a', ['Café talks — “dual freeze”.', 'Second paragraph.'], { publisher: 'CNN' }),
    ]) {
      expect(fingerprintOf([other])).not.toBe(own);
    }
  });
});
