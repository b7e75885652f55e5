import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readSource } from '../../src/import/read-source.ts';
import type { SourceDocument } from '../../src/import/source.ts';
import { docxOf, epubOf, zipOf } from './archives.ts';

async function read(name: string, contents: string | Uint8Array) {
  const read = await readSource({ name, bytes: Buffer.from(contents) });
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

async function document(name: string, contents: string | Uint8Array): Promise<SourceDocument> {
  return (await read(name, contents)).documents[0] as SourceDocument;
}

const linesOf = ({ blocks }: SourceDocument) => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const styled = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

describe('a Word document', () => {
  it('has its headings in any language, accepted changes, notes apart, and no hidden text', async () => {
    const body = [
      styled('s1', 'Roads under Ice'),
      `<w:p>${run('By Mara Quill')}</w:p>`,
      styled('s0', 'The price'),
      `<w:p>${run('The road has a price.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      styled('s2', 'Who pays'),
      `<w:p>${run('Nobody ')}<w:del w:id="9" w:author="x"><w:r><w:delText>ever </w:delText></w:r></w:del><w:ins w:id="10" w:author="x">${run('yet')}</w:ins>${run(' pays.')}</w:p>`,
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Never to be quoted.</w:t></w:r></w:p>',
    ];
    const read = await document('a.docx', await docxOf(body.join('')));
    expect(linesOf(read)).toEqual([
      'heading: The price',
      'paragraph: The road has a price.',
      'heading: Who pays',
      'paragraph: Nobody yet pays.',
      'note: Seen by the author.',
    ]);
    expect(read.record).toEqual({
      title: { value: 'Roads under Ice', from: 'stated' },
      authors: { value: ['Mara Quill'], from: 'stated' },
      language: 'en',
    });
    expect(read.removed.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['hidden text', 'tracked changes']),
    );
  });

  it('with a paragraph without end is divided at its sentences, and loses nothing', async () => {
    const text = 'The road has a price that nobody has paid yet. '.repeat(1_000).trim();
    const { blocks } = await document('a.docx', await docxOf(`<w:p>${run(text)}</w:p>`));
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.every((block) => block.text.endsWith('.'))).toBe(true);
    expect(blocks.map((block) => block.text).join(' ')).toBe(text);
  });

  it.each([
    [
      'entities',
      async () => zipOf({ 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "a">]><d>&a;</d>' }),
      /declares entities/,
    ],
    [
      'a bomb',
      async () => zipOf({ 'word/document.xml': 'a'.repeat(60 * 1024 * 1024) }),
      /more than 50 MB once it is unpacked/,
    ],
    ['other files', async () => zipOf({ 'a.txt': 'a' }), /neither DOCX nor EPUB/],
    ['half of it', async () => (await docxOf('')).subarray(0, 300), /broken archive/],
  ])('is refused for %s', async (_, make, reason) => {
    await expect(document('a.docx', await make())).rejects.toThrow(reason);
  });
});

describe('a book', () => {
  it('has its chapters in order, its pages, and all of its authors', async () => {
    const read = await document(
      'a.epub',
      await epubOf([
        '<h1>One</h1><p>The road begins.<a epub:type="noteref" href="#f">1</a></p><span epub:type="pagebreak" title="7" id="p7"/><p>It goes on.</p><aside epub:type="footnote" id="f"><p>A note.</p></aside>',
        '<h1>Two</h1><p>The road ends.</p>',
      ]),
    );
    expect(linesOf(read)).toEqual([
      'heading: One',
      'paragraph: The road begins.',
      'paragraph: It goes on.',
      'heading: Two',
      'paragraph: The road ends.',
      'note: A note.',
    ]);
    expect(read.blocks.map(({ page }) => page)).toEqual([undefined, undefined, '7', '7', '7', '7']);
    expect(read.record).toMatchObject({
      title: { value: 'Roads under Ice' },
      authors: { value: ['Mara Quill', 'Idris Vane'] },
      publisher: { value: 'Harbour Press' },
      published: { value: '2024-03' },
    });
  });

  it('with a chapter that is missing is refused, not read with a hole', async () => {
    const files = {
      'META-INF/container.xml':
        '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
      'c.opf':
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    };
    await expect(document('a.epub', await zipOf(files))).rejects.toThrow(
      /chapter a\.xhtml is missing/,
    );
    const escaping = {
      ...files,
      'META-INF/container.xml': files['META-INF/container.xml'].replace(
        'c.opf',
        '../../etc/passwd',
      ),
    };
    await expect(document('a.epub', await zipOf(escaping))).rejects.toThrow(/no EPUB/);
  });
});

const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Review</title><link>https://harbour.example/</link><description>d</description>${items}</channel></rss>`;

describe('a feed', () => {
  it('gives articles where it has them whole, with titles that were escaped twice', async () => {
    const read = await document(
      'feed.xml',
      rss(
        '<item><title>AT&amp;amp;T &amp;lt;b&amp;gt;roads&amp;lt;/b&amp;gt;</title><link>https://harbour.example/d</link><dc:creator><![CDATA[ Mara Quill ]]></dc:creator><pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><content:encoded><![CDATA[<p>The road begins.</p><p>The road ends.</p><p>The post <a href="https://harbour.example/d">D</a> appeared first on Harbour Review.</p>]]></content:encoded></item>',
      ),
    );
    expect(linesOf(read)).toEqual(['paragraph: The road begins.', 'paragraph: The road ends.']);
    expect(read.record).toMatchObject({
      title: { value: 'AT&T roads' },
      authors: { value: ['Mara Quill'] },
      published: { value: '2024-03-05', from: 'stated' },
      url: { value: 'https://harbour.example/d' },
    });
  });

  it('gives the pages of the others, each once, whatever their addresses look like', async () => {
    const { documents, links } = await read(
      'feed.xml',
      rss(
        '<item><title>Relative</title><link>/2024/a</link><guid isPermaLink="false">tag:1</guid></item><item><title>By its guid</title><guid>https://harbour.example/b?utm_source=rss</guid><pubDate>05.03.2024 10:00</pubDate></item><item><title>Again</title><link>https://harbour.example/2024/a?utm_source=rss#x</link></item>',
      ),
    );
    expect(documents).toEqual([]);
    expect(links?.map(({ kind, target }) => [kind, target])).toEqual([
      ['page', 'https://harbour.example/2024/a'],
      ['page', 'https://harbour.example/b?utm_source=rss'],
    ]);
    expect(links?.[1]?.record.published?.value).toBe('2024-03-05');
  });

  it('may be Atom with XHTML, or JSON', async () => {
    const atom = await document(
      'feed.atom',
      '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Review</title><link href="https://harbour.example/"/><entry><title>Roads</title><id>tag:1</id><link href="https://harbour.example/r"/><published>2024-03-05T23:30:00-05:00</published><author><name>Mara Quill</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The road begins.</p><p>The road ends.</p></div></content></entry></feed>',
    );
    expect(linesOf(atom)).toEqual(['paragraph: The road begins.', 'paragraph: The road ends.']);
    expect(atom.record).toMatchObject({
      published: { value: '2024-03-05' },
      authors: { value: ['Mara Quill'] },
    });
    const json = await document(
      'feed.json',
      '{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Review","items":[{"id":"1","url":"https://harbour.example/j","title":"Roads","content_html":"<p>The road begins.</p><p>It ends.</p>","date_published":"2024-03-05T23:30:00-05:00","authors":[{"name":"Mara Quill"}]}]}',
    );
    expect(json.record).toMatchObject({
      title: { value: 'Roads' },
      published: { value: '2024-03-05' },
    });
  });

  it.each([
    [
      'entities',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>',
      /declares entities/,
    ],
    [
      'half of it',
      '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Cut</title><link>https://a.example/e</link',
      /no feed that can be read/,
    ],
  ])('is refused for %s', async (_, text, reason) => {
    await expect(read('feed.xml', text)).rejects.toThrow(reason);
  });
});

describe('a mail', () => {
  const html =
    '<table><tr><td><div style="display:none">Preheader</div><p>Порты двух стран договорились открыть дорогу.</p><p>Цена осталась тайной.</p><p><a href="https://click.example/u=SECRET">Read online</a> · Unsubscribe</p></td></tr></table>';

  it('has the text of its HTML, its own day, and nothing of its footer', async () => {
    const mail = `From: Harbour Review <news@harbour.example>\r\nSubject: =?utf-8?b?${Buffer.from('Дороги').toString('base64')}?=\r\nDate: Tue, 05 Mar 2024 23:30:00 -0500\r\nList-Unsubscribe: <https://harbour.example/u?id=SECRET>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n`;
    const read = await document('a.eml', mail);
    expect(linesOf(read)).toEqual([
      'paragraph: Порты двух стран договорились открыть дорогу.',
      'paragraph: Цена осталась тайной.',
    ]);
    expect(read.record).toEqual({
      title: { value: 'Дороги', from: 'stated' },
      publisher: { value: 'Harbour Review', from: 'inferred' },
      published: { value: '2024-03-05', from: 'stated' },
      language: 'ru',
    });
    expect(JSON.stringify(read)).not.toContain('SECRET');
  });

  it('that was forwarded is by whom it says, and a wrong date is none', async () => {
    const body =
      'Смотри.\n\n---------- Forwarded message ---------\nFrom: Иван Орлов <orlov@harbour.example>\nDate: 5 марта 2024 г.\nSubject: Дороги и лёд\n\nПорты двух стран договорились открыть дорогу.\n';
    const head =
      'From: Mara Quill <m@a.example>\r\nSubject: Fwd: Roads\r\nDate: yesterday\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
    const read = await document(
      'a.eml',
      Buffer.concat([Buffer.from(head), iconv.encode(body, 'koi8-r')]),
    );
    expect(read.record).toMatchObject({
      title: { value: 'Дороги и лёд' },
      authors: { value: ['Иван Орлов'], from: 'inferred' },
      published: { value: '2024-03-05' },
    });
    expect(linesOf(read).at(-1)).toBe('paragraph: Порты двух стран договорились открыть дорогу.');
  });
});

describe('a bibliography', () => {
  it('in BibTeX gives its entries but for a broken one, with names, accents and files', async () => {
    const { links } = await read(
      'a.bib',
      "@article{quill2024,\n  title = {Roads under {Ice}: {{NATO}} \\& the \\'Elan},\n  author = {Quill, Mara and {Harbour Institute} and de la Vane, Idris and others},\n  date = {2024-03},\n  journaltitle = {Harbour Papers},\n  url = {https://harbour.example/p?a=1\\&b=2},\n  langid = {english},\n  file = {Full Text:files/12/Quill - Roads\\; part 1.pdf:application/pdf;Snapshot:files/13/p.html:text/html}\n}\n@online{orlov, title={Дороги}, author={Орлов, И. И.}, year={2023}, month=mar}\n@misc{broken, title={No closing brace\n",
    );
    expect(links).toEqual([
      {
        kind: 'attachment',
        target: 'files/12/Quill - Roads; part 1.pdf',
        record: {
          title: { value: 'Roads under Ice: NATO & the Élan', from: 'stated' },
          authors: {
            value: ['Mara Quill', 'Harbour Institute', 'Idris de la Vane'],
            from: 'stated',
          },
          organisations: ['Harbour Institute'],
          publisher: { value: 'Harbour Papers', from: 'stated' },
          published: { value: '2024-03', from: 'stated' },
          url: { value: 'https://harbour.example/p?a=1&b=2', from: 'stated' },
          language: 'en',
        },
      },
      {
        kind: 'nothing',
        target: 'Дороги',
        record: expect.objectContaining({
          authors: { value: ['И. И. Орлов'], from: 'stated' },
          published: { value: '2023-03', from: 'stated' },
        }),
      },
    ]);
  });

  it('in RIS and CSL-JSON gives the same', async () => {
    const record = {
      title: { value: 'Roads under Ice', from: 'stated' },
      authors: { value: ['Mara Quill', 'Idris de la Vane'], from: 'stated' },
      publisher: { value: 'Harbour Review', from: 'stated' },
      language: 'en',
    };
    const ris = await read(
      'a.ris',
      'TY  - NEWS\nTI  - Roads under Ice\nAU  - Quill, Mara\nAU  - de la Vane, Idris\nPY  - 2024\nDA  - 2024/03/05/\nT2  - Harbour Review\nL1  - files/12/a.pdf\nLA  - en\nER  - \n',
    );
    expect(ris.links).toEqual([
      {
        kind: 'attachment',
        target: 'files/12/a.pdf',
        record: { ...record, published: { value: '2024-03-05', from: 'stated' } },
      },
    ]);
    const csl = await read(
      'a.json',
      '[{"id":"q","type":"article-newspaper","title":"Roads under <i>Ice</i>","author":[{"family":"Quill","given":"Mara"},{"family":"Vane","non-dropping-particle":"de la","given":"Idris"}],"container-title":"Harbour Review","issued":{"date-parts":[["2024",3]]},"URL":"https://harbour.example/a","language":"en"},{"id":"s","type":"report","title":"Season","issued":{"date-parts":[[2024]],"season":1}}]',
    );
    expect(csl.links?.map((link) => link.record)).toMatchObject([
      { ...record, published: { value: '2024-03' } },
      { published: { value: '2024' } },
    ]);
  });
});
