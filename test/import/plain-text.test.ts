import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/library/paragraphs.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import { imported, outcomeOf, type TextFormat } from './imported.ts';

const first = 'The two ministers met in Harbin and agreed on a list of eleven projects.';
const second = 'Nobody in the room spoke of the price, which had been the point all along.';

describe('an imported page', () => {
  it.each([
    ['share counts', '2 views0 comments', 'share counts'],
    ['share counts in thousands', '1.2K shares · 14 comments', 'share counts'],
    ['a control', 'Follow', 'page control'],
    [
      'a video with its title',
      'Harbin Summit\nHarbin: A City of Ice\n01:13 - Source: CNN',
      'video caption',
    ],
    ['a byline', 'By Ada Li, Harbin Post', 'byline'],
    ['an update', 'Updated 0014 GMT (0814 HKT) June 17, 2021', 'date line'],
    ['a disclaimer', 'Disclaimer: Views expressed here are their own.', 'disclaimer'],
    ["an editor's note", "Editor's note: Ada Li teaches in Harbin.", 'disclaimer'],
    ['a copyright', '© 2021 Harbin Post. All rights reserved.', 'copyright'],
    ['a dateline', 'HARBIN (Reuters) —', 'dateline'],
    ['a page number', 'Page 2 of 7', 'page number'],
    ['a picture credit', 'Photo: Ada Li', 'picture credit'],
  ])('leaves out %s, and says so', (_, line, rule) => {
    const { texts, rules } = imported(`${first}\n\n${line}\n\n${second}\n`);
    expect(texts).toEqual([first, second]);
    for (const each of line.split('\n')) expect(rules).toContain(`${rule}: ${each}`);
  });

  it.each([
    ['a short sentence', 'Nobody spoke.'],
    ['a sentence that begins with By', 'By then it was too late.'],
    ['a question in lower case', 'But will it last?'],
    ['a sentence with a time', 'The train left at 01:13 from the source of the river.'],
    ['an item of a list', '- a bridge across the river'],
    ['a line that leads on', 'Three things were agreed:'],
    ['a year at the start', '1969 was the year of the clash.'],
    ['an open line like a sentence', 'Harbin has a plan to build the longest bridge'],
    ['a line of figures and its source', 'Trade volumes, 2014-2018. Source: Customs'],
    ['a sentence about publishing', 'Published in 2017, the list has grown since.'],
    ['an acronym and a dash', 'BRICS — five states then — has grown since.'],
    ['square kilometres', 'The island has 335 km², half of it swamp.'],
  ])('keeps %s as a paragraph', (_, line) => {
    const { texts, rules } = imported(`${first}\n\n${line}\n\n${second}\n`);
    expect(texts).toEqual([first, line, second]);
    expect(rules).toEqual([]);
  });

  it.each([
    ['A Relationship of Unequals?'],
    ['Three Dimensions: Political, Economic and Defense'],
    ['The price'],
    ['## What the ministers did not say in the room'],
  ])('keeps %s as a heading', (line) => {
    const { article, texts } = imported(`${first}\n\n${line}\n\n${second}\n`);
    expect(texts).toEqual([first, second]);
    expect(article.paragraphs[1]?.heading).toBe(line.replace('## ', ''));
  });

  it('is whole again where a page ended inside a sentence', () => {
    const upper = 'The ministers, who had not met since the spring, signed a list that Harbin';
    const { texts, rules } = imported(`${upper}\n\n\f\n- 3 -\n\nhad asked for.\n\n${second}\n`);
    expect(texts).toEqual([`${upper} had asked for.`, second]);
    expect(rules.map((rule) => rule.split(':')[0]).sort()).toEqual(['page break', 'page number']);
  });

  it('is whole again where an editor broke its lines', () => {
    const broken = `${first} ${second}`.replace(/(.{50}\S*) /g, '$1\n');
    expect(broken).toContain('\n');
    expect(imported(`${broken}\n\n${second}\n`).texts).toEqual([`${first} ${second}`, second]);
  });

  it('counts a paragraph a line where no empty lines divide them', () => {
    expect(imported(`${first}\n${second}\n${first}`).texts).toEqual([first, second, first]);
  });

  it('loses escapes, empty links and footnotes', () => {
    const text = `Trade rose to \\$69.6 billion, as Li has [written](#).¹\n\n${second}\n\n¹ See [the report](https://a.example), 1997.`;
    const { texts, rules } = imported(text);
    expect(texts).toEqual(['Trade rose to $69.6 billion, as Li has written.', second]);
    expect(rules).toEqual(
      expect.arrayContaining(['empty link: [written](#)', 'escaped Markdown: \\$']),
    );
  });

  it('loses the place and agency before its first sentence, and highlights above', () => {
    const { texts, rules } = imported(
      `Story highlights\n\nTwo ministers met in Harbin\n\nHarbin (CNN) — ${first}\n\n${second}`,
    );
    expect(texts).toEqual([first, second]);
    expect(rules).toContain('story highlights: Two ministers met in Harbin');
    expect(imported(`HARBIN — ${first}\n\n${second}`).texts).toEqual([first, second]);
  });

  it('gives its record away', () => {
    const { article, record } = imported(
      `A List of Eleven Projects\n\nBy Ada Li and Bo Sun, Harbin Post\n\nUpdated 0014 GMT June 7, 2021\n\n${first}`,
    );
    expect(record).toBe('deduced');
    expect(article).toMatchObject({
      id: 'li-sun-2021',
      title: 'A List of Eleven Projects',
      authors: ['Ada Li', 'Bo Sun'],
      publisher: 'Harbin Post',
      published: '2021-06-07',
      text: 'original',
      inferred: ['published'],
      review: ['published'],
      source: { file: 'page.txt' },
    });
  });

  it('names as inferred what had to be guessed', () => {
    const { article } = imported(
      `${first}\n\n${second}\n• Ada Li is a fellow at a school in Harbin.\nDisclaimer: Views do not reflect Harbin Post's point of view`,
    );
    expect(article).toMatchObject({
      title: 'The two ministers met in Harbin and agreed on …',
      authors: ['Ada Li'],
      publisher: 'Harbin Post',
      inferred: ['title', 'authors', 'publisher'],
    });
    expect(article.paragraphs).toHaveLength(2);
  });

  it('keeps the record that Markdown states, and its headings', () => {
    const { article, record } = imported(
      `---\nid: x-1\ntitle: 'A: b'\ntext: brief\n---\n${first}\n\n## On\n\n${second}\n`,
      'markdown',
    );
    expect(record).toBe('stated');
    expect(article).toMatchObject({ id: 'x-1', title: 'A: b', text: 'brief' });
    expect(article.paragraphs[1]).toEqual({ number: 2, text: second, heading: 'On' });
  });

  it('takes a free id when another article has its own', () => {
    const text = `By Ada Li\n\n${first}\n`;
    const { article } = imported(text);
    const again = outcomeOf(`${text}\n${second}`, 'plain', [article]);
    expect('article' in again && again.article.id).toBe('li-2');
  });

  it.each([
    ['no paragraph', 'Follow\n\nShare'],
    ['a paragraph without end', 'word '.repeat(5000)],
    ['quotes in quotes', `# A\n\n${'> '.repeat(4000)}a`],
  ])('is refused for %s, with a reason', (_, text) => {
    const outcome = outcomeOf(text, /^(?:---|#)/.test(text) ? 'markdown' : 'plain');
    expect('problems' in outcome && outcome.problems.join()).toMatch(/\w{3}/);
  });

  it('is read back, or refused, but never changed or thrown over', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        first,
        second,
        '¹ See A.',
        '---',
        '> > a',
        '## B',
        '\f',
        '',
        'By Ada Li',
        '- [1] x',
        '#',
        '[1]: y.',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('plain', 'markdown'), (lines, format) => {
        const outcome = outcomeOf(lines.join('\n'), format as TextFormat);
        if ('problems' in outcome) return;
        const read = parseArticle(outcome.markdown);
        expect('article' in read && read.article).toEqual(outcome.article);
        for (const { text } of outcome.article.paragraphs) expect(text).toBe(cleanText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a page that is made to keep the importer busy', () => {
  // Looked at pair by pair, the lines of each would take it hours.
  it.each([
    ['of lines without end', 'One line\n'.repeat(60_000)],
    ['of footnotes without end', '[1] A note.\n'.repeat(60_000)],
    ['of share counts that come to nothing', `${'1 view '.repeat(60_000)}x\n\n`],
  ])('%s is done with', (_, page) => {
    const outcome = outcomeOf(`${first}\n\n${second}\n\n${page}`);
    expect('problems' in outcome ? outcome.problems : ['imported']).toHaveLength(1);
  });
});
