import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/library.ts';
import { withStoredArticles } from '../../src/commands/stored-articles.ts';
import type { ArticleStore } from '../../src/library/article-store.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { articleFile, writeFolder } from '../library/folders.ts';
import { runCommand } from '../support/run-command.ts';

const body = `Above all headings.

## A heading

*Under* it, with 1. a number, a \\# and "quotes".

## Another one

The last one, which has a <tag> and a \`tick\`.
`;

/** A library of two articles, the command, and the database behind it. */
function start() {
  const folder = writeFolder({
    'lib/a.md': articleFile(
      {
        id: 'a',
        authors: '[Ada Li, "{Harbour Institute}"]',
        published: '2020-05',
        pages: '[1, 1-2, 2]',
      },
      body,
    ),
    'lib/b.md': articleFile({ id: 'b', text: 'brief' }, 'A ferry to Harbin.'),
  });
  const env = { LIBRARY_DIRS: 'lib' };
  return {
    folder,
    file: (name: string) => join(folder, name),
    library: (...args: string[]) => runCommand(run, args, env, folder),
    store: <T>(work: (articles: ArticleStore) => Promise<T>) =>
      withStoredArticles({ env, folder }, ({ made }) => work(made())),
  };
}

describe('npm run library', () => {
  it('publishes folders, and again only what has changed', async () => {
    const { library, file, store } = start();
    const first = await library('publish');
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 added, 0 new ver/) });
    writeFileSync(file('lib/b.md'), articleFile({ id: 'b' }, 'A bridge to Harbin.'));
    const second = await library('publish', 'lib');
    expect(second.stdout).toMatch(/^0 added, 1 new versions, 1 unchanged; the library is at \d+\n/);
    const versions = await store((articles) => articles.versionsOf('b'));
    expect(versions.map(({ article }) => article.paragraphs[0]?.text)).toEqual([
      'A bridge to Harbin.',
      'A ferry to Harbin.',
    ]);
  });

  it('names what it leaves out: files with mistakes, what was removed, what was erased', async () => {
    const { library, file, store } = start();
    await library('publish');
    await store(async (articles) => {
      const [a, b] = await articles.pageAfter(undefined, 2);
      if (a) await articles.remove(a, { key: '1', person: 'U1' });
      if (b) await articles.erase(b, { key: '2', person: 'U1' });
    });
    writeFileSync(file('lib/c.md'), 'no front matter');
    const { code, stderr } = await library('publish');
    expect(code).toBe(65);
    expect(stderr).toMatch(/c\.md: there is no front matter/);
    expect(stderr).toMatch(/a was removed; restore it/);
    expect(stderr).toMatch(/b was erased; delete its file/);
  });

  it('says what the database holds', async () => {
    const { library, store } = start();
    expect((await library('status')).stdout).toMatch(/^0 articles .* at 0\n/);
    await library('publish');
    await store(async (articles) => {
      const [a] = (await articles.latest(['a'])).map(({ article }) => article);
      if (a) await articles.remove(a, { key: '1', person: 'U1' });
    });
    expect(JSON.parse((await library('status', '--json')).stdout)).toEqual({
      articles: 1,
      briefs: 1,
      paragraphs: 1,
      toReview: 0,
      waiting: 0,
      removed: 1,
      erased: 0,
      watermark: 3,
    });
    expect((await library('status')).stdout).toContain('1 removed, 0 erased\n');
  });

  it('exports files that are read as the same articles, and names those to delete', async () => {
    const { library, folder, file, store } = start();
    await library('publish');
    const { stdout } = await library('export', 'out');
    expect(stdout).toBe(`2 articles in ${file('out')}, 2 of them written now\n`);
    const [out, lib] = [await loadLibrary([file('out')]), await loadLibrary([file('lib')])];
    expect(out.problems).toEqual([]);
    expect([...out.articles]).toEqual([...lib.articles]);
    expect((await library('export', 'out')).stdout).toMatch(/ 0 of them written now\n$/);
    await store(async (articles) => {
      const [b] = (await articles.latest(['b'])).map(({ article }) => article);
      if (b) await articles.erase(b, { key: '1', person: 'U1' });
    });
    expect((await library('export', 'out')).stderr).toBe(
      `${join(folder, 'out/b.md')}: its article was erased; delete the file\n`,
    );
    expect(existsSync(file('out/b.md'))).toBe(true);
    expect(readFileSync(file('out/a.md'), 'utf8')).toContain('"{Harbour Institute}"');
  });

  it('explains itself when it is used wrongly', async () => {
    const { library } = start();
    for (const args of [[], ['export'], ['export', 'a', 'b'], ['status', 'x'], ['destroy']]) {
      expect(await library(...args)).toMatchObject({
        code: 64,
        stderr: expect.stringMatching(/^Usage/),
      });
    }
  });
});
