import { createHash, webcrypto } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article } from '../library/article.ts';
import { runWithPauses } from '../library/pause.ts';
import { type Engine, engineToLines, linesToEngine } from './engine.ts';
import type { PassageIndex } from './passage-index.ts';

/** Raise it whenever words, windows or the layout change: older files are then rebuilt. */
const version = 5;

/** Numbers are stored as the machine holds them; one that holds them otherwise rebuilds. */
const byteOrder = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 'little' : 'big';

interface Header {
  readonly version: number;
  readonly byteOrder: string;
  /** Of the articles that were indexed. */
  readonly fingerprint: string;
  /** Of everything behind the header. */
  readonly sha256: string;
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
}

/** Room for the header; the sections begin behind it, so that numbers are aligned. */
const headerBytes = 4096;

/** What articles an index was built from: a SHA-256 of everything that is indexed or numbered. */
export async function fingerprintOf(articles: readonly Article[]): Promise<string> {
  const hash = createHash('sha256');
  await runWithPauses(
    (function* () {
      for (const { id, title, language, paragraphs } of articles) {
        hash.update(JSON.stringify([id, title, language, paragraphs]));
        yield;
      }
    })(),
  );
  return hash.digest('hex');
}

/**
 * Writes an index; a reader sees the old file or the new one, never half of one. The event loop
 * stands still for a moment, while MiniSearch turns its whole index into plain objects.
 */
export async function saveIndex(
  file: string,
  { engine, ...side }: PassageIndex,
  fingerprint: string,
): Promise<void> {
  const parts = Object.entries(side).map(
    ([name, value]: [string, Uint32Array | readonly string[]]) => {
      const bytes =
        value instanceof Uint32Array
          ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
          : Buffer.from(value.join('\n'));
      return { name, bytes };
    },
  );
  parts.push({ name: 'engine', bytes: await runWithPauses(bytesOf(engine)) });
  const padded = parts.map(({ bytes }) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]));
  const body = Buffer.concat(padded);
  const header: Header = {
    version,
    byteOrder,
    fingerprint,
    sha256: await sha256Of(body),
    sections: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  };
  const head = Buffer.alloc(headerBytes, ' ');
  head.write(JSON.stringify(header));
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, Buffer.concat([head, body]));
  await rename(draft, file);
}

/** Reads an index; undefined when there is none, or it is damaged, or of other articles. */
export async function readSavedIndex(
  file: string,
  fingerprint: string,
): Promise<PassageIndex | undefined> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch {
    return undefined;
  }
  const header = readHeader(content);
  if (header?.version !== version || header.byteOrder !== byteOrder) return undefined;
  if (header.fingerprint !== fingerprint) return undefined;
  const body = content.subarray(headerBytes);
  if ((await sha256Of(body)) !== header.sha256) return undefined;
  const { engine, ...side } = sectionsOf(body, header);
  const lines = await runWithPauses(readLines(engine ?? body.subarray(0, 0)));
  const arrays = Object.entries(side).map(([name, bytes]) => [name, readSide(name, bytes)]);
  return { ...Object.fromEntries(arrays), engine: await linesToEngine(lines) };
}

function readHeader(content: Buffer): Header | undefined {
  try {
    return JSON.parse(content.toString('utf8', 0, headerBytes)) as Header;
  } catch {
    return undefined;
  }
}

function sectionsOf(body: Buffer, { sections }: Header): Record<string, Buffer> {
  let at = 0;
  const entries = sections.map(({ name, bytes }): [string, Buffer] => {
    const section = body.subarray(at, at + bytes);
    at += bytes + (-bytes & 3);
    return [name, section];
  });
  return Object.fromEntries(entries);
}

/** What is no list of numbers. */
const texts = new Set(['terms', 'forms', 'abbreviations']);

function readSide(name: string, bytes: Buffer): Uint32Array | string[] {
  if (texts.has(name)) return bytes.length === 0 ? [] : bytes.toString().split('\n');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function* bytesOf(engine: Engine): Generator<void, Buffer> {
  const lines: Buffer[] = [];
  for (const line of engineToLines(engine)) {
    lines.push(Buffer.from(`${line}\n`));
    yield;
  }
  return Buffer.concat(lines);
}

function* readLines(bytes: Buffer): Generator<void, unknown[]> {
  const lines: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    lines.push(JSON.parse(bytes.toString('utf8', at, end)));
    at = end + 1;
    yield;
  }
  return lines;
}

/** Off the main thread, so that hashing 100 MB keeps nobody waiting. */
async function sha256Of(bytes: Buffer): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
