import { describe, expect, it } from '@jest/globals';
import { imported } from './imported.ts';

const first = 'Both ports on the strait will be open through the winter, the harbour masters said.';
const second =
  'Nobody could say who would pay for the ice breakers, which had been the quarrel of spring.';
const body = `${first}\n\n${second}\n`;
const title = 'A Winter Road Across the Strait';

/** The article under a head of these lines. */
function under(...head: string[]) {
  return imported(`${head.join('\n')}\n\n${body}`);
}

describe('bylines', () => {
  it.each([
    [
      'three names',
      'By MARA QUILL, IDRIS VANE and ROSA PELL',
      ['Mara Quill', 'Idris Vane', 'Rosa Pell'],
    ],
    ['two names and a comma', 'By Mara Quill, Idris Vane', ['Mara Quill', 'Idris Vane']],
    [
      'suffixes',
      'By Mara Quill III, Idris Vane, Jr. and Élodie O’Pell',
      ['Mara Quill III', 'Idris Vane, Jr.', 'Élodie O’Pell'],
    ],
    [
      'a title and a post',
      'By Dr. Mara Quill, Senior Fellow, Institute of Harbours',
      ['Mara Quill'],
    ],
    ['a degree', 'By Mara Quill, PhD', ['Mara Quill']],
    ['places', 'By Mara Quill in Seoul and Idris Vane in Moscow', ['Mara Quill', 'Idris Vane']],
    ['small letters', 'by Mara Quill', ['Mara Quill']],
    ['a verb', 'Written by Mara Quill', ['Mara Quill']],
    ['a particle', 'By Bram van der Quill', ['Bram van der Quill']],
    ['marks of Markdown', '**By Mara Quill**', ['Mara Quill']],
    ['a single name', 'By Sukarno', ['Sukarno']],
    ['a handle', 'by Mara Quill @maraquill', ['Mara Quill']],
    ['a Russian label', 'Автор: Иван Орлов', ['Иван Орлов']],
    ['a French word', 'Par Jeanne Dupré', ['Jeanne Dupré']],
  ])('with %s name their authors, and no publisher', (_, line, authors) => {
    const { article, texts } = under(title, line);
    expect(article).toMatchObject({ title, authors, inferred: [] });
    expect(article.publisher).toBeUndefined();
    expect(texts).toEqual([first, second]);
  });

  it.each([
    ['By Reuters', [], 'Reuters'],
    ['By MARA QUILL, Associated Press Writer', ['Mara Quill'], 'Associated Press'],
    ['By Mara Quill, Special to The Gazette', ['Mara Quill'], 'The Gazette'],
    ['Story by Mara Quill, CNN', ['Mara Quill'], 'CNN'],
    ['By Mara Quill and Idris Vane, Harbour Post', ['Mara Quill', 'Idris Vane'], 'Harbour Post'],
  ])('%s names who published', (line, authors, publisher) => {
    expect(under(title, line).article).toMatchObject({ authors, publisher, inferred: [] });
  });

  it.each(['By then it was late.', 'By the end of March', 'By far the longest of them'])(
    '“%s” is none',
    (line) => {
      expect(under(title, line).article.authors).toEqual([]);
    },
  );

  it('take a bare name between title and date, to be looked over', () => {
    const { article } = under(title, 'Mara Quill, The Gazette', '2 May 2019');
    expect(article).toMatchObject({
      title,
      authors: ['Mara Quill'],
      publisher: 'The Gazette',
      published: '2019-05-02',
      inferred: ['authors', 'publisher'],
      review: ['authors'],
    });
  });

  it('take who is introduced at the end, but no country that the last paragraph is about', () => {
    const introduced = imported(
      `${title}\n\n${body}\nMara Quill is a senior fellow at a school of harbours.`,
    );
    expect(introduced.article).toMatchObject({
      authors: ['Mara Quill'],
      review: expect.arrayContaining(['authors']),
    });
    expect(introduced.texts).toEqual([first, second]);
    const last = 'South Korea is a neighbour that neither of them can pass over.';
    const { article, texts } = imported(`${title}\n\n${body}\n${last}`);
    expect(article.authors).toEqual([]);
    expect(texts).toEqual([first, second, last]);
  });

  it.each([
    [
      'begins with them',
      'Mara Quill is leaving the harbour council after a vote of its members.',
      '',
    ],
    ['ends with what they were', '', 'Mara Quill was director of the harbour council until then.'],
    [
      'speaks of them before its end',
      'Mara Quill is a professor at the school of harbours.',
      'She said so on Monday, and the council will answer her within the week.',
    ],
  ])('take nobody for the author whom an article is about: one that %s', (_, before, after) => {
    const whole = [before, first, second, before, after].filter(Boolean);
    const { article, texts } = imported(`${title}\n\n${whole.join('\n\n')}`);
    expect(article.authors).toEqual([]);
    expect(texts).toEqual(whole);
  });
});

describe('dates', () => {
  it.each([
    ['March 8, 2017', '2017-03-08'],
    ['Wednesday, March 8th, 2017 at 2:30pm ET', '2017-03-08'],
    ['Mar. 8, 2017, 6:00 a.m.', '2017-03-08'],
    ['16 November 2017 • 2:15pm', '2017-11-16'],
    ['Thu 3 Jan 2019 02.00 EST', '2019-01-03'],
    ['13:10 IST, 8 March 2017', '2017-03-08'],
    ['March 8, 2017 | 5 min read', '2017-03-08'],
    ['08.03.2017', '2017-03-08'],
    ['08-Mar-2017', '2017-03-08'],
    ['Spring 2017', '2017'],
    ['25/03/2017', '2017-03-25'],
    ['Date: 2017-03-08T23:30:00-05:00', '2017-03-08'],
    ['March/April 2017', '2017-03'],
    ['8 марта 2017 г., 12:41 мск', '2017-03-08'],
    ['2017年3月8日', '2017-03-08'],
    ['二〇一七年十二月二十五日', '2017-12-25'],
    ['le 1er août 2017 à 10h30', '2017-08-01'],
    ['8. März 2017, 10:30 Uhr', '2017-03-08'],
    [
      'Updated 10:14 AM EDT, Fri March 10, 2017\nPublished 3:00 PM EST, Wed March 8, 2017',
      '2017-03-08',
    ],
    ['Published March 8, 2017 Updated March 10, 2017', '2017-03-08'],
  ])('%s', (line, published) => {
    const { article, texts } = under(title, line);
    expect(article).toMatchObject({ title, published, inferred: [] });
    expect(texts).toEqual([first, second]);
  });

  it.each([
    ['an update alone', 'Last updated on March 9, 2017', '2017-03-09'],
    ['a day that could be a month', '03/05/2024', '2024'],
  ])('of %s are inferred', (_, line, published) => {
    expect(under(title, line).article).toMatchObject({
      published,
      inferred: ['published'],
      review: ['published'],
    });
  });

  it('are never those that sentences name', () => {
    expect(
      imported(`${title}\n\nOn March 8, 2017 they met again in the harbour.`).article.published,
    ).toBeUndefined();
  });
});

describe('the head', () => {
  it.each([
    ['a section above it', ['OPINION', '', title, '', 'By Mara Quill']],
    ['the author above it', ['Mara Quill', '', title, '', 'May 2, 2019']],
    [
      'a menu above it',
      ['Ministry of Harbours', '', 'News', '', 'Contacts', '', title, '', 'May 2, 2019'],
    ],
    ['a section before it', [`Asia|${title}`, 'By Mara Quill']],
    ['an address below it', [title, 'https://gazette.example/road', 'By Mara Quill']],
    [
      'labels',
      [
        `Title: ${title}`,
        'Author: Mara Quill',
        'Publisher: The Gazette',
        'URL: https://gazette.example/road',
      ],
    ],
    ['nothing else', [title]],
  ])('gives the title with %s', (_, lines) => {
    const { article, texts } = under(...lines);
    expect(article.title).toBe(title);
    expect(article.inferred).not.toContain('title');
    expect(texts).toEqual([first, second]);
  });

  it.each([
    'What the Harbours Want From the U.S.',
    'Who Pays for the Ice?',
    `${title}: What the Harbours Want, Why Nobody Asked Them, and What Both Capitals Should Do About the Ice Breakers Before the Next Winter Comes and the Strait Is Closed`,
  ])('gives a title of any form above a byline: %s', (line) => {
    const { article, texts } = under(line, 'By Mara Quill', 'May 2, 2019');
    expect(article).toMatchObject({
      title: line,
      authors: ['Mara Quill'],
      published: '2019-05-02',
    });
    expect(texts).toEqual([first, second]);
  });

  it('joins a title that is broken over two lines, and leaves a subtitle alone', () => {
    const broken = ['A Winter Road That Nobody Has Paid For', 'and Everybody Wants to Use'];
    const titled = ['A Winter Road That Nobody Has Paid For', 'And That Everybody Wants Now'];
    expect(under(...titled, 'By Mara Quill').article.title).toBe(titled.join(' '));
    expect(
      under(broken[0] ?? '', 'What the two harbours want', 'By Mara Quill').article.title,
    ).toBe(broken[0]);
  });

  it('reads labels and addresses into the record', () => {
    const { article } = under(
      `Title: ${title}`,
      'Author: Mara Quill',
      'Publisher: The Gazette',
      'URL: https://gazette.example/road',
    );
    expect(article).toMatchObject({
      authors: ['Mara Quill'],
      publisher: 'The Gazette',
      url: 'https://gazette.example/road',
    });
  });

  it('keeps a standfirst as a paragraph, and no date as a heading', () => {
    const standfirst = 'What two harbours want from each other.';
    const { article, texts } = under(title, '', standfirst, '', 'By Mara Quill', 'May 2, 2019');
    expect(texts).toEqual([standfirst, first, second]);
    expect(article).toMatchObject({ title, authors: ['Mara Quill'], published: '2019-05-02' });
    expect(article.paragraphs.every(({ heading }) => heading === undefined)).toBe(true);
  });

  it('keeps short lines that open an article', () => {
    const lead = ['As the masters said on Monday:', '“We will keep the strait open”'];
    expect(under(title, '', lead[0] ?? '', '', lead[1] ?? '').texts).toEqual([
      ...lead,
      first,
      second,
    ]);
  });
});

describe('datelines', () => {
  it.each([
    ['HARBIN/SEOUL (Reuters) - ', 'Reuters'],
    ['(Reuters) - ', 'Reuters'],
    ['MOSCOW, March 8. /TASS/. ', 'TASS'],
    ['BEIJING, March 8 /Xinhua/ -- ', 'Xinhua'],
    ['WASHINGTON — ', undefined],
    ['МОСКВА, 5 марта — ТАСС. ', 'ТАСС'],
    ['新华社北京3月5日电（记者 王某）', '新华社'],
  ])('%s goes', (dateline, publisher) => {
    const { article, texts, rules } = imported(`${title}\n\n${dateline}${body}`);
    expect(texts).toEqual([first, second]);
    expect(rules).toContain(`dateline: ${dateline}`);
    expect(article.publisher).toBe(publisher);
  });

  it('go where the article names the place elsewhere, and stay where an acronym begins a sentence', () => {
    const named = 'Ulsan — Both ports stay open, as a port of Ulsan has to. Ulsan has two of them.';
    expect(imported(`${title}\n\n${named}`).texts).toEqual([named.replace('Ulsan — ', '')]);
    const sentence = 'NATO — thirty states then — has no port on the strait at all.';
    expect(imported(`${title}\n\n${sentence}`).texts).toEqual([sentence]);
  });
});
