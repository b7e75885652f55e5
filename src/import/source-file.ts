import { createHash } from 'node:crypto';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, sep } from 'node:path';

/** How a file's text is to be read. */
export type SourceFormat = 'plain' | 'markdown';

/** A file that may become an article. */
export interface SourceFile {
  /** Its name without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly format: SourceFormat;
  /** Its lines end in \n, whatever they end in in the file. */
  readonly text: string;
}

/** A file, or why it is refused and what to do about that. */
export type ReadSource = { readonly source: SourceFile } | { readonly problem: string };

const formats: Readonly<Record<string, SourceFormat>> = {
  '.txt': 'plain',
  '.text': 'plain',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

/** The library takes files of as much; what is left out makes room for the record. */
const mostBytes = 1024 * 1024;

/** Signatures of what people save under a wrong ending: PDF, ZIP (DOCX, EPUB), RTF. */
const signatures = ['%PDF-', 'PK\u0003\u0004', '{\\rtf'];

/** Reads a file of plain text or Markdown as UTF-8. Nothing here throws. */
export async function readSourceFile(path: string): Promise<ReadSource> {
  const format = formats[extname(path).toLowerCase()];
  try {
    const unfit = await whyUnfit(path);
    if (unfit) return { problem: unfit };
    if (!format) {
      const known = Object.keys(formats).join(', ');
      return { problem: `its ending is none of ${known}; save it as plain text or Markdown` };
    }
    return sourceOf(basename(path), format, await readFile(path));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: 'there is no such file; check the path' };
    return { problem: `it cannot be read (${code}); check its permissions` };
  }
}

async function whyUnfit(path: string): Promise<string | undefined> {
  const found = await lstat(path);
  const [real, folder] = await Promise.all([realpath(path), realpath(dirname(path))]);
  // Somebody who imports what they were sent should not publish what a link in it leads to.
  if (found.isSymbolicLink() && !real.startsWith(folder + sep)) {
    return `it is a link that leads out of its folder, to ${real}; name that file itself`;
  }
  const target = await lstat(real);
  if (target.isDirectory()) return 'it is a folder; name its files, such as folder/*.txt';
  if (!target.isFile()) return 'it is no regular file; save it as plain text or Markdown';
  if (target.size > mostBytes) {
    return `it has ${target.size} bytes; divide it into articles of at most ${mostBytes}`;
  }
  return undefined;
}

function sourceOf(name: string, format: SourceFormat, bytes: Uint8Array): ReadSource {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) {
    return { problem: 'it is UTF-16, not UTF-8; save it as UTF-8' };
  }
  if (bytes.includes(0) || signatures.some((signature) => head.startsWith(signature))) {
    return { problem: 'it is binary; save its text as plain text or Markdown' };
  }
  const text = decode(bytes);
  if (text === undefined) return { problem: 'it is not UTF-8; save it as UTF-8' };
  if (text.trim() === '') return { problem: 'it is empty' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { name, sha256, format, text: plainLines(text) } };
}

function plainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
