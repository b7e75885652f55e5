import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/import/read-source.ts';
import type { SourceDocument } from '../../src/import/source.ts';
import { type Drawn, type PdfOptions, pdfOf } from './pdf-file.ts';

async function read(
  pages: readonly (readonly Drawn[])[],
  options?: PdfOptions,
): Promise<SourceDocument> {
  const read = await readSource({ name: 'a.pdf', bytes: pdfOf(pages, options) });
  if ('problem' in read) throw new Error(read.problem);
  return read.documents[0] as SourceDocument;
}

const linesOf = ({ blocks }: SourceDocument) => blocks.map(({ kind, text }) => `${kind}: ${text}`);

/** Lines one below the other, the first of a paragraph further in. */
function set(lines: readonly string[], { x = 60, y = 700, size = 11 } = {}): Drawn[] {
  return lines.map((line, at) => {
    const isFirst = line.startsWith('>');
    return { x: isFirst ? x + 15 : x, y: y - at * size * 1.25, size, text: line.replace(/^>/, '') };
  });
}

const long = (word: string) =>
  `${word} has a sentence that fills the whole of its line up to the right edge`;

describe('a PDF without a structure tree', () => {
  it('has its paragraphs by indents and room, its headings, and whole words', async () => {
    const document = await read([
      [
        { x: 60, y: 760, size: 22, text: 'Roads under Ice' },
        { x: 60, y: 735, size: 11, text: 'By Mara Quill' },
        { x: 60, y: 720, size: 11, text: 'March 8, 2017' },
        ...set(
          [
            `>${long('It')}`,
            'and ends in the second one, where the light-',
            'house stands.',
            `>${long('Another')}`,
            'and ends as well.',
          ],
          { y: 690 },
        ),
        { x: 60, y: 600, size: 13, text: 'The price', font: 'bold' },
        ...set([`>${long('The price')}`, 'and is not paid.'], { y: 580 }),
      ],
    ]);
    expect(linesOf(document)).toEqual([
      `paragraph: ${long('It')} and ends in the second one, where the lighthouse stands.`,
      `paragraph: ${long('Another')} and ends as well.`,
      'heading: The price',
      `paragraph: ${long('The price')} and is not paid.`,
    ]);
    expect(document.record).toMatchObject({
      title: { value: 'Roads under Ice', from: 'inferred' },
      authors: { value: ['Mara Quill'], from: 'stated' },
      published: { value: '2017-03-08', from: 'stated' },
    });
    expect(document.blocks[0]?.page).toBe('PDF 1');
  });

  it('keeps hyphens that its program calls soft', async () => {
    const lines = [
      `>${long('The X-Ray unit - of the North-Sea ferries -')}`,
      'and ends in the second one, where the light-',
      'house stands.',
      `>${long('- Another')}`,
      'and ends as well.',
    ];
    const soft = await read([set(lines)], { softHyphens: true });
    expect(linesOf(soft)).toEqual(linesOf(await read([set(lines)])));
    expect(linesOf(soft)[0]).toMatch(/^paragraph: The X-Ray unit - of .* lighthouse stands\.$/);
  });

  it('loses what stands in one place of many pages, wherever that is', async () => {
    const page = (word: string): Drawn[] => [
      { x: 300, y: 600, size: 9, text: 'Confidential draft of the harbour office' },
      ...set([`>${long(word)}`, `and ends with ${word}.`], { y: 500 }),
    ];
    const document = await read(['It', 'Ice', 'Snow', 'Rain', 'Wind'].map(page));
    expect(linesOf(document)).toEqual(
      ['It', 'Ice', 'Snow', 'Rain', 'Wind'].map(
        (word) => `paragraph: ${long(word)} and ends with ${word}.`,
      ),
    );
    expect(document.removed).toHaveLength(5);
  });

  it('takes no sentence in large type for a heading', async () => {
    const document = await read([
      [
        {
          x: 60,
          y: 740,
          size: 14,
          text: 'The ice came early that year, and nobody had a boat that could break it.',
        },
        ...set([`>${long('It')}`, 'and ends there.', `>${long('Ice')}`, 'and ends there.']),
      ],
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('reads one column after the other, and loses running heads and page numbers', async () => {
    const pages = [1, 2, 3].map((number): Drawn[] => [
      { x: 60, y: 780, size: 9, text: 'School of Harbours, Paper 12' },
      ...set([`>Left ${number} begins a sentence in the`, 'left column that goes on in the'], {
        y: 700,
      }),
      ...set(
        [
          'right one and ends there.',
          `>Right ${number} is another paragraph of`,
          'the page, and ends.',
        ],
        { x: 320, y: 700 },
      ),
      { x: 300, y: 30, size: 9, text: String(number + 6) },
    ]);
    const document = await read(pages);
    expect(linesOf(document).slice(0, 2)).toEqual([
      'paragraph: Left 1 begins a sentence in the left column that goes on in the right one and ends there.',
      'paragraph: Right 1 is another paragraph of the page, and ends.',
    ]);
    expect(document.blocks.map(({ page }) => page)).toEqual(['7', '7', '8', '8', '9', '9']);
    expect(document.removed.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['running head', 'page number']),
    );
  });

  it('keeps notes apart from the paragraph that goes on over the page, which has both pages', async () => {
    const document = await read([
      [
        ...set(
          [`>${long('It')}`, `which ${long('it')}`, 'and then the page is over, so that the'],
          { y: 700 },
        ),
        { x: 60, y: 90, size: 8, text: '1 Interview with the masters, March 2017.' },
        { x: 60, y: 78, size: 5, text: '2' },
        { x: 63, y: 75, size: 8, text: 'Interview with the pilots, April 2017.' },
      ],
      set(['sentence ends on the next one.', `>${long('Another')}`, 'and ends as well.'], {
        y: 700,
      }),
    ]);
    expect(document.blocks.map(({ kind, page }) => [kind, page])).toEqual([
      ['paragraph', 'PDF 1-2'],
      ['paragraph', 'PDF 2'],
      ['note', 'PDF 1'],
      ['note', 'PDF 1'],
    ]);
  });

  it('has Chinese text whose font is not in the file, and the pages that it names', async () => {
    const text = '两国海军在海上举行演习。双方没有签署新的协议。';
    const document = await read([[{ x: 60, y: 700, size: 12, text, font: 'chinese' }]], {
      romanLabels: true,
    });
    expect(document.blocks).toEqual([{ kind: 'paragraph', text, page: 'i' }]);
    expect(document.record.language).toBe('zh');
  });
});

describe('a tagged PDF', () => {
  it('is read by its tree, wherever its lines stand', async () => {
    const document = await read([
      [
        { x: 60, y: 700, size: 11, text: 'The price', role: 'H1' },
        { x: 60, y: 686, size: 11, text: 'Nobody has paid it yet', role: 'P' },
        { x: 60, y: 672, size: 11, text: 'and that one is another paragraph.', role: 'P' },
        { x: 60, y: 658, size: 11, text: 'A pier', role: 'LI' },
      ],
    ]);
    expect(document.record.title?.value).toBe('The price');
    expect(linesOf(document)).toEqual([
      'paragraph: Nobody has paid it yet',
      'paragraph: and that one is another paragraph.',
      'item: A pier',
    ]);
  });
});

describe('a PDF is refused with advice', () => {
  it.each([
    ['a scan', pdfOf([[]], { picture: true }), /scanned.*OCR/],
    ['nothing in it', pdfOf([[]]), /no text/],
    ['half of it', Buffer.from('%PDF-1.7\nbroken'), /broken PDF/],
  ])('for %s', async (_, bytes, reason) => {
    expect(await readSource({ name: 'a.pdf', bytes })).toEqual({
      problem: expect.stringMatching(reason),
    });
  });
});
