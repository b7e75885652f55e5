import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsOf } from '../../../src/language/words.ts';
import { loadLibrary } from '../../../src/library/load.ts';
import { createSearch } from '../../../src/search/engines/embedded-search.ts';
import { openThreadSearch, type ThreadSearch } from '../../../src/search/engines/thread-search.ts';
import { loadBackground } from '../../../src/search/query/background.ts';
import { type Query, readQuery } from '../../../src/search/query/query.ts';
import type { Search } from '../../../src/search/search.ts';

const { articles: byId, thesaurus } = await loadLibrary(['seeds']);
const articles = [...byId.values()];
const missiles: Query = { text: 'missiles in Korea', phrases: [], excluded: [], filters: [] };
const told: string[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thread-'));
});
afterAll(() => rm(folder, { recursive: true }));

function openThread(): Promise<ThreadSearch> {
  const indexFile = join(folder, 'search.index');
  return openThreadSearch({ articles, thesaurus, indexFile, tell: (line) => told.push(line) });
}

describe('a search on a thread of its own', () => {
  let there: ThreadSearch;
  let here: Search;
  beforeAll(async () => {
    there = await openThread();
    here = createSearch({ articles, thesaurus, background: await loadBackground() });
  });
  afterAll(() => there.close());

  it('finds what a search on this thread finds', async () => {
    const forms = articles.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) => wordsOf(text).map(({ form }) => form)),
    );
    const word = fc.oneof(fc.constantFrom(...forms), fc.string({ maxLength: 12 }));
    const part = fc.oneof(
      { arbitrary: word, weight: 8 },
      fc.tuple(fc.constantFrom('"', '-"'), word, word).map(([mark, a, b]) => `${mark}${a} ${b}"`),
      fc.constantFrom('-China', 'author:hammond', 'before:2018', 'text:brief', 'publisher:cnn'),
    );
    const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.nat(40), async (text, borrowed, limit) => {
        const read = readQuery(text);
        if ('problems' in read) return;
        const query = { ...read.query, borrowed };
        expect(await there.find(query, limit)).toEqual(await here.find(query, limit));
      }),
    );
  });

  it('gives passages of the articles that it was opened with, not of copies', async () => {
    const { hits } = await there.find(missiles, 5);
    expect(hits.length).toBeGreaterThan(0);
    for (const { passage } of hits) expect(articles).toContain(passage.article);
  });

  it('leaves this thread to others while it searches', async () => {
    const settled: string[] = [];
    const answers = [
      here.find(missiles, 5).then(() => settled.push('here')),
      there.find(missiles, 5).then(() => settled.push('there')),
    ];
    // What this thread does itself is done before its turn ends; another's answer comes in a later one.
    for (let steps = 0; steps < 100; steps += 1) await Promise.resolve();
    expect(settled).toEqual(['here']);
    await Promise.all(answers);
    expect(settled).toEqual(['here', 'there']);
  });

  it('answers a question during which the thread is killed, and says that it was', async () => {
    const before = await there.find(missiles, 5);
    for (const thread of there.pool.threads) void thread.terminate();
    expect(await there.find(missiles, 5)).toEqual(before);
    expect(told).toEqual([
      expect.stringMatching(/thread failed \(.*\); the question is asked once more/),
    ]);
  });

  it('answers after the thread was killed between two questions', async () => {
    const before = await there.find(missiles, 5);
    await Promise.all(there.pool.threads.map((thread) => thread.terminate()));
    expect(await there.find(missiles, 5)).toEqual(before);
  });
});

describe('the end of a search on a thread of its own', () => {
  it('comes after what was asked has been answered, and ends the thread', async () => {
    const search = await openThread();
    const exits = search.pool.threads.map(
      (thread) => new Promise((resolve) => thread.once('exit', resolve)),
    );
    const asked = Array.from({ length: 5 }, () => search.find(missiles, 5));
    await search.close();
    expect(exits).toHaveLength(1);
    await Promise.all(exits);
    for (const { hits } of await Promise.all(asked)) expect(hits.length).toBeGreaterThan(0);
    await expect(search.find(missiles, 5)).rejects.toThrow('closed');
  });
});
