import type { ReadSource, SourceInput } from '../source.ts';
import { openArchive } from './zip.ts';

/** Reads what comes in an archive: a Word document or a book. */
export async function readArchive(input: SourceInput): Promise<ReadSource> {
  const archive = await openArchive(input.bytes);
  if ('problem' in archive) return archive;
  const { names } = archive;
  archive.close();
  if (names.includes('word/document.xml')) return (await import('./docx.ts')).readDocx(input);
  if (names.includes('META-INF/container.xml')) return (await import('./epub.ts')).readEpub(input);
  return {
    problem: 'it is an archive, and neither DOCX nor EPUB; unpack it, and import its files',
  };
}
