import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type LiveLibrary, openLiveLibrary } from '../../src/answer/live-library.ts';
import type { Article } from '../../src/library/article.ts';
import type { ArticleStore } from '../../src/library/article-store.ts';
import type { Query } from '../../src/search/query/query.ts';
import { StoredArticles } from '../../src/store/articles.ts';
import { openDatabase } from '../../src/store/database.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { madeArticle } from '../search/made-article.ts';
import { useOf } from '../support/asked.ts';
import { afterTest } from '../support/start-desk.ts';

async function open(
  folder: string | readonly string[],
  articles?: ArticleStore,
  options: { readonly isShared?: boolean } = {},
) {
  const told: string[] = [];
  const live = await openLiveLibrary({
    folders: [folder].flat(),
    articles,
    lookAgain: 20,
    tell: (message) => told.push(message),
    indexFile: join(writeFolder({}), 'search.index'),
    quiet: 20,
    ...options,
  });
  afterTest(() => live.close());
  return { live, told };
}

function firstIn(live: LiveLibrary, query: Query): Promise<string | undefined> {
  return live.use(async ({ search }) => (await search.find(query, 1)).hits[0]?.passage.text);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) await wait(10);
  expect(isSo()).toBe(true);
}

describe('a live library', () => {
  it('shows new, changed and removed articles to whoever holds it', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const { live } = await open(folder);
    const { library } = live;
    writeFileSync(join(folder, '.b.importing'), articleFile({ id: 'b-1' }, 'A bridge.'));
    renameSync(join(folder, '.b.importing'), join(folder, 'b-1.md'));
    await until(() => library.articles.has('b-1'));
    writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, 'A tunnel to Harbin.'));
    await until(() => library.articles.get('a-1')?.paragraphs[0]?.text === 'A tunnel to Harbin.');
    const query = { text: 'tunnel', filters: [], phrases: [], excluded: [] };
    expect(await firstIn(live, query)).toBe('A tunnel to Harbin.');
    rmSync(join(folder, 'b-1.md'));
    await until(() => !library.articles.has('b-1'));
  });

  it('answers from a large library without a gap while it is read again', async () => {
    const text = (fuel: string) =>
      Array.from({ length: 2000 }, (_, i) => `Field ${i} has ${fuel}.`).join('\n\n');
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, text('gas')) });
    const { live, told } = await open(folder);
    writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, text('oil')));
    const query = { text: 'field 1234', filters: [], phrases: [], excluded: [] };
    const found = new Set<string | undefined>();
    for (let asked = 0; asked < 2 || told.length === 0; asked += 1) {
      found.add(await firstIn(live, query));
    }
    found.add(await firstIn(live, query));
    expect([...found]).toEqual(['Field 1234 has gas.', 'Field 1234 has oil.']);
    expect(told).toEqual(['The library was read again: 1 articles']);
  });

  it.each([
    ['small', 1],
    ['large', 2000],
  ])('keeps what a question began with until it is answered: a %s one', async (_, paragraphs) => {
    const text = (fuel: string) => Array(paragraphs).fill(`This field has ${fuel}.`).join('\n\n');
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, text('gas')) });
    const { live } = await open(folder);
    const query = { text: 'which fuel has this field', filters: [], phrases: [], excluded: [] };
    const seen = await live.use(async ({ library, search }) => {
      writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, text('oil')));
      await until(
        () => live.library.articles.get('a-1')?.paragraphs[0]?.text.includes('oil') === true,
      );
      const [hit] = (await search.find(query, 1)).hits;
      return [hit?.passage.text, library.articles.get('a-1')?.paragraphs[0]?.text];
    });
    expect(seen).toEqual(['This field has gas.', 'This field has gas.']);
    expect(await firstIn(live, query)).toBe('This field has oil.');
  });

  it('watches folders that are made later', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }) });
    const { live, told } = await open(folder);
    mkdirSync(join(folder, 'new'));
    await until(() => told.length === 1);
    writeFileSync(join(folder, 'new', 'b.md'), articleFile({ id: 'b-1' }));
    await until(() => live.library.articles.has('b-1'));
  });

  it('loses what stood in a folder that disappears, names it, and has it again with the folder', async () => {
    const folder = writeFolder({ 'stays/a.md': articleFile({ id: 'a-1' }) });
    const [stays, goes] = [join(folder, 'stays'), join(folder, 'goes')];
    mkdirSync(goes);
    writeFileSync(join(goes, 'b.md'), articleFile({ id: 'b-1' }));
    const { live, told } = await open([stays, goes]);
    expect([...live.library.articles.keys()]).toEqual(['a-1', 'b-1']);
    renameSync(goes, join(folder, 'elsewhere'));
    await until(() => !live.library.articles.has('b-1'));
    expect(told).toContainEqual(expect.stringMatching(/Left out: .*goes: there is no such folder/));
    renameSync(join(folder, 'elsewhere'), goes);
    // Nobody is told of a folder that comes back; any other change has it read.
    writeFileSync(join(stays, 'c.md'), articleFile({ id: 'c-1' }));
    await until(() => live.library.articles.has('b-1'));
  });

  it('keeps what it has when everything is gone at once, and names broken files', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }) });
    const { live, told } = await open(folder);
    writeFileSync(join(folder, 'b.md'), 'no front matter');
    await until(() => told.some((message) => /Left out: .*b\.md: .*front matter/.test(message)));
    rmSync(folder, { recursive: true });
    await until(() => told.some((message) => /no article .* any more/.test(message)));
    expect([...live.library.articles.keys()]).toEqual(['a-1']);
  });
});

/** A database, as each of several processes opens it: what it changes it shows at once to its own library. */
async function openStores() {
  const url = `file:${join(writeFolder({}), 'desk.db')}`;
  return async (changed?: () => Promise<void>) => {
    const database = await openDatabase(url);
    afterTest(() => database.close());
    const use = useOf(database);
    return new StoredArticles({ read: use, write: use }, { library: 'main', changed });
  };
}

let acts = 0;
const act = () => {
  acts += 1;
  return { key: `act ${acts}`, person: 'U1' };
};

const bridge = madeArticle('bridge', ['A bridge to Heihe was opened.']);
const asksForBridge: Query = { text: 'bridge', filters: [], phrases: [], excluded: [] };

describe('a live library over a database', () => {
  it('shows what its own process added when that is done, and another process soon after', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live } = await open(folder, store);
    const { live: other } = await open(folder, await openStore());
    expect(await firstIn(live, asksForBridge)).toBeUndefined();
    await store.add(bridge, act());
    expect(await firstIn(live, asksForBridge)).toBe('A bridge to Heihe was opened.');
    expect([...live.library.articles.keys()]).toEqual(['a-1', 'bridge']);
    await until(() => other.library.articles.has('bridge'));
    expect(await firstIn(other, asksForBridge)).toBe('A bridge to Heihe was opened.');
  });

  it('makes again only what has changed', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live } = await open(folder, store);
    await store.add(bridge, act());
    const before = live.library.articles.get('bridge');
    await store.add(madeArticle('tunnel', ['A tunnel.']), act());
    expect(live.library.articles.get('bridge')).toBe(before);
  });

  it('lays corrections over the folders, and tells of a file that has changed since', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live, told } = await open(folder, store);
    const article = live.library.articles.get('a-1') as Article;
    await store.correct(article, { ...article, title: 'The ferry' }, act());
    expect(live.library.articles.get('a-1')?.title).toBe('The ferry');
    expect(live.library.earlier?.get('a-1')).toEqual([article]);
    expect(live.library.problems).toEqual([]);
    writeFileSync(join(folder, 'a.md'), articleFile({ id: 'a-1' }, 'A tunnel to Harbin.'));
    await until(() => told.some((message) => /a\.md: it has changed since/.test(message)));
    expect(live.library.articles.get('a-1')?.title).toBe('The ferry');
  });

  it('does not find a removed article, keeps it for old answers, and follows its file when it is back', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.'),
      'b.md': articleFile({ id: 'b-1' }, 'A bridge to Heihe.'),
    });
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live } = await open(folder, store);
    const article = live.library.articles.get('b-1') as Article;
    await store.remove(article, act());
    expect(await firstIn(live, asksForBridge)).toBeUndefined();
    expect(live.library.articles.has('b-1')).toBe(false);
    expect(live.library.earlier?.get('b-1')).toEqual([article]);
    await store.restore('b-1', act());
    expect(await firstIn(live, asksForBridge)).toBe('A bridge to Heihe.');
    writeFileSync(join(folder, 'b.md'), articleFile({ id: 'b-1' }, 'A new bridge to Heihe.'));
    await until(
      () => live.library.articles.get('b-1')?.paragraphs[0]?.text === 'A new bridge to Heihe.',
    );
  });

  it('leaves an erased article out while its file is there, in every process, and names the file', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.'),
      'b.md': articleFile({ id: 'b-1' }, 'A bridge to Heihe.'),
    });
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live, told } = await open(folder, store);
    const { live: other } = await open(folder, await openStore());
    await store.erase(live.library.articles.get('b-1') as Article, act());
    expect(await firstIn(live, asksForBridge)).toBeUndefined();
    expect(live.library.withdrawn).toEqual(new Set(['b-1']));
    expect(told.filter((message) => /b\.md: .*erased.*delete the file/.test(message))).toHaveLength(
      1,
    );
    await until(() => !other.library.articles.has('b-1'));
    const { live: later } = await open(folder, await openStore());
    expect([...later.library.articles.keys()]).toEqual(['a-1']);
    expect(existsSync(join(folder, 'b.md'))).toBe(true);
  });

  it.each([
    ['deletes', 'its own', true],
    ['leaves', 'one of several libraries', false],
  ])('%s the file of an erased article in %s imports', async (_, __, isDeleted) => {
    const [before, root] = [process.cwd(), writeFolder({})];
    process.chdir(root);
    afterTest(async () => process.chdir(before));
    const file = join(root, 'data', 'library', 'b.md');
    mkdirSync(join(root, 'data', 'library'), { recursive: true });
    writeFileSync(file, articleFile({ id: 'b-1' }, 'A bridge to Heihe.'));
    const openStore = await openStores();
    const store = await openStore(() => live.catchUp());
    const { live } = await open(join('data', 'library'), store, { isShared: !isDeleted });
    await store.erase(live.library.articles.get('b-1') as Article, act());
    expect(existsSync(file)).toBe(!isDeleted);
    expect(live.library.articles.size).toBe(0);
    expect(live.library.problems).toHaveLength(isDeleted ? 0 : 1);
  });

  it('answers from its folders while the database is away, and from both once it is there', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const database = await openDatabase(`file:${join(writeFolder({}), 'desk.db')}`);
    afterTest(() => database.close());
    let isAway = true;
    const use = useOf(database);
    const read: typeof use = (work) =>
      isAway ? Promise.reject(new StoreError('It is away')) : use(work);
    const store = new StoredArticles({ read, write: use }, { library: 'main' });
    const { live, told } = await open(folder, store);
    await store.add(bridge, act());
    expect([...live.library.articles.keys()]).toEqual(['a-1']);
    expect(live.library.isWhole).toBe(false);
    isAway = false;
    // Not a moment before what was read is searched.
    await until(() => live.library.isWhole === true);
    expect([...live.library.articles.keys()]).toContain('bridge');
    expect(told).toEqual(['The library was read again: 2 articles']);
  });

  it('begins again with a database that was put back from a backup', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a-1' }, 'A ferry to Harbin.') });
    const [first, second] = [await (await openStores())(), await (await openStores())()];
    await first.add(bridge, act());
    await first.add(madeArticle('tunnel', ['A tunnel.']), act());
    await second.add(madeArticle('canal', ['A canal.']), act());
    let current = first;
    const either = new Proxy(first, {
      get: (_, name: keyof StoredArticles) => (current[name] as () => void).bind(current),
    });
    const { live } = await open(folder, either);
    expect([...live.library.articles.keys()]).toEqual(['a-1', 'bridge', 'tunnel']);
    current = second;
    await until(() => live.library.articles.has('canal'));
    expect([...live.library.articles.keys()]).toEqual(['a-1', 'canal']);
  });
});
