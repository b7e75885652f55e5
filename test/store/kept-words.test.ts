import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openLiveLibrary } from '../../src/answer/live-library.ts';
import { keepWords, keptArticle, type VersionKey } from '../../src/library/kept-words.ts';
import { StoredArticles } from '../../src/store/articles.ts';
import { openDatabase } from '../../src/store/database.ts';
import { KeptWords } from '../../src/store/kept-words.ts';
import { writeFolder } from '../library/folders.ts';
import { madeArticle } from '../search/made-article.ts';
import { useOf } from '../support/asked.ts';
import { afterTest } from '../support/start-desk.ts';

const act = (key: string) => ({ key, person: 'U1' });

function newFile(): string {
  return join(writeFolder({}), 'kept', 'main.words');
}

function open(file: string): KeptWords {
  const words = new KeptWords(file);
  afterTest(async () => words.close());
  return words;
}

/** Every byte of a file and of what lies beside it. */
function bytesOf(file: string): string {
  const folder = dirname(file);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

const key: VersionKey = { id: 'a', version: 1, madeAt: 5 };
const article = madeArticle('a', ['A ferry to Harbin.', 'A bridge.']);
const { paragraphs: _, ...record } = article;

describe('the words of a large library, in a file', () => {
  it('are read as they were kept, by whoever opens the file next too', () => {
    const file = newFile();
    const words = open(file);
    keepWords(article, key, words);
    expect(keptArticle(record, key, words)).toEqual(article);
    expect(keptArticle(record, key, open(file))).toEqual(article);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are never those of another version, nor of one that a backup brought back', () => {
    const words = open(newFile());
    keepWords(article, key, words);
    expect(keptArticle(record, { ...key, version: 2 }, words)).toBeUndefined();
    expect(keptArticle(record, { ...key, madeAt: 6 }, words)).toBeUndefined();
    expect(() => words.read({ ...key, madeAt: 6 })).toThrow(/not kept any more/);
  });

  it('stay for whoever still works with the version before, and not for longer', () => {
    const words = open(newFile());
    const versions = [1, 2, 3].map((version) => ({ ...key, version }));
    const kept = versions.map((each) => {
      keepWords(madeArticle('a', [`Version ${each.version}.`]), each, words);
      return keptArticle(record, each, words);
    });
    expect(kept.slice(1).map((each) => each?.paragraphs[0]?.text)).toEqual([
      'Version 2.',
      'Version 3.',
    ]);
    expect(words.known({ ...key, version: 1 })).toBeUndefined();
  });

  it('leave no byte when they are forgotten', () => {
    const file = newFile();
    const words = open(file);
    keepWords(madeArticle('a', ['The okapi sails.']), key, words);
    keepWords(madeArticle('b', ['A tapir stays.']), { ...key, id: 'b' }, words);
    words.forget(['a']);
    expect(bytesOf(file)).not.toMatch(/okapi/);
    expect(bytesOf(file)).toMatch(/tapir/);
  });

  it('are made again where the file is damaged, and kept nowhere where it can not be written', () => {
    const file = newFile();
    open(file).close();
    writeFileSync(file, 'no database at all '.repeat(1000));
    const words = open(file);
    keepWords(article, key, words);
    expect(keptArticle(record, key, words)).toEqual(article);
    const nowhere = open(join(file, 'below', 'a-file.words'));
    keepWords(article, key, nowhere);
    expect(keptArticle(record, key, nowhere)).toEqual(article);
  });
});

describe('a library with a large database', () => {
  const large = (id: string, word: string) =>
    madeArticle(
      id,
      Array.from({ length: 1200 }, (_, at) => `Field ${at} of ${id} has ${word}.`),
    );

  async function start() {
    const use = useOf(await openDatabase(`file:${join(writeFolder({}), 'desk.db')}`));
    const file = newFile();
    let whole = 0;
    class Counting extends StoredArticles {
      override latest(ids: readonly string[]) {
        whole += ids.length;
        return super.latest(ids);
      }
    }
    const store = new Counting({ read: use, write: use }, { library: 'main' });
    const openLibrary = async () => {
      const live = await openLiveLibrary({
        folders: [writeFolder({})],
        articles: store,
        words: KeptWords.in(file),
        indexFile: join(writeFolder({}), 'search.db'),
        tell: () => {},
      });
      afterTest(() => live.close());
      return live;
    };
    await store.add(large('a', 'okapi'), act('1'));
    await store.add(large('b', 'tapir'), act('2'));
    return { store, file, openLibrary, whole: () => whole };
  }

  it('has their words in a file, and reads them from the database once', async () => {
    const { file, openLibrary, whole } = await start();
    const first = await openLibrary();
    expect(whole()).toBe(2);
    expect(first.library.articles.get('a')).toEqual(large('a', 'okapi'));
    await first.close();
    expect(existsSync(file)).toBe(true);
    const { library } = await openLibrary();
    expect(library.articles.get('b')).toEqual(large('b', 'tapir'));
    expect(whole()).toBe(2);
  });

  it('shows a correction, and leaves no word of what is erased', async () => {
    const { store, file, openLibrary } = await start();
    const live = await openLibrary();
    const before = live.library.articles.get('a');
    if (!before) throw new Error('no article');
    const corrected = large('a', 'numbat');
    expect(await store.correct(before, corrected, act('3'))).toMatchObject({ kind: 'done' });
    await live.catchUp();
    expect(live.library.articles.get('a')).toEqual(corrected);
    await store.erase(corrected, act('4'));
    await live.catchUp();
    expect(live.library.articles.has('a')).toBe(false);
    await live.close();
    expect(bytesOf(file)).not.toMatch(/numbat|okapi/);
    expect(bytesOf(file)).toMatch(/tapir/);
    await store.erase(large('b', 'tapir'), act('5'));
    expect(bytesOf(file)).toMatch(/tapir/);
    await (await openLibrary()).close();
    expect(bytesOf(file)).not.toMatch(/tapir/);
  });
});
