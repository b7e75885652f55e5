import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { folderPlace } from '../../src/import/article-place.ts';
import { Importer } from '../../src/import/importer.ts';
import { heldOf, makeArticle } from '../../src/import/make-article.ts';
import { readSource } from '../../src/import/read-source.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { writeFolder } from '../library/folders.ts';
import { pdfOf } from './pdf-file.ts';
import { type Answer, openSite, type Site } from './site.ts';

const parsers = { read: readSource };
const prose = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Paragraph ${at} says something plain about ice, roads and the two harbours that share them.</p>`,
).join('');
const page: Answer = (_, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(
      `<html lang="en"><head><title>A Winter Road</title></head><body><article><h1>A Winter Road</h1><p>By Mara Quill</p><time datetime="2024-03-05">March 5, 2024</time>${prose}</article></body></html>`,
    );

let site: Site | undefined;

afterEach(() => site?.close());

/** An importer into a new folder, with what is in it by then. */
async function open(files: Record<string, string> = {}) {
  const cwd = writeFolder(files);
  const folder = join(cwd, 'library');
  mkdirSync(folder);
  site = await openSite(page, {}, { today: () => '2026-11-26' });
  const importer = new Importer({
    place: folderPlace(folder, { own: new Map(), force: false, dryRun: false }),
    library: { articles: new Map() },
    stored: {
      holds: () => false,
      isErased: async () => false,
      replace: () => Promise.reject(new Error('Nothing is to be replaced')),
    },
    parsers,
    fetcher: site.fetcher,
    pathOf: (input) => join(cwd, input),
    dryRun: false,
  });
  return { cwd, folder, importer };
}

/** A document of some paragraphs of a thousand characters. */
function documentOf(paragraphs: number) {
  const text = 'The ferry sailed. '.repeat(56).slice(0, 1000).trim();
  const blocks = Array.from({ length: paragraphs }, (_, at) => ({
    kind: 'paragraph' as const,
    text: `${at} ${text}`,
  }));
  const title = { value: 'A Long Report', from: 'stated' as const };
  return makeArticle(
    { format: 'pdf', blocks, record: { title }, removed: [] },
    { file: 'report.pdf', sha256: 'a'.repeat(64) },
    heldOf([]),
  );
}

describe('an import', () => {
  it('takes an article of any length that the library then reads', async () => {
    const { folder } = await open();
    const outcome = documentOf(2500);
    if ('problems' in outcome) throw new Error(outcome.problems.join());
    const place = folderPlace(folder, { own: new Map(), force: false, dryRun: false });
    expect(await place.save(outcome)).toEqual({ isNew: true });
    const { articles, problems } = await loadLibrary([folder]);
    expect(problems).toEqual([]);
    expect(articles.get(outcome.article.id)?.paragraphs).toHaveLength(2500);
    expect(documentOf(3500)).toEqual({
      problems: [
        expect.stringMatching(
          /^its text has \d+ bytes; divide it into articles of at most 3145728$/,
        ),
      ],
    });
  });

  it('of several articles in one file gives each its own record, also the second time', async () => {
    const feed = readFileSync('examples/papers/feed.xml', 'utf8');
    const { folder, importer } = await open({ 'feed.xml': feed });
    const first = await importer.import('feed.xml');
    expect(first.map(({ status, id }) => [status, id])).toEqual([
      ['written', 'verre-2026'],
      ['written', 'keel-2026'],
      ['refused', undefined],
    ]);
    const { articles } = await loadLibrary([folder]);
    expect(articles.get('keel-2026')).toMatchObject({
      title: 'Grain Ferries Wait for Trains That Wait for Ferries',
      authors: ['Mara Keel'],
    });
    const again = await importer.import('feed.xml');
    expect(again.map(({ status, id }) => [status, id])).toEqual([
      ['exists', 'verre-2026'],
      ['exists', 'keel-2026'],
      ['refused', undefined],
    ]);
  });

  it('of an address keeps where and when it was fetched, and knows it again with tracking', async () => {
    const { folder, importer } = await open();
    const [result] = await importer.import('http://gazette.example/road#:~:text=ice');
    expect(result).toMatchObject({
      status: 'written',
      id: 'quill-2024',
      format: 'html',
      review: ['authors'],
    });
    const { articles, problems } = await loadLibrary([folder]);
    expect(problems).toEqual([]);
    expect(articles.get('quill-2024')).toMatchObject({
      title: 'A Winter Road',
      url: 'http://gazette.example/road',
      source: { file: 'road', url: 'http://gazette.example/road', retrieved: '2026-11-26' },
    });
    const [again] = await importer.import('http://gazette.example/road?utm_source=mail');
    expect(again).toMatchObject({ status: 'exists', id: 'quill-2024' });
  });

  it('of a bibliography reads the files within its folder, with its records, and no others', async () => {
    const { cwd, folder, importer } = await open({
      'refs/a.bib':
        '@article{a, title={Roads}, author={Quill, Mara and {Harbour Institute}}, date={2024-03}, file={Text:files/a.pdf:application/pdf}}\n@article{b, title={Ice}, file={Text:../secret.txt:text/plain}}\n@article{c, title={Piers}, file={:/etc/passwd:text/plain}}\n@article{d, title={Cranes}, file={x:files/none.pdf:application/pdf}}\n',
      'secret.txt': 'A Secret\n\nNobody else may read this sentence at all.\n',
    });
    mkdirSync(join(cwd, 'refs/files'));
    const line = (y: number, text: string) => ({ x: 60, y, size: 11, text });
    writeFileSync(
      join(cwd, 'refs/files/a.pdf'),
      pdfOf([
        [
          line(700, 'The road has a price that nobody'),
          line(686, 'has paid yet, the masters said.'),
        ],
      ]),
    );
    const results = await importer.import('refs/a.bib');
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ['written', undefined],
      ['refused', expect.stringMatching(/^“Ice”: its file \.\.\/secret\.txt is not in the folder/)],
      ['refused', expect.stringMatching(/^“Piers”: its file \/etc\/passwd is not in the folder/)],
      ['refused', expect.stringMatching(/^“Cranes”: its file files\/none\.pdf is not there/)],
    ]);
    const file = readFileSync(join(folder, 'quill-institute-2024.md'), 'utf8');
    expect(file).toContain('authors: [ Mara Quill, "{Harbour Institute}" ]');
    expect(file).toContain('pages: [ PDF 1 ]');
    expect((await loadLibrary([folder])).articles.get('quill-institute-2024')).toMatchObject({
      title: 'Roads',
      published: '2024-03',
      organisations: ['Harbour Institute'],
      paragraphs: [{ number: 1, page: 'PDF 1' }],
    });
  });
});
