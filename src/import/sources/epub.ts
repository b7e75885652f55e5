import { posix } from 'node:path';
import { DOMParser } from 'linkedom';
import { cleanText } from '../../library/paragraphs.ts';
import { readPartialDate } from '../../library/partial-date.ts';
import { blocksOf } from '../html/blocks.ts';
import { findDates } from '../record/dates.ts';
import {
  type FoundRecord,
  type ReadSource,
  recordOf,
  type SourceBlock,
  type SourceInput,
  stated,
} from '../source.ts';
import { structuredDocument } from './structured.ts';
import { type Archive, openArchive } from './zip.ts';

/** Reads a book: its chapters in the order of its spine, with the pages that it marks. */
export async function readEpub({ bytes }: Pick<SourceInput, 'bytes'>): Promise<ReadSource> {
  const archive = await openArchive(bytes);
  if ('problem' in archive) return archive;
  try {
    return await readBook(archive);
  } finally {
    archive.close();
  }
}

async function readBook(archive: Archive): Promise<ReadSource> {
  const container = await parseXml(archive, 'META-INF/container.xml');
  const path = container?.querySelector('rootfile')?.getAttribute('full-path') ?? '';
  const book = await parseXml(archive, path);
  if (!book) return { problem: 'it is no EPUB that can be read: its list of contents is missing' };
  if (
    archive.names.includes('META-INF/encryption.xml') &&
    archive.names.includes('META-INF/rights.xml')
  ) {
    return { problem: 'it is protected against copying; import a file without protection' };
  }
  const blocks: SourceBlock[] = [];
  let page: string | undefined;
  for (const chapter of chaptersOf(book, path)) {
    const document = await parseXml(archive, chapter);
    const body = document?.querySelector('body');
    // A chapter that is listed and cannot be read would leave a hole that nobody sees.
    if (!body) return { problem: `its chapter ${chapter} is missing or broken; save it again` };
    for (const block of blocksOf(body as unknown as Element)) {
      page = block.page ?? page;
      blocks.push({ kind: block.kind, text: block.text, ...(page && { page }) });
    }
  }
  return { documents: [structuredDocument('epub', blocks, recordIn(book))] };
}

/** The paths of the chapters in reading order, without the table of contents. */
function chaptersOf(book: Document, path: string): string[] {
  const items = new Map(
    [...book.querySelectorAll('manifest > item')].map((item) => [item.getAttribute('id'), item]),
  );
  return [...book.querySelectorAll('spine > itemref')].flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const isContents = /\bnav\b/.test(item?.getAttribute('properties') ?? '');
    const href = item?.getAttribute('href');
    if (!href || isContents || reference.getAttribute('linear') === 'no') return [];
    return [posix.join(posix.dirname(path), decoded(href))];
  });
}

function decoded(href: string): string {
  const [path = ''] = href.split('#');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function recordIn(book: Document): FoundRecord {
  const all = (name: string) =>
    [...book.getElementsByTagName(`dc:${name}`)]
      .map((element) => cleanText(element.textContent ?? ''))
      .filter((text) => text !== '');
  const [date = ''] = all('date');
  const authors = all('creator');
  return recordOf({
    title: stated(all('title')[0]),
    authors: stated(authors.length > 0 ? authors : undefined),
    publisher: stated(all('publisher')[0]),
    published: stated(
      findDates(date)[0]?.date ??
        readPartialDate(date.slice(0, 7)) ??
        readPartialDate(date.slice(0, 4)),
    ),
    language: all('language')[0],
  });
}

async function parseXml(archive: Archive, name: string): Promise<Document | undefined> {
  const text = (await archive.read(name))?.toString('utf8');
  if (text === undefined || /<!ENTITY/i.test(text.slice(0, 20_000))) return undefined;
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
}
