import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { paragraphOf } from '../../src/library/library.ts';
import { importFolder, loadLibrary } from '../../src/library/load.ts';
import { articleFile, type Files, writeFolder } from './folders.ts';

const good = { 'good.md': articleFile({ id: 'good' }) };

/** Loads one folder of these files and a good one; problems are told without the folder's path. */
async function load(files: Files) {
  const folder = writeFolder({ ...good, ...files });
  const { articles, thesaurus, problems } = await loadLibrary([folder]);
  expect(articles.has('good')).toBe(true);
  return {
    ids: [...articles.keys()],
    thesaurus,
    problems: problems.map((problem) => problem.replaceAll(`${folder}/`, '')),
  };
}

describe('a library', () => {
  it('holds the articles of all folders below, whatever the files are called', async () => {
    const files = {
      'b.md': articleFile({ id: 'b' }),
      'deep/er/A b.MD': articleFile({ id: 'deep' }),
      'notes.txt': 'no article',
      '.hidden.md': 'no article',
      '.git/x.md': 'no article',
    };
    expect(await load(files)).toMatchObject({ ids: ['b', 'deep', 'good'], problems: [] });
  });

  it('takes the article of the later folder when two have one id', async () => {
    const first = writeFolder({ 'a.md': articleFile({ id: 'a', title: 'First' }) });
    const later = writeFolder({ 'z.md': articleFile({ id: 'a', title: 'Later' }) });
    const { articles, problems } = await loadLibrary([first, later]);
    expect([...articles.values()].map(({ title }) => title)).toEqual(['Later']);
    expect(problems).toEqual([]);
  });

  it('reports two files of one folder with one id, and keeps the first', async () => {
    const twice = { 'sub/z.md': articleFile({ id: 'good', title: 'Second' }) };
    const { ids, problems } = await load(twice);
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([
      expect.stringMatching(
        /^sub\/z\.md: `id` is "good", as in good\.md; give one of them another/,
      ),
    ]);
  });

  it('reports every problem of a file with the name of the file', async () => {
    const { ids, problems } = await load({
      'bad.md': articleFile({ id: 'B', text: 'short' }, ''),
      'none.md': 'Text',
    });
    expect(ids).toEqual(['good']);
    expect(problems.map((problem) => problem.split(';')[0])).toEqual([
      'bad.md: `id` is "B"',
      'bad.md: `text` is "short"',
      'bad.md: the body is empty',
      'none.md: there is no front matter',
    ]);
  });

  it('finds a paragraph by its number only', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a' }, 'One.\n\nTwo.') });
    const library = await loadLibrary([folder]);
    expect(paragraphOf(library, 'a', 2)?.text).toBe('Two.');
    expect([0, 3, 1.5].map((number) => paragraphOf(library, 'a', number))).toEqual(
      Array(3).fill(undefined),
    );
    expect(paragraphOf(library, 'b', 1)).toBeUndefined();
  });
});

describe('a file that cannot be read is left out', () => {
  it('when it is not UTF-8', async () => {
    const utf16 = Buffer.from(`\ufeff${articleFile()}`, 'utf16le');
    const latin1 = Buffer.from(articleFile({ publisher: 'Süddeutsche' }), 'latin1');
    const { problems } = await load({ 'a.md': utf16, 'b.md': latin1 });
    expect(problems).toEqual([
      'a.md: the file is not UTF-8; save it as UTF-8',
      'b.md: the file is not UTF-8; save it as UTF-8',
    ]);
  });

  it('when it is too large', async () => {
    const { problems } = await load({ 'a.md': articleFile({}, 'word \n\n'.repeat(460_000)) });
    expect(problems).toEqual([
      expect.stringMatching(
        /^a\.md: the file has 3220\d\d\d bytes; divide it into articles of at most 3145728$/,
      ),
    ]);
  });

  it('when it is a folder, a pipe, or a link that leads nowhere', async () => {
    const folder = writeFolder({ 'dir.md/inner.md': articleFile({ id: 'inner' }) });
    symlinkSync(join(folder, 'absent'), join(folder, 'lost.md'));
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    const { articles, problems } = await loadLibrary([folder]);
    expect([...articles.keys()]).toEqual(['inner']);
    expect(problems).toEqual([
      `${folder}/dir.md: this is no file; rename it`,
      `${folder}/lost.md: the file cannot be read (ENOENT); check that it exists and its permissions`,
      `${folder}/pipe.md: this is no file; rename it`,
    ]);
  });

  // Nothing is forbidden to root.
  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser('when its permissions forbid it (skipped for root)', async () => {
    const folder = writeFolder({ ...good, 'shut.md': articleFile(), 'shut/in.md': articleFile() });
    chmodSync(join(folder, 'shut.md'), 0o000);
    chmodSync(join(folder, 'shut'), 0o000);
    const { articles, problems } = await loadLibrary([folder]);
    expect([...articles.keys()]).toEqual(['good']);
    expect(problems).toEqual([
      `${folder}/shut: the folder cannot be read (EACCES); check that it is a folder and its permissions`,
      `${folder}/shut.md: the file cannot be read (EACCES); check that it exists and its permissions`,
    ]);
  });

  it('when it is written to all the time, and is never half of one text and half of another', async () => {
    const folder = writeFolder({});
    const file = join(folder, 'a.md');
    let written = 0;
    const write = () => {
      written += 1;
      const word = written % 2 ? 'oil ' : 'gas ';
      writeFileSync(file, articleFile({}, `${word.repeat(4000)}\n\n`.repeat(6 + (written % 7))));
    };
    write();
    let isOver = false;
    const writing = (async () => {
      for (; !isOver; await new Promise((resolve) => setImmediate(resolve))) write();
    })();
    const seen: string[] = [];
    for (let readings = 0; readings < 20; readings += 1) {
      const { articles, problems } = await loadLibrary([folder]);
      const words = [...articles.values()].flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ text }) => text.split(' ')),
      );
      seen.push(problems.join() || [...new Set(words)].join(' and '));
    }
    isOver = true;
    await writing;
    for (const one of seen)
      expect(one).toMatch(/^(?:oil|gas)$|a\.md: the file is being written to/);
    const { articles, problems } = await loadLibrary([folder]);
    expect([articles.size, problems]).toEqual([1, []]);
  });

  it('in one line, whatever its name is', async () => {
    const { problems } = await load({ 'a\nb\u202e\u001b[31m.md': 'Text' });
    expect(problems).toEqual([expect.stringMatching(/^a b\[31m\.md: there is no front matter/)]);
  });
});

const kernelLog = '/proc/kmsg';

describe('links', () => {
  // Reading on in it waits for the kernel's next message.
  (existsSync(kernelLog) ? it : it.skip)(
    'to a file without an end are not waited for',
    async () => {
      const folder = writeFolder(good);
      symlinkSync(kernelLog, join(folder, 'endless.md'));
      symlinkSync('/dev/zero', join(folder, 'zero.md'));
      const { articles, problems } = await loadLibrary([folder]);
      expect([...articles.keys()]).toEqual(['good']);
      expect(problems).toHaveLength(2);
    },
  );

  it('to files are followed', async () => {
    const elsewhere = writeFolder({ 'text.txt': articleFile({ id: 'linked' }) });
    const folder = writeFolder({});
    symlinkSync(join(elsewhere, 'text.txt'), join(folder, 'a.md'));
    expect([...(await loadLibrary([folder])).articles.keys()]).toEqual(['linked']);
  });

  it('to folders are reported, not followed round in circles', async () => {
    const folder = writeFolder(good);
    symlinkSync(folder, join(folder, 'round'));
    const { articles, problems } = await loadLibrary([folder]);
    expect([...articles.keys()]).toEqual(['good']);
    expect(problems).toEqual([
      `${folder}/round: the link leads to a folder and is not followed; add that to LIBRARY_DIRS`,
    ]);
  });
});

describe('a folder that is not there', () => {
  it('is reported with the setting that names it', async () => {
    const folder = writeFolder(good);
    const { articles, problems } = await loadLibrary([
      `${folder}/absent`,
      `${folder}/good.md`,
      folder,
    ]);
    expect([...articles.keys()]).toEqual(['good']);
    expect(problems).toEqual([
      `${folder}/absent: there is no such folder; create it, or take it out of LIBRARY_DIRS`,
      `${folder}/good.md: the folder cannot be read (ENOTDIR); check that it is a folder and its permissions`,
    ]);
  });

  it('is no problem when it is the folder for imports, where nothing was imported yet', async () => {
    const here = process.cwd();
    const empty = writeFolder({});
    process.chdir(empty);
    try {
      expect((await loadLibrary([importFolder, `./${importFolder}/`])).problems).toEqual([]);
      mkdirSync(importFolder, { recursive: true });
      expect((await loadLibrary([importFolder])).problems).toEqual([]);
    } finally {
      process.chdir(here);
    }
  });
});

describe('a thesaurus', () => {
  it('of every folder counts', async () => {
    const first = writeFolder({ 'thesaurus.yaml': 'actors:\n  - [China, " Beijing\\t"]\n' });
    const second = writeFolder({ 'thesaurus.yaml': '# none\nactors:\nsynonyms: [[UN, U N]]' });
    const { thesaurus, problems } = await loadLibrary([first, second, writeFolder({})]);
    expect(problems).toEqual([]);
    expect(thesaurus).toEqual({
      actors: [['China', 'Beijing']],
      synonyms: [['UN', 'U N']],
      translations: [],
    });
  });

  const remedy =
    'write lists of two or more names of at most 120 characters, such as - [PRC, China]';
  it.each([
    ['a text', 'China', 'the file is no list of `name: value` lines'],
    ['a list', '- [a, b]', 'the file is no list of `name: value` lines'],
    [
      'another name',
      'names: [[a, b]]',
      '"names" is no list; the lists are actors, synonyms and translations',
    ],
    ['a single name', 'actors: [[China]]', `\`actors\` holds "["China"]"; ${remedy}`],
    ['no lists', 'synonyms: China', `\`synonyms\` holds "China"; ${remedy}`],
    ['a hidden name', 'actors: [[a, "\\u200B"]]', `\`actors\` holds "["a",""]"; ${remedy}`],
    ['no names', 'actors: [[a, {b: c}]]', `\`actors\` holds "["a",{"b":"c"}]"; ${remedy}`],
    [
      'a long name',
      `actors: [[a, ${'b'.repeat(121)}]]`,
      `\`actors\` holds "["a","${'b'.repeat(54)}…"; ${remedy}`,
    ],
  ])('with %s is reported and left out', async (_, yaml, problem) => {
    const { thesaurus, problems } = await load({ 'thesaurus.yaml': yaml });
    expect(problems).toEqual([`thesaurus.yaml: ${problem}`]);
    expect(thesaurus).toEqual({ actors: [], synonyms: [], translations: [] });
  });

  it('that is broken, multiplies aliases or nests without end is reported and left out', async () => {
    const row = (inner: string) => `[${Array(9).fill(inner).join(', ')}]`;
    const bomb = `a: &a ${row('x')}\nb: &b ${row('*a')}\nc: &c ${row('*b')}\nactors: ${row('*c')}`;
    const yamls = ['actors: [[a, b]', bomb, `actors: ${'['.repeat(20_000)}`];
    const found = await Promise.all(yamls.map((yaml) => load({ 'thesaurus.yaml': yaml })));
    expect(found.flatMap(({ problems }) => problems)).toEqual([
      expect.stringMatching(/^thesaurus\.yaml: the file is not YAML: .* at line 1/),
      expect.stringMatching(/^thesaurus\.yaml: the file cannot be read: Excessive alias count/),
      expect.stringMatching(/^thesaurus\.yaml: the file is not YAML/),
    ]);
  });

  it('that is a folder is reported', async () => {
    const { problems } = await load({ 'thesaurus.yaml/x.txt': '' });
    expect(problems).toEqual(['thesaurus.yaml: this is no file; rename it']);
  });
});
