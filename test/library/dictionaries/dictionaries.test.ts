import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { LanguageCode } from '../../../src/language/languages.ts';
import { openDictionaries } from '../../../src/library/dictionaries/open-dictionaries.ts';

const folder = await mkdtemp(join(tmpdir(), 'dictionaries-'));
afterAll(() => rm(folder, { recursive: true }));

/** Writes files; the dictionary is the first of them. */
async function written(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return join(folder, Object.keys(files)[0] ?? '');
}

async function openOne(path: string) {
  const told: string[] = [];
  const dictionary = await openDictionaries([path], (message) => told.push(message));
  const meanings = (text: string, to: LanguageCode) =>
    (dictionary?.translate(text, to) ?? []).map(({ start, end, names }) => [
      text.slice(start, end),
      names.map(({ name }) => name),
    ]);
  return { told, meanings };
}

const cedict = [
  '# CC-CEDICT',
  '制裁 制裁 [zhi4 cai2] /to punish/punishment/sanctions (incl. economic)/',
  '天然氣 天然气 [tian1 ran2 qi4] /natural gas/',
  '氣 气 [qi4] /gas/air/CL:股[gu3]/',
  '命名 命名 [ming4 ming2] /to give a name to/to dub/',
  '亦即 亦即 [yi4 ji2] /namely/',
].join('\n');

/** As a body of dictd, with the place of each entry in an index. */
function dictd(entries: readonly (readonly [string, string])[]) {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const base64 = (n: number): string =>
    (n >= 64 ? base64(Math.floor(n / 64)) : '') + (digits[n % 64] ?? '');
  let body = '';
  const index = entries.map(([word, meaning]) => {
    const start = Buffer.byteLength(body);
    body += `${word}\n${meaning}\n`;
    return `${word}\t${base64(start)}\t${base64(Buffer.byteLength(body) - start)}`;
  });
  return { index: index.join('\n'), body };
}

const sanction = `   [sankshn]
   1. _n.
      1) санкция, ратификация
      2) (обыкн. _pl.) мера; to take sanctions принять меры
   2. _v. санкционировать`;

function starDict(entries: readonly (readonly [string, string])[]) {
  const body = entries.map(([, meaning]) => meaning).join('');
  let start = 0;
  const index = entries.map(([word, meaning]) => {
    const place = Buffer.alloc(9);
    place.writeUInt32BE(start, 1);
    place.writeUInt32BE(Buffer.byteLength(meaning), 5);
    start += Buffer.byteLength(meaning);
    return Buffer.concat([Buffer.from(word), place]);
  });
  return { index: Buffer.concat(index), body };
}

describe('a dictionary of the operator', () => {
  it.each([
    ['as it comes', { 'cedict_ts.u8': cedict }],
    ['packed', { 'cedict_packed.u8.gz': gzipSync(cedict) }],
  ])('is read as CC-CEDICT, both ways, %s', async (_, files: Record<string, string | Buffer>) => {
    const { told, meanings } = await openOne(await written(files));
    expect(told).toEqual([]);
    expect(meanings('Sanctions on natural gas', 'zh')).toEqual([
      ['Sanctions', ['制裁']],
      ['natural gas', ['天然气']],
      ['gas', ['气']],
    ]);
    expect(meanings('對天然氣的制裁', 'en')).toEqual([
      ['天然氣', ['natural gas']],
      ['制裁', ['punish', 'punishment', 'sanctions']],
    ]);
  });

  it('tells a word from others that are made of it', async () => {
    const { meanings } = await openOne(await written({ 'names.u8': cedict }));
    expect(meanings('a name', 'zh')).toEqual([]);
    expect(meanings('dubbed', 'zh')).toEqual([['dubbed', ['命名']]]);
  });

  it('is read as dictd, without labels, remarks and examples', async () => {
    const { index, body } = dictd([
      ['sanction', sanction],
      ['bridge', ' _n. мост'],
    ]);
    const files = { 'mueller.index': index, 'mueller.dict.dz': gzipSync(body) };
    const { meanings } = await openOne(await written(files));
    expect(meanings('sanctions', 'ru')).toEqual([
      ['sanctions', ['ратификация', 'санкция', 'мера', 'санкционировать']],
    ]);
    expect(meanings('О мостах', 'en')).toEqual([['мостах', ['bridge']]]);
  });

  it('is read as StarDict', async () => {
    const { index, body } = starDict([
      ['bridge', 'мост'],
      ['river', 'река; поток'],
    ]);
    const files = { 'small.ifo': 'StarDict', 'small.idx': index, 'small.dict': body };
    const { meanings } = await openOne(await written(files));
    expect(meanings('bridges', 'ru')).toEqual([['bridges', ['мост']]]);
    expect(meanings('river', 'ru')).toEqual([['river', ['поток', 'река']]]);
  });

  it('is read as DSL in UTF-16', async () => {
    const text =
      '#NAME "Small"\n\nbridge\n\t[m1][p]сущ.[/p] 1) мост[/m]\n\t[m2][ex]to build a bridge — строить мост[/ex][/m]\n';
    const path = await written({ 'small.dsl': Buffer.from(`\ufeff${text}`, 'utf16le') });
    expect((await openOne(path)).meanings('the bridge', 'ru')).toEqual([['bridge', ['мост']]]);
  });

  it('is read as lines of a word and its meanings', async () => {
    const path = await written({ 'own.tsv': 'bridge\tмост\npipeline  трубопровод, 管道\n' });
    const { meanings } = await openOne(path);
    expect(meanings('bridge', 'ru')).toEqual([['bridge', ['мост']]]);
    expect(meanings('pipeline', 'zh')).toEqual([['pipeline', ['管道']]]);
  });

  it.each([
    ['that is not there', 'absent.u8', {}, /absent\.u8 is left out \(.*; see DICTIONARIES$/],
    [
      'of which a file is missing',
      'lonely.index',
      { 'lonely.index': 'a\tA\tB' },
      /lonely\.dict or \.dict\.dz has to stand beside it/,
    ],
    ['that is none', 'none.u8', { 'none.u8': 'nothing here' }, /holds no word with a meaning/],
    [
      'that was cut off',
      'cut.u8.gz',
      { 'cut.u8.gz': gzipSync(cedict).subarray(0, 60) },
      /cut\.u8\.gz can't be read/,
    ],
  ])(
    '%s is left out, and that is told',
    async (_, name, files: Record<string, string | Buffer>, message) => {
      await written(files);
      const { told, meanings } = await openOne(join(folder, name));
      expect(told).toEqual([expect.stringMatching(message)]);
      expect(meanings('sanctions', 'zh')).toEqual([]);
    },
  );
});
