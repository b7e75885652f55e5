import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Article } from '../../../../src/library/article.ts';
import { LargeSearch } from '../../../../src/search/engines/fts5/large-search.ts';
import { LocalHost } from '../../../../src/search/engines/fts5/passage-host.ts';
import { ThreadHost } from '../../../../src/search/engines/fts5/thread-host.ts';
import type { Search } from '../../../../src/search/search.ts';
import { processorTime, ratioOfTimes } from '../../../support/processor-time.ts';
import { madeArticle } from '../../made-article.ts';
import { type OpenEngine, promisesOfAnEngine, shown, thesaurus } from '../engine-contract.ts';

const gas = { text: 'gas field 123', phrases: [], excluded: [], filters: [] };
const paragraphs = Array.from({ length: 300 }, (_, i) => `Paragraph ${i} on gas from field ${i}.`);
const library = libraryOf(madeArticle('a', paragraphs), madeArticle('b', ['Gas of other fields.']));
let folder: string;
let file: string;
let told: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-'));
  file = join(folder, 'deep', 'search.db');
  told = [];
});
afterEach(() => rm(folder, { recursive: true }));

function libraryOf(...articles: readonly Article[]) {
  return { articles: new Map(articles.map((article) => [article.id, article])), thesaurus };
}

async function open(host = new LocalHost(file)): Promise<OpenEngine> {
  const large = new LargeSearch(host);
  return {
    next: (articles) => large.next({ articles, thesaurus }),
    close: () => large.close(),
  };
}

async function findAnew(wanted = library) {
  const large = new LargeSearch(new LocalHost(file));
  try {
    return shown(await (await large.next(wanted)).find(gas, 3));
  } finally {
    await large.close();
  }
}

describe('the engine of an index file', () => {
  promisesOfAnEngine(open);
});

describe('an index file that is opened again', () => {
  it('is taken up as it was left, without another article being read', async () => {
    const first = await findAnew();
    expect(first.hits[0]?.[0]).toBe('a:124');
    const { mtimeMs } = await stat(file);
    expect(await findAnew()).toEqual(first);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it('holds no byte of an article that was erased, and finds the rest as one built anew', async () => {
    const secret = [
      'Gas and the Xylocanary pact.',
      'The Minister of Xylocanary Affairs (MXA) left.',
    ];
    const whole = libraryOf(
      madeArticle('a', paragraphs),
      madeArticle('s', secret, { title: 'Xylotitle' }),
      madeArticle('b', ['Gas of other fields, and the pact.']),
    );
    const large = new LargeSearch(new LocalHost(file));
    await large.next(whole);
    const bytes = async () => {
      const files = await Promise.all(
        [file, `${file}-wal`].map((each) => readFile(each, 'latin1')),
      );
      return files.join('\n').toLowerCase();
    };
    expect(await bytes()).toMatch(/xylo/);
    const left = libraryOf(madeArticle('a', paragraphs), ...[...whole.articles.values()].slice(2));
    const search = await large.next({ ...left, withdrawn: new Set(['s']) });
    expect(await bytes()).not.toMatch(/xylo/);
    const found = shown(await search.find(gas, 3));
    // A word that has lost its name comes back under another number.
    const again = madeArticle('c', ['A pact named Xylocanary.']);
    const grown = await large.next({ ...left, articles: new Map(left.articles).set('c', again) });
    const back = await grown.find({ ...gas, text: 'xylocanary' }, 3);
    expect(back.hits.map(({ passage }) => passage.id)).toEqual(['c:1']);
    await large.close();
    await rm(join(folder, 'deep'), { recursive: true });
    expect(await findAnew(left)).toEqual(found);
  });

  it('takes in what changed meanwhile', async () => {
    await findAnew();
    const changed = libraryOf(madeArticle('a', paragraphs.slice(200)), madeArticle('c', ['Gas.']));
    const after = await findAnew(changed);
    await rm(join(folder, 'deep'), { recursive: true });
    expect(after).toEqual(await findAnew(changed));
  });

  it.each<[string, (whole: Buffer) => Promise<unknown>]>([
    ['cut short', (whole) => writeFile(file, whole.subarray(0, whole.length / 2))],
    ['empty', () => writeFile(file, '')],
    ['no index', () => writeFile(file, 'no index at all, but words in a file '.repeat(50))],
  ])('is built anew when it is %s', async (_, damage) => {
    const first = await findAnew();
    await damage(await readFile(file));
    expect(await findAnew()).toEqual(first);
  });

  it('is given up for one that lasts as long as the process where it can not be written', async () => {
    const first = await findAnew();
    await rm(join(folder, 'deep'), { recursive: true });
    await mkdir(file, { recursive: true });
    expect(await findAnew()).toEqual(first);
    expect(await readdir(join(folder, 'deep'))).toEqual(['search.db']);
    await rm(join(folder, 'deep'), { recursive: true });
    await writeFile(join(folder, 'deep'), 'no folder');
    expect(await findAnew()).toEqual(first);
  });

  it('is read by two processes at once, each of which may change it', async () => {
    const [one, other] = [
      new LargeSearch(new LocalHost(file)),
      new LargeSearch(new LocalHost(file)),
    ];
    const wanted = libraryOf(madeArticle('a', paragraphs), madeArticle('n', ['A zebra on gas.']));
    const before = await one.next(library);
    const search = await other.next(wanted);
    const zebra = { ...gas, text: 'zebra' };
    expect((await search.find(zebra, 3)).hits.map(({ passage }) => passage.id)).toEqual(['n:1']);
    // The one's library has no such article, but it knows the word by now.
    expect((await before.find(zebra, 3)).hits).toEqual([]);
    const again = await one.next(library);
    expect(shown(await again.find(gas, 3))).toEqual(shown(await before.find(gas, 3)));
    await one.close();
    await other.close();
  });
});

describe('an index file that is damaged while it is asked', () => {
  it('is built again before anybody is told that there is nothing', async () => {
    const large = new LargeSearch(new LocalHost(file));
    const search = await large.next(library);
    const first = shown(await search.find(gas, 3));
    const size = (await stat(file)).size;
    const another = new LargeSearch(new LocalHost(file));
    await another.next(library);
    await another.close();
    await writeFile(`${file}-wal`, '');
    await writeFile(file, Buffer.alloc(size, 7));
    const after = await search.find(gas, 3).then(shown, () => 'failed');
    // What was in memory of the file may serve once more; after that it is whole again.
    expect([JSON.stringify(first), '"failed"']).toContain(JSON.stringify(after));
    expect(shown(await search.find(gas, 3))).toEqual(first);
    await large.close();
  });
});

describe('adding an article', () => {
  it('takes the work of that article, whatever there is already', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => madeArticle(`m${i}`, [`Gas ${i} of ${i * 7}.`]));
    const timeToAdd = async (count: number) => {
      const host = new LocalHost(join(folder, `${count}.db`));
      await host.change({ added: many(count), removed: [] });
      const time = await processorTime(async () => {
        for (let i = 0; i < 20; i += 1) {
          await host.change({
            added: [madeArticle(`n${i}`, paragraphs.slice(0, 40))],
            removed: [],
          });
        }
      });
      await host.close();
      return time;
    };
    await timeToAdd(10);
    const ratio = await ratioOfTimes(
      () => timeToAdd(500),
      () => timeToAdd(4000),
      3,
    );
    expect(ratio).toBeLessThanOrEqual(3);
  });
});

describe('a thread of its own', () => {
  let host: ThreadHost;
  let large: LargeSearch;
  let search: Search;
  beforeEach(async () => {
    host = new ThreadHost(file, (line) => told.push(line));
    large = new LargeSearch(host);
    search = await large.next(library);
  });
  afterEach(() => large.close());

  it('finds what the index finds on this thread', async () => {
    expect(shown(await search.find(gas, 3))).toEqual(await findAnew());
  });

  it('gives passages of the articles that it was opened with, not of copies', async () => {
    const { hits } = await search.find(gas, 5);
    expect(hits.length).toBeGreaterThan(0);
    for (const { passage } of hits) {
      expect(library.articles.get(passage.article.id)).toBe(passage.article);
    }
  });

  it('answers a question during which it is killed, and says that it was', async () => {
    const before = shown(await search.find(gas, 5));
    for (const thread of host.pool.threads) void thread.terminate();
    expect(shown(await search.find(gas, 5))).toEqual(before);
    expect(told).toEqual([
      expect.stringMatching(/thread failed \(.*\); the question is asked once more/),
    ]);
  });

  it('answers after it was killed between two questions', async () => {
    const before = shown(await search.find(gas, 5));
    await Promise.all(host.pool.threads.map((thread) => thread.terminate()));
    expect(shown(await search.find(gas, 5))).toEqual(before);
  });

  it('ends after what was asked has been answered', async () => {
    const exits = host.pool.threads.map(
      (thread) => new Promise((resolve) => thread.once('exit', resolve)),
    );
    const asked = Array.from({ length: 5 }, () => search.find(gas, 5));
    await large.close();
    expect(exits).toHaveLength(1);
    await Promise.all(exits);
    for (const { hits } of await Promise.all(asked)) expect(hits.length).toBeGreaterThan(0);
    await expect(search.find(gas, 5)).rejects.toThrow('closed');
  });
});
