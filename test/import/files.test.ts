import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { listInputs, readFileInput } from '../../src/import/inputs.ts';
import { readSource } from '../../src/import/read-source.ts';
import { saveArticle } from '../../src/import/save-article.ts';
import { decodeText } from '../../src/import/sources/encoding.ts';
import { writeFolder } from '../library/folders.ts';

describe('a file to be imported', () => {
  it.each([
    ['a.txt', '%PDF-1.7 nothing more', /./],
    ['a.txt', 'a\0b', /binary/],
    ['a.doc', 'Some text.', /ending is none of \.txt/],
    ['a.txt', '{\\rtf1 Some text.}', /RTF; save it as DOCX/],
    ['a.pdf', 'Some text.', /no PDF/],
    ['a.txt', '', /empty/],
    ['a.txt', ' \n\t', /empty/],
    ['a.txt', 'a'.repeat(1024 * 1024 + 1), /1048577 bytes/],
  ])('%s is refused when it holds %j', async (name, contents, reason) => {
    expect(await readSource({ name, bytes: Buffer.from(contents) })).toEqual({
      problem: expect.stringMatching(reason),
    });
  });

  it('is refused when it is missing, no file, or a link out of its folder', async () => {
    const folder = writeFolder({ 'a.txt': 'Text.', 'in/b.txt': 'Text.' });
    mkdirSync(join(folder, 'c.txt'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'in', 'out.txt'));
    symlinkSync(join(folder, 'in', 'b.txt'), join(folder, 'inside.txt'));
    const reasonFor = async (name: string) => {
      const read = await readFileInput(join(folder, name));
      return 'problem' in read ? read.problem : Buffer.from(read.bytes).toString();
    };
    expect(await reasonFor('none.txt')).toMatch(/no such file/);
    expect(await reasonFor('c.txt')).toMatch(/no regular file/);
    expect(await reasonFor('in/out.txt')).toMatch(/link that leads out/);
    expect(await reasonFor('inside.txt')).toBe('Text.');
  });
});

describe('what is named', () => {
  it('is a file, every file below a folder that could be an article, or those of a pattern', async () => {
    const folder = writeFolder({
      'a.txt': 'a',
      'in/b.md': 'b',
      'in/c.png': 'c',
      'in/.d.txt': 'd',
      'in/e/f.txt': 'f',
    });
    expect(await listInputs(['a.txt', 'in', 'a.txt'], folder)).toEqual([
      'a.txt',
      'in/b.md',
      'in/e/f.txt',
    ]);
    expect(await listInputs(['**/*.txt', 'none*.md'], folder)).toEqual([
      'a.txt',
      'in/e/f.txt',
      'none*.md',
    ]);
    expect(await listInputs(['https://a.example/*'], folder)).toEqual(['https://a.example/*']);
  });
});

const ru = 'Порты двух стран договорились во вторник открыть дорогу, которая их связывает.';
const zh = '两国海军在海上举行演习。双方没有签署新的协议，观察人士说，明年再来。';
const en = 'He said: “no ice” — and it’s the café’s view… 20 €.';

describe('an encoding', () => {
  it.each([
    ['utf-8', ru],
    ['windows-1251', ru],
    ['koi8-r', ru],
    ['cp866', ru],
    ['utf-16le', ru],
    ['utf-16be', ru],
    ['gb18030', zh],
    ['big5', '兩國海軍在海上舉行演習。雙方沒有簽署新的協議，觀察人士說，明年再來。'],
    ['windows-1252', en],
  ])('%s is told without a mark', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toMatchObject({ text });
  });

  it('is the one of the mark, and of what is declared only where the text is no UTF-8', () => {
    expect(decodeText(iconv.encode(ru, 'utf-16le', { addBOM: true }))).toMatchObject({ text: ru });
    const page = `<meta charset=gb2312>${zh}`;
    expect(decodeText(Buffer.from(page))).toEqual({ text: page, encoding: 'utf-8' });
    expect(decodeText(iconv.encode(page, 'gbk'))).toEqual({ text: page, encoding: 'gb18030' });
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
