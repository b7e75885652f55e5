import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import { languageCodes } from '../../language/languages.ts';
import type { Article } from '../../library/article.ts';
import {
  engineFromJson,
  engineToJson,
  GrowingLexicon,
  NumberList,
  type PassageIndex,
} from './passage-index.ts';

/** Raise it whenever words, windows or the layout change: older files are then rebuilt. */
const version = 9;

/** Numbers are stored as the machine holds them; one that holds them otherwise rebuilds. */
const byteOrder = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 'little' : 'big';

/** What an index has to be to be of use, and what it consists of. */
interface Contents {
  readonly version: number;
  readonly byteOrder: string;
  /** Of the articles that were indexed. */
  readonly fingerprint: string;
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
}

interface Header {
  readonly contents: Contents;
  /** Of the contents and of everything behind the header. */
  readonly sha256: string;
}

/** Room for the header; the sections begin behind it. */
const headerBytes = 4096;

/** What articles an index was built from: a SHA-256 of everything that is indexed or numbered. */
export function fingerprintOf(articles: readonly Article[]): string {
  const hash = createHash('sha256');
  for (const article of articles) {
    const { id, title, authors, publisher, published, language, paragraphs } = article;
    hash.update(JSON.stringify([id, title, authors, publisher, published, language, paragraphs]));
  }
  return hash.digest('hex');
}

/** Writes an index; a reader sees the old file or the new one, never half of one. */
export async function saveIndex(
  file: string,
  index: PassageIndex,
  fingerprint: string,
): Promise<void> {
  const sections = Object.entries(sectionsOf(index)).map(([name, value]) => ({
    name,
    content:
      value instanceof Uint32Array
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
        : Buffer.from(typeof value === 'string' ? value : value.join('\n')),
  }));
  const bodies = sections.map(({ content }) => content);
  const contents: Contents = {
    version,
    byteOrder,
    fingerprint,
    sections: sections.map(({ name, content }) => ({ name, bytes: content.length })),
  };
  const header: Header = { contents, sha256: sha256Of(contents, bodies) };
  const head = Buffer.alloc(headerBytes, ' ');
  head.write(JSON.stringify(header));
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${threadId}.new`;
  try {
    await writeFile(draft, [head, ...bodies]);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** What of an index is saved; the rest is worked out from it. */
function sectionsOf(index: PassageIndex) {
  const { engine, lexicon, abbreviations, wordCount } = index;
  return {
    ...Object.fromEntries(numberLists.map((name) => [name, index[name]])),
    terms: lexicon.terms,
    forms: lexicon.forms,
    formTerms: Uint32Array.from(lexicon.formTerms),
    abbreviations,
    wordCount: Uint32Array.of(wordCount),
    engine: engineToJson(engine),
  };
}

const numberLists = [
  ...['formCounts', 'textHolders', 'holders', 'wordStarts', 'words', 'titleOf', 'titleStarts'],
  ...['titleWords', 'articleOf', 'paragraphOf', 'starts', 'ends', 'languageOf'],
] as const satisfies readonly (keyof PassageIndex)[];

/** Reads an index; undefined when there is none, or it is damaged, or of other articles. */
export async function readSavedIndex(
  file: string,
  fingerprint: string,
): Promise<PassageIndex | undefined> {
  try {
    const content = await readFile(file);
    const { contents, sha256 } = JSON.parse(content.toString('utf8', 0, headerBytes)) as Header;
    const isUsable =
      contents.version === version &&
      contents.byteOrder === byteOrder &&
      contents.fingerprint === fingerprint;
    const body = content.subarray(headerBytes);
    return isUsable && sha256Of(contents, [body]) === sha256 ? readBody(body, contents) : undefined;
  } catch {
    return undefined;
  }
}

function readBody(body: Buffer, { sections }: Contents): PassageIndex {
  const bytes = new Map<string, Buffer>();
  let at = 0;
  for (const { name, bytes: length } of sections) {
    bytes.set(name, body.subarray(at, at + length));
    at += length;
  }
  // A copy is aligned, and lets the file's text be forgotten.
  const numbers = (name: string) => new Uint32Array(Uint8Array.from(bytes.get(name) ?? []).buffer);
  const text = (name: string) => bytes.get(name)?.toString() ?? '';
  const lines = (name: string) => (text(name) === '' ? [] : text(name).split('\n'));
  const lists = Object.fromEntries(numberLists.map((name) => [name, numbers(name)])) as Pick<
    PassageIndex,
    (typeof numberLists)[number]
  >;
  const sizes = { en: 0, ru: 0, zh: 0 };
  for (const language of lists.languageOf) sizes[languageCodes[language] ?? 'en'] += 1;
  return {
    ...lists,
    engine: engineFromJson(text('engine')),
    lexicon: new GrowingLexicon(lines('terms'), lines('forms'), numbers('formTerms')),
    engineHolders: new NumberList(lists.holders),
    abbreviations: lines('abbreviations'),
    gone: new Set(),
    size: lists.articleOf.length,
    sizes,
    wordCount: numbers('wordCount')[0] ?? 0,
  };
}

function sha256Of(contents: Contents, bodies: readonly Buffer[]): string {
  const hash = createHash('sha256').update(JSON.stringify(contents));
  for (const body of bodies) hash.update(body);
  return hash.digest('hex');
}
