import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/library/article.ts';
import { createSearch } from '../../../src/search/engines/embedded-search.ts';
import { generalQuestions } from '../../../src/search/meaning/general-questions.ts';
import { MeaningSearch } from '../../../src/search/meaning/meaning-search.ts';
import { keyOf, VectorFile } from '../../../src/search/meaning/vector-file.ts';
import type { Background } from '../../../src/search/query/background.ts';
import { readQuery } from '../../../src/search/query/query.ts';
import { madeArticle } from '../made-article.ts';
import { HashEmbedder } from './hash-embedder.ts';

const background: Background = { bitsOf: () => 12 };
const articles = [
  madeArticle('a', [
    'The ship sank in a storm. Its sailor was saved.',
    'Bread is made from flour.',
  ]),
  madeArticle('b', ['Taxes were raised by the council.']),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(
  library: readonly Article[],
  embedder: HashEmbedder,
  file = 'a.vec',
  options: { keepsOnlyThese?: boolean } = {},
) {
  const told: string[] = [];
  const words = createSearch({
    articles: library,
    thesaurus: { actors: [], synonyms: [] },
    background,
  });
  const vectors = await VectorFile.open(join(folder, file), embedder.id);
  const search = new MeaningSearch(words, library, {
    embedder,
    vectors,
    tell: (message) => told.push(message),
    ...options,
  });
  return { search, told };
}

function queryOf(question: string) {
  const read = readQuery(question);
  if ('problems' in read) throw new Error(read.problems.join());
  return read.query;
}

describe('a search by meaning', () => {
  it('finds what shares no word with the question, and its nearest sentence', async () => {
    const { search } = await open(articles, new HashEmbedder());
    await search.built;
    const { hits, nearness } = await search.find(queryOf('was the mariner of the vessel'), 3);
    const [best] = hits;
    expect(best?.passage.id).toBe('a:1');
    expect(
      best?.passage.article.paragraphs[0]?.text.slice(best.nearest?.start, best.nearest?.end),
    ).toMatch(/sailor|ship/);
    expect(nearness).toBeGreaterThan(0);
  });

  it('keeps to filters, and to the words of phrases and exclusions', async () => {
    const { search } = await open(articles, new HashEmbedder());
    await search.built;
    const found = async (question: string) =>
      (await search.find(queryOf(question), 9)).hits.map(({ passage }) => passage.id);
    expect(await found('the mariner of that vessel author:nobody')).toEqual([]);
    expect(await found('"raised by the council" vessel')).toEqual(['b:1']);
    expect(await found('council vessel -storm')).toEqual(['b:1']);
  });

  it('lets words answer until the vectors are complete', async () => {
    const embedder = new HashEmbedder();
    const { search } = await open(articles, embedder, 'later.vec');
    const { hits, nearness } = await search.find(queryOf('who raised the taxes there'), 3);
    expect(hits.map(({ passage }) => passage.id)).toEqual(['b:1']);
    expect(nearness).toBeUndefined();
    await search.close();
  });

  it('lets words answer when the model fails or is slow, says so once, and lets it rest', async () => {
    const embedder = new HashEmbedder();
    const { search, told } = await open(articles, embedder);
    await search.built;
    embedder.fault = () => Promise.reject(new Error('out of order'));
    for (let times = 0; times < 2; times += 1) {
      const { hits } = await search.find(queryOf('who raised the taxes there'), 3);
      expect(hits[0]?.passage.id).toBe('b:1');
    }
    expect(told).toEqual([expect.stringContaining('out of order')]);
  });

  it('embeds a text once, and after a change only what changed', async () => {
    const embedder = new HashEmbedder();
    const first = await open(articles, embedder, 'kept.vec');
    await first.search.built;
    expect(embedder.asked.length).toBeGreaterThan(generalQuestions.length);
    const again = new HashEmbedder();
    const changed = [articles[0] as Article, madeArticle('b', ['Taxes were lowered at once.'])];
    const second = await open(changed, again, 'kept.vec');
    await second.search.built;
    expect([...new Set(again.asked)]).toEqual(['Taxes were lowered at once.']);
  });

  it('keeps the vectors of texts that are gone for a while, but none where something was erased', async () => {
    const embedder = new HashEmbedder();
    await (await open(articles, embedder, 'gone.vec')).search.built;
    const text = 'Taxes were raised by the council.';
    const kept = async () =>
      (await VectorFile.open(join(folder, 'gone.vec'), embedder.id)).get(keyOf(text, 'passage'));
    const [left] = articles;
    await (await open(left ? [left] : [], embedder, 'gone.vec')).search.built;
    expect(await kept()).toBeDefined();
    const options = { keepsOnlyThese: true };
    await (await open(left ? [left] : [], embedder, 'gone.vec', options)).search.built;
    expect(await kept()).toBeUndefined();
  });

  it('removes single vectors from the file', async () => {
    const path = join(folder, 'removed.vec');
    const file = await VectorFile.open(path, 'm');
    file.add('a'.repeat(32), Float32Array.of(1, 0));
    file.add('b'.repeat(32), Float32Array.of(0, 1));
    await file.save();
    await file.remove(['a'.repeat(32), 'c'.repeat(32)]);
    expect(await readFile(path, 'hex')).not.toMatch(/a{32}/);
    expect((await VectorFile.open(path, 'm')).get('b'.repeat(32))).toBeDefined();
  });

  it('reads a file that was cut short as far as it goes', async () => {
    const path = join(folder, 'cut.vec');
    const file = await VectorFile.open(path, 'm');
    file.add('a'.repeat(32), Float32Array.of(1, 0));
    file.add('b'.repeat(32), Float32Array.of(0, 1));
    await file.save();
    const { truncate, stat } = await import('node:fs/promises');
    await truncate(path, (await stat(path)).size - 3);
    const read = await VectorFile.open(path, 'm');
    expect(read.get('a'.repeat(32))?.values).toEqual(Int8Array.of(127, 0));
    expect(read.get('b'.repeat(32))).toBeUndefined();
    expect((await VectorFile.open(path, 'other')).get('a'.repeat(32))).toBeUndefined();
  });
});
