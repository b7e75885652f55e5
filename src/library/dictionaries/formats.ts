import { gunzipSync } from 'node:zlib';
import { type Meaning, meaningsIn } from './meanings.ts';

/** A dictionary expands to no more: the largest of CC-CEDICT, Mueller and the like has a tenth of it. */
const maxExpanded = 200_000_000;

/** The files of one dictionary by their names' ends: ".dict.dz", ".index". */
export type DictionaryFiles = ReadonlyMap<string, Buffer>;

/** Which files belong together: beside an index or description stands the text, packed or not. */
export const companions: Readonly<Record<string, readonly string[]>> = {
  '.index': ['.dict.dz', '.dict'],
  '.ifo': ['.idx', '.idx.gz', '.dict.dz', '.dict'],
};

/** Reads all meanings of a dictionary, step by step; by the end of its name and by what it holds. */
export function readDictionary(end: string, files: DictionaryFiles): Generator<Meaning[]> {
  if (end === '.index') return readDictd(files);
  if (end === '.ifo') return readStarDict(files);
  const text = decoded(expanded(files.get(end)));
  if (/\.dsl(?:\.dz)?$/.test(end)) return readDsl(text);
  return /^\S+ \S+ \[[^\]\n]*\] \//m.test(text.slice(0, 20_000))
    ? readCedict(text)
    : readPlain(text);
}

function expanded(bytes: Buffer = Buffer.alloc(0)): Buffer {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isPacked ? gunzipSync(bytes, { maxOutputLength: maxExpanded }) : bytes;
}

/** DSL is mostly UTF-16; the others are UTF-8. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** CC-CEDICT: `傳統 传统 [chuan2 tong3] /tradition/traditional/`. */
function* readCedict(text: string): Generator<Meaning[]> {
  for (const [, simplified = '', senses = ''] of text.matchAll(
    /^[^#\s]\S* (\S+) \[[^\]\n]*\] \/(.*)\/\s*$/gm,
  )) {
    yield meaningsIn(simplified, senses);
  }
}

/** One word a line, parted by a tab or two spaces from its meanings. */
function* readPlain(text: string): Generator<Meaning[]> {
  for (const [, word = '', body = ''] of text.matchAll(/^(\S[^\t\n]*?)(?:\t| {2,})(.+)$/gm)) {
    yield meaningsIn(word, body);
  }
}

/** Words stand at the beginning of a line, what they mean is indented. */
function* readDsl(text: string): Generator<Meaning[]> {
  for (const [, words = '', body = ''] of text.matchAll(
    /^([^\s#].*(?:\n[^\s#].*)*)\n((?:[ \t].*\n?)+)/gm,
  )) {
    for (const word of words.split('\n')) yield meaningsIn(plainHead(word), body);
  }
}

function plainHead(word: string): string {
  return word.replace(/\{[^}]*\}|\\/g, '').trim();
}

/** Of dictd: word, offset and length in base 64, by tabs. */
function* readDictd(files: DictionaryFiles): Generator<Meaning[]> {
  const body = expanded(files.get('.dict.dz') ?? files.get('.dict'));
  for (const line of decoded(files.get('.index') ?? Buffer.alloc(0)).split('\n')) {
    const [word = '', offset = '', length = ''] = line.split('\t');
    if (word === '' || word.startsWith('00-database') || length === '') continue;
    const start = base64(offset);
    const entry = body.toString('utf8', start, start + base64(length));
    // The entry repeats its word.
    yield meaningsIn(word, entry.slice(entry.indexOf('\n') + 1));
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(text: string): number {
  return [...text.trim()].reduce((sum, digit) => sum * 64 + Math.max(0, digits.indexOf(digit)), 0);
}

/** Of StarDict: word, NUL, offset and length as 32 bits each. */
function* readStarDict(files: DictionaryFiles): Generator<Meaning[]> {
  const body = expanded(files.get('.dict.dz') ?? files.get('.dict'));
  const index = expanded(files.get('.idx') ?? files.get('.idx.gz'));
  for (let at = 0; at < index.length; ) {
    const end = index.indexOf(0, at);
    if (end === -1 || end + 9 > index.length) return;
    const start = index.readUInt32BE(end + 1);
    const entry = body.toString('utf8', start, start + index.readUInt32BE(end + 5));
    yield meaningsIn(index.toString('utf8', at, end), entry);
    at = end + 9;
  }
}
