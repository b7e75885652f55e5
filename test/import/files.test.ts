import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../src/import/save-article.ts';
import { readSourceFile } from '../../src/import/source-file.ts';
import { writeFolder } from '../library/folders.ts';

describe('a file to be imported', () => {
  it.each([
    ['a.pdf', '%PDF-1.7', /ending is none of \.txt/],
    ['a.txt', '%PDF-1.7', /binary/],
    ['a.txt', 'a\0b', /binary/],
    ['a.txt', new Uint8Array([0x63, 0xe9, 0x20, 0x61]), /not UTF-8/],
    ['a.txt', new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-16/],
    ['a.txt', '', /empty/],
    ['a.txt', ' \n\t', /empty/],
    ['a.txt', 'a'.repeat(1024 * 1024 + 1), /1048577 bytes/],
  ])('%s is refused when it holds %j', async (name, contents, reason) => {
    const folder = writeFolder({ [name]: contents });
    expect(await readSourceFile(join(folder, name))).toEqual({
      problem: expect.stringMatching(reason),
    });
  });

  it('is refused when it is missing, a folder, or a link out of its folder', async () => {
    const folder = writeFolder({ 'a.txt': 'Text.', 'in/b.txt': 'Text.' });
    mkdirSync(join(folder, 'c.txt'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'in', 'out.txt'));
    symlinkSync(join(folder, 'in', 'b.txt'), join(folder, 'inside.txt'));
    const reasonFor = async (name: string) => {
      const read = await readSourceFile(join(folder, name));
      return 'problem' in read ? read.problem : read.source.text;
    };
    expect(await reasonFor('none.txt')).toMatch(/no such file/);
    expect(await reasonFor('c.txt')).toMatch(/is a folder/);
    expect(await reasonFor('in/out.txt')).toMatch(/link that leads out/);
    expect(await reasonFor('inside.txt')).toBe('Text.');
  });
});

describe("an article's file", () => {
  const files = (folder: string) => readdirSync(folder).sort();

  it('is written whole, and a second time only when forced', async () => {
    const folder = join(writeFolder({}), 'library');
    const save = (markdown: string, force = false) =>
      saveArticle(folder, { id: 'a-1', markdown }, force);
    const path = join(folder, 'a-1.md');
    expect(await save('one')).toEqual({ kind: 'written', path });
    expect(await save('one')).toEqual({ kind: 'unchanged', path });
    expect(await save('two')).toMatchObject({ kind: 'refused', problem: /--force/ });
    expect(readFileSync(path, 'utf8')).toBe('one');
    expect(await save('two', true)).toEqual({ kind: 'replaced', path });
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(files(folder)).toEqual(['a-1.md']);
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const folder = writeFolder({ 'a-1.md/x': 'a folder of that name' });
    await expect(saveArticle(folder, { id: 'a-1', markdown: 'one' }, true)).rejects.toThrow();
    expect(files(folder)).toEqual(['a-1.md']);
  });

  it('is made by one of many that write it at once', async () => {
    const folder = writeFolder({});
    const saves = Array.from({ length: 8 }, (_, index) =>
      saveArticle(folder, { id: `a-${index % 2}`, markdown: `text ${index}` }, true),
    );
    await Promise.allSettled(saves);
    expect(files(folder).filter((name) => name.endsWith('.md'))).toEqual(['a-0.md', 'a-1.md']);
    expect(readFileSync(join(folder, 'a-0.md'), 'utf8')).toMatch(/^text \d$/);
    writeFileSync(join(folder, 'done'), '');
  });
});
