import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readSource } from '../../src/import/read-source.ts';
import type { SourceDocument } from '../../src/import/source.ts';

const paragraph = (number: number) =>
  `Paragraph ${number} of the story says something plain about ice, roads and the two harbours that share them.`;
const paragraphs = [2, 3, 4, 5, 6, 7, 8].map(paragraph);
const prose = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify(fields)}</script>`;
const news = {
  '@type': ['NewsArticle'],
  headline: 'Roads and Ice',
  datePublished: '2024-03-05T23:30:00-05:00',
  dateModified: '2025-01-02',
  author: [{ '@type': 'Person', name: 'Mara Quill' }, { name: 'Idris Vane' }],
  publisher: { '@type': 'Organization', name: 'Harbour Review' },
};

async function read(html: string | Uint8Array, url?: string): Promise<SourceDocument> {
  const read = await readSource({
    bytes: Buffer.from(html),
    name: 'page.html',
    ...(url && { url }),
  });
  if ('problem' in read) throw new Error(read.problem);
  return read.documents[0] as SourceDocument;
}

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const textsOf = ({ blocks }: SourceDocument) => blocks.map(({ text }) => text);

describe("a page's text", () => {
  it('has the lead that stands above it', async () => {
    const lead =
      'The lead stands in the header, outside of the body, and opens the story all the same.';
    const document = await read(
      page(
        '<title>Roads and Ice | Harbour Review</title>',
        `<nav><a href="/">Home</a></nav><header><h1>Roads and Ice</h1><div class="standfirst"><p>${lead}</p></div><div class="byline">By <a rel="author" href="/a">Mara Quill</a></div></header><div class="body">${prose}</div><aside><h2>Most read</h2><p>Something else</p></aside>`,
      ),
    );
    expect(textsOf(document)).toEqual([lead, ...paragraphs]);
    expect(document.record.authors).toEqual({ value: ['Mara Quill'], from: 'inferred' });
  });

  it('is divided by two line breaks, and not by one', async () => {
    const document = await read(
      page(
        '<title>Old</title>',
        `<h1>A page of long ago</h1><font size=2>${paragraph(1)}<br><br>${paragraph(2)} It has<br>one break inside.<br>&nbsp;<br>${paragraph(3)}</font>`,
      ),
    );
    expect(textsOf(document)).toEqual([
      paragraph(1),
      `${paragraph(2)} It has one break inside.`,
      paragraph(3),
    ]);
  });

  it('loses pull quotes, other stories and what asks for an address, and is whole around them', async () => {
    const cut = paragraph(9);
    const document = await read(
      page(
        '<title>Ice</title>',
        `<article><h1>Ice</h1>${prose}<p>${cut.slice(0, 50)}<blockquote><p>the two harbours that share them.</p></blockquote><p>See also: <a href="/x">The other road</a></p><figure><img src="x.jpg" alt=""><figcaption>A ship.</figcaption></figure>${cut.slice(50)}</p><p>Subscribe to our newsletter</p></article>`,
      ),
    );
    expect(textsOf(document)).toEqual([...paragraphs, cut]);
    expect(document.removed.map(({ rule }) => rule)).toEqual([
      'pull quote',
      'other story',
      'newsletter',
    ]);
  });

  it('holds nothing that is hidden', async () => {
    const document = await read(
      page(
        '<title>Ice</title>',
        `<article><h1>Ice</h1>${prose}<p style="display:none">Never to be quoted.</p><p hidden>Nor this.</p><p aria-hidden="true">Nor that.</p><span style="font-size:0">ghost</span></article>`,
      ),
    );
    expect(textsOf(document)).toEqual(paragraphs);
  });

  it.each([
    [
      'windows-1251',
      'ru',
      'Порты двух стран договорились во вторник открыть дорогу, которая их связывает.',
    ],
    ['gb18030', 'zh', '两国海军在海上举行演习。双方没有签署新的协议，观察人士说，明年再来。'],
  ])('in %s is told without a declaration', async (encoding, language, text) => {
    const html = iconv.encode(
      page(
        '<title>x</title>',
        `<article><h1>${text.slice(0, 9)}</h1><p>${text}</p><p>${text}</p></article>`,
      ),
      encoding,
    );
    const document = await read(html);
    expect(textsOf(document)).toContain(text);
    expect(document.record.language).toBe(language);
  });
});

describe("a page's record", () => {
  it("has the day of the page's own, from what was published and not what was updated", async () => {
    const { record } = await read(
      page(
        `<title>Ice</title><meta property="article:published_time" content="2024-03-06T04:30:00Z"><meta property="article:modified_time" content="2025-01-02T00:00:00Z"><link rel="canonical" href="https://harbour.example/2024/03/05/ice/">${ld({ '@graph': [news] })}`,
        `<article><h1>Ice</h1><time datetime="2025-01-02">Updated January 2, 2025</time><p>Published 03/05/2024</p>${prose}</article>`,
      ),
    );
    expect(record).toEqual({
      title: { value: 'Ice', from: 'stated' },
      authors: { value: ['Mara Quill', 'Idris Vane'], from: 'stated' },
      publisher: { value: 'Harbour Review', from: 'stated' },
      published: { value: '2024-03-05', from: 'stated' },
      url: { value: 'https://harbour.example/2024/03/05/ice/', from: 'stated' },
      language: 'en',
    });
  });

  it('is read from JSON-LD that is broken, and from none that is beyond mending', async () => {
    const broken = ld(news)
      .replace('Roads and Ice', 'Roads\nand Ice')
      .replace('}</script>', ',}</script>');
    const { record } = await read(
      page(
        `<script type="application/ld+json">{"@type":</script>${broken}`,
        `<article>${prose}</article>`,
      ),
    );
    expect(record).toMatchObject({
      title: { value: 'Roads and Ice' },
      authors: { value: ['Mara Quill', 'Idris Vane'] },
    });
  });

  it('keeps names and months of citations as they stand there', async () => {
    const { record } = await read(
      page(
        '<meta name="citation_title" content="Ice"><meta name="citation_author" content="Quill, Mara"><meta name="citation_author" content="Vane, Idris"><meta name="citation_publication_date" content="2024/03"><meta name="citation_journal_title" content="Harbour Papers">',
        `<article>${prose}</article>`,
      ),
    );
    expect(record).toMatchObject({
      authors: { value: ['Quill, Mara', 'Vane, Idris'], from: 'stated' },
      published: { value: '2024-03', from: 'stated' },
      publisher: { value: 'Harbour Papers' },
    });
  });

  it.each([
    ['a webmaster', '<meta name="author" content="webmaster">'],
    [
      'the publisher',
      '<meta name="author" content="Harbour Review"><meta property="og:site_name" content="Harbour Review">',
    ],
    ['an address', '<meta name="author" content="https://harbour.example/staff/7">'],
  ])('takes %s for no author', async (_, meta) => {
    expect(
      (await read(page(meta, `<article><h1>Roads</h1>${prose}</article>`))).record.authors,
    ).toBeUndefined();
  });
});

describe('a page without an article is refused with advice', () => {
  it.each([
    [
      'a check of browsers',
      '<title>Just a moment...</title>',
      '<h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue.</p>',
      /checks the browser/,
    ],
    [
      'a shell',
      '<title>App</title>',
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
      /until its scripts run/,
    ],
    [
      'a paywall',
      ld({ '@type': 'NewsArticle', isAccessibleForFree: false }),
      `<article><h1>Ice</h1><p>${paragraph(1)}</p></article>`,
      /paywall/,
    ],
    [
      'a beginning',
      '',
      `<article><h1>Ice</h1><p>${paragraph(1)}</p><p>To continue reading, subscribe. Already a subscriber? Sign in.</p></article>`,
      /without a subscription/,
    ],
    [
      'a question for consent',
      '',
      '<h1>Before you continue</h1><p>We and our 900 partners use cookies and value your privacy in everything we do.</p><p>Accept all or manage preferences.</p>',
      /asks for consent/,
    ],
  ])('such as %s', async (_, head, body, reason) => {
    await expect(read(page(head, body))).rejects.toThrow(reason);
    await expect(read(page(head, body))).rejects.toThrow(/save the page from your browser/);
  });

  it('and one that is nested to exhaust its reader too', async () => {
    const deep = page('', `${'<div>'.repeat(20_000)}${prose}`);
    expect(await readSource({ bytes: Buffer.from(deep), name: 'a.html' })).toEqual({
      problem: expect.stringMatching(/nested too deeply/),
    });
  });
});
