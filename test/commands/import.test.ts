import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/import.ts';
import { withStoredArticles } from '../../src/commands/stored-articles.ts';
import { loadOver } from '../../src/library/stored-library.ts';
import { type Files, writeFolder } from '../library/folders.ts';
import { runCommand } from '../support/run-command.ts';

const prose = `The two ministers met in Harbin.\n\n${'They spoke of the ice on the river. '.repeat(6).trim()}`;
const text = `By Ada Li\nJune 7, 2021\n\n${prose}\n\n2 views0 comments\n`;
const titled = `A List of Projects\n${text}`;

/** Runs the import in a new folder with these files. */
function startImport(files: Files) {
  const cwd = writeFolder(files);
  const run1 = (...args: string[]) => runCommand(run, args, {}, cwd);
  return {
    saved: join(cwd, 'data/library/li-2021.md'),
    cwd,
    run: run1,
    /** What it prints as JSON, an object a line. */
    json: async (...args: string[]) => {
      const { stdout, code } = await run1('--json', ...args);
      const lines = stdout.split('\n').filter(Boolean);
      return { code, results: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
    },
  };
}

describe('npm run import', () => {
  it('saves an article, prints its record and what was left out, and repeats that unchanged', async () => {
    const { run, saved } = startImport({ 'a.txt': titled });
    const { code, stdout } = await run('a.txt');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.txt -> li-2021 \(written\)\n {2}paragraphs: 2;/);
    expect(stdout).toContain('authors: Ada Li\n');
    expect(stdout).toContain('left out (share counts): 2 views0 comments\n');
    expect(stdout).toMatch(/\nwritten +li-2021 +text +2 +a\.txt\n/);
    expect(readFileSync(saved, 'utf8')).toContain(`\n---\n\n${prose}\n`);
    expect(await run('a.txt')).toMatchObject({ code: 0, stdout: expect.stringMatching(/exists/) });
  });

  it('exits with 2 when a person should look something over, and says what', async () => {
    const { run, saved } = startImport({ 'a.txt': text });
    const { code, stdout } = await run('a.txt');
    expect(code).toBe(2);
    expect(stdout).toContain('title: The two ministers met in Harbin. (inferred)\n');
    expect(stdout).toMatch(/To look over .*\n {2}li-2021: title\n$/);
    expect(readFileSync(saved, 'utf8')).toContain('review: [ title ]\n');
  });

  it('imports what it can, refuses the rest with reasons, and exits with 65', async () => {
    const { json, saved } = startImport({ 'a.txt': titled, 'b.txt': 'a\0b', 'c.doc': 'x' });
    const { code, results } = await json('b.txt', 'a.txt', 'c.doc', 'none.txt');
    expect(code).toBe(65);
    expect(results).toEqual([
      {
        input: 'b.txt',
        status: 'refused',
        review: [],
        leftOut: [],
        reason: expect.stringMatching(/binary/),
      },
      {
        input: 'a.txt',
        status: 'written',
        id: 'li-2021',
        format: 'text',
        record: expect.objectContaining({ title: 'A List of Projects', authors: ['Ada Li'] }),
        review: [],
        paragraphs: 2,
        leftOut: expect.arrayContaining(['share counts: 2 views0 comments']),
      },
      expect.objectContaining({ input: 'c.doc', reason: expect.stringMatching(/its ending/) }),
      expect.objectContaining({ input: 'none.txt', reason: expect.stringMatching(/no such file/) }),
    ]);
    expect(existsSync(saved)).toBe(true);
  });

  it('takes folders, and with --dry-run writes nothing', async () => {
    const { json, saved, run } = startImport({
      'in/a.txt': titled,
      'in/deep/b.md': `# B\n\n${text}`,
    });
    const { results } = await json('--dry-run', 'in');
    expect(results.map(({ input, status }) => [input, status])).toEqual([
      ['in/a.txt', 'written'],
      ['in/deep/b.md', 'exists'],
    ]);
    const { stdout } = await run('--dry-run', 'in');
    expect(stdout).toMatch(/^in\/a\.txt -> li-2021 \(would be written\)$/m);
    expect(stdout).toMatch(/^Nothing was written: this was a dry run\.$/m);
    expect(existsSync(saved)).toBe(false);
  });

  it('knows a text again under another name, and a page whose words have changed', async () => {
    const long = Array.from(
      { length: 40 },
      (_, at) => `Minister ${at} met number ${at + 1} in Harbin.`,
    ).join(' ');
    const head = 'A List of Projects\nhttps://gazette.example/list\nBy Ada Li\nJune 7, 2021';
    const { json, saved, cwd } = startImport({
      'a.txt': `${head}\n\n${long}\n`,
      'copy.txt': `The Projects of Harbin\nBy Reuters\nJune 8, 2021\n\n${long}\n`,
      'changed.txt': `${head}\n\nNo minister has met another one in the town since then.\n`,
    });
    const { code, results } = await json('a.txt', 'copy.txt', 'changed.txt');
    expect(code).toBe(0);
    expect(results.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['li-2021', 'written', undefined],
      ['li-2021', 'exists', 'it is the text of li-2021'],
      ['li-2021', 'written', 'a new version of li-2021; old answers keep the words before'],
    ]);
    expect(readFileSync(saved, 'utf8')).toContain('Minister 3 met');
    const { library } = await withStoredArticles({ env: {}, folder: cwd }, ({ existing }) =>
      loadOver([join(cwd, 'data/library')], existing),
    );
    const [now, [before]] = [
      library.articles.get('li-2021'),
      library.earlier?.get('li-2021') ?? [],
    ];
    expect(now).toMatchObject({ title: 'A List of Projects', authors: ['Ada Li'] });
    expect(now?.paragraphs.map(({ text }) => text).join()).toMatch(/^No minister has met/);
    expect(before?.paragraphs.map(({ text }) => text).join()).toMatch(/^Minister 0 met/);
    const again = await json('changed.txt', 'a.txt');
    expect(again.results.map(({ status }) => status)).toEqual(['exists', 'written']);
  });

  it('writes into the database where that is wanted, and no files', async () => {
    const { json, saved, cwd } = startImport({ 'a.txt': titled });
    const { results } = await json('--database', 'a.txt');
    expect(results).toMatchObject([{ id: 'li-2021', status: 'written' }]);
    expect(existsSync(saved)).toBe(false);
    const read = () =>
      withStoredArticles({ env: {}, folder: cwd }, ({ made }) => made().latest(['li-2021']));
    expect(await read()).toMatchObject([{ article: { id: 'li-2021', authors: ['Ada Li'] } }]);
    expect((await json('--database', 'a.txt')).results).toMatchObject([{ status: 'exists' }]);
    expect((await json('a.txt')).results).toMatchObject([{ id: 'li-2021', status: 'exists' }]);
  });

  it('brings back nothing that was removed or erased', async () => {
    const { json, cwd } = startImport({
      'a.txt': titled,
      'b.txt': titled.replace('A List', 'The List'),
    });
    await json('--database', 'a.txt');
    await withStoredArticles({ env: {}, folder: cwd }, async ({ made }) => {
      const [held] = await made().latest(['li-2021']);
      if (held) await made().remove(held.article, { key: 'remove', person: 'U1' });
    });
    for (const input of ['a.txt', 'b.txt']) {
      const { results } = await json(input);
      expect(results).toMatchObject([
        { status: 'refused', reason: 'li-2021 was removed from the library; restore it there' },
      ]);
    }
    await withStoredArticles({ env: {}, folder: cwd }, async ({ made }) => {
      const [last] = await made().versionsOf('li-2021');
      if (last) await made().erase(last.article, { key: 'erase', person: 'U1' });
    });
    expect((await json('a.txt')).results).toMatchObject([
      { status: 'refused', reason: 'it was erased from the library, and stays out' },
    ]);
  });

  it('ends with 69 while the database is away, which knows what was erased', async () => {
    const cwd = writeFolder({ 'a.txt': titled });
    const env = { DATABASE_URL: 'postgres://desk@127.0.0.1:1/nothing' };
    const { code, stderr } = await runCommand(run, ['a.txt'], env, cwd);
    expect([code, stderr]).toEqual([69, expect.stringMatching(/DATABASE_URL.* is away/)]);
  });

  it('exits with 64 without an input or with an unknown option', async () => {
    const { run } = startImport({});
    expect(await run()).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/nothing to import.*\nUsage/),
    });
    expect((await run('--fast', 'a.txt')).code).toBe(64);
  });
});
