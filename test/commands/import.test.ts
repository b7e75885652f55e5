import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../src/commands/import.ts';
import { type Files, writeFolder } from '../library/folders.ts';
import { runCommand } from '../support/run-command.ts';

const text = 'By Ada Li\n\nThe two ministers met in Harbin.\n\n2 views0 comments\n';

/** Runs the import in a new folder with these files. */
function startImport(files: Files) {
  const cwd = writeFolder(files);
  return {
    saved: join(cwd, 'data/library/li.md'),
    run: (...args: string[]) => runCommand(run, args, {}, cwd),
  };
}

describe('npm run import', () => {
  it('saves an article, prints its record and what was left out, and repeats that unchanged', async () => {
    const { run, saved } = startImport({ 'a.txt': text });
    const { code, stdout } = await run('a.txt');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.txt -> data\/library\/li\.md \(written\)\n {2}paragraphs: 1;/);
    expect(stdout).toContain('authors: Ada Li\n');
    expect(stdout).toContain('title: The two ministers met in Harbin. (inferred)\n');
    expect(stdout).toContain('left out (share counts): 2 views0 comments\n');
    expect(readFileSync(saved, 'utf8')).toMatch(/\n---\n\nThe two ministers met in Harbin\.\n$/);
    expect(await run('a.txt')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/unchanged/),
    });
  });

  it('imports what it can, refuses the rest with reasons, and exits with 65', async () => {
    const { run, saved } = startImport({ 'a.txt': text, 'b.txt': 'a\0b', 'c.doc': 'x' });
    const { code, stderr } = await run('b.txt', 'a.txt', 'c.doc', 'none.txt');
    expect(code).toBe(65);
    expect(stderr).toMatch(/Refused: b\.txt: it is binary/);
    expect(stderr).toMatch(/Refused: c\.doc: its ending/);
    expect(stderr).toMatch(/Refused: none\.txt: there is no such file/);
    expect(existsSync(saved)).toBe(true);
  });

  it('exits with 64 without a file or with an unknown option', async () => {
    const { run } = startImport({});
    expect(await run()).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/no file.*\nUsage/),
    });
    expect((await run('--fast', 'a.txt')).code).toBe(64);
  });
});
