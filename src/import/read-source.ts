import type { ReadSource, Source, SourceFormat, SourceInput, Tell } from './source.ts';
import { decodeText } from './sources/encoding.ts';
import { kindOf } from './sources/kind.ts';

const mebibyte = 1024 * 1024;

/** Largest sources that are read, in bytes. */
const maxBytes: Readonly<Record<SourceFormat | 'zip', number>> = {
  text: mebibyte,
  markdown: mebibyte,
  html: 4 * mebibyte,
  pdf: 25 * mebibyte,
  docx: 25 * mebibyte,
  epub: 25 * mebibyte,
  zip: 25 * mebibyte,
  feed: 5 * mebibyte,
  email: 25 * mebibyte,
  bibtex: 5 * mebibyte,
  ris: 5 * mebibyte,
  'csl-json': 5 * mebibyte,
};

/** The largest of them all: more need not be read from a disk. */
export const maxSourceBytes = 25 * mebibyte;

/** The readers of each format, loaded when a source of it comes: some are large. */
const readers: Readonly<Record<SourceFormat | 'zip', () => Promise<Source>>> = {
  text: async () => {
    const { readPlainText } = await import('./sources/text.ts');
    return decodedBy((text) => ({ documents: [readPlainText(text)] }));
  },
  pdf: async () => (await import('./sources/pdf.ts')).readPdf,
  zip: async () => (await import('./sources/archive.ts')).readArchive,
  docx: async () => (await import('./sources/docx.ts')).readDocx,
  epub: async () => (await import('./sources/epub.ts')).readEpub,
  email: async () => (await import('./sources/email.ts')).readEmail,
  bibtex: async () => decodedBy((await import('./sources/bibliography.ts')).readBibtexSource),
  ris: async () => decodedBy((await import('./sources/bibliography.ts')).readRisSource),
  'csl-json': async () => decodedBy((await import('./sources/bibliography.ts')).readCslSource),
  feed: async () => decodedBy((await import('./sources/feed.ts')).readFeed),
  html: async () => decodedBy((await import('./sources/html.ts')).readHtml),
  markdown: async () => decodedBy((await import('./sources/markdown.ts')).readMarkdown),
};

/**
 * Reads a source of any format; one that cannot be read comes with the reason and what to do. `tell`
 * hears how far it has come in one that takes long.
 */
export async function readSource(input: SourceInput, tell?: Tell): Promise<ReadSource> {
  const kind = kindOf(input);
  if ('problem' in kind) return kind;
  const limit = maxBytes[kind.format];
  if (input.bytes.length > limit) {
    const size = `it has ${input.bytes.length} bytes`;
    return { problem: `${size}; divide it into articles of at most ${limit}` };
  }
  if (input.bytes.length === 0) return { problem: 'it is empty' };
  const read = await readers[kind.format]();
  return read(input, tell);
}

function decodedBy(read: (text: string, input: SourceInput) => ReadSource): Source {
  return (input) => {
    const decoded = decodeText(input.bytes, input.contentType);
    if ('problem' in decoded) return decoded;
    return decoded.text.trim() === '' ? { problem: 'it is empty' } : read(decoded.text, input);
  };
}
