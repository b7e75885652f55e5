import { describe, expect, it } from '@jest/globals';
import { cite, describeArticle, printDate } from '../../src/answer/citation.ts';
import type { Article } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { readPartialDate } from '../../src/library/partial-date.ts';

const words = 'China is vehemently opposed to THAAD.';
const whole = { start: 0, end: words.length };

type Changes = Omit<Partial<Article>, 'published'> & { readonly published?: string };

function article({ published, ...changes }: Changes = {}): Article {
  const date = readPartialDate(published ?? '');
  return {
    id: 'a',
    title: 'A title',
    authors: ['Ann Author'],
    language: 'en',
    text: 'brief',
    inferred: [],
    paragraphs: [{ number: 1, text: words }],
    ...(date && { published: date }),
    ...changes,
  };
}

const citation = (changes: Changes, heading?: string) =>
  cite(article(changes), { number: 7, text: words, ...(heading && { heading }) }, whole);

const { articles } = await loadLibrary(['seeds']);

describe('a short citation', () => {
  it.each([
    [{ published: '2017-11' }, 'Ann Author, November 2017, para. 7, counted (brief)'],
    [{ inferred: ['authors' as const] }, '[Ann Author], n.d., para. 7, counted (brief)'],
    [{ authors: [], publisher: 'CNN' }, 'CNN, n.d., para. 7, counted (brief)'],
    [{ authors: [], text: 'original' as const }, '"A title," n.d., para. 7, counted (original)'],
  ])('says who, when and where: %j', (changes, short) => {
    expect(citation(changes, 'A heading').short).toBe(short);
  });
});

describe('the citations of the seeds', () => {
  it.each([
    ['cnn-2017', '["Russia and China draw closer over North Korea,"] CNN, July 5, 2017'],
    [
      'gan-westcott-2021',
      'Nectar Gan and Ben Westcott, "US and allies are pushing China and Russia closer together, but will their \'unbreakable friendship\' last?" CNN, June 17, 2021',
    ],
    [
      'hammond-2017',
      'Andrew Hammond, "Why Beijing and Moscow are close and getting closer," Arab News, [November 2017]',
    ],
    [
      'dual-freeze-2017',
      '["Russia and China Have a Common Line on Resolving the North Korean Problem,"] The Diplomat, July 2017',
    ],
    [
      'stoner-2026',
      'Kathryn Stoner, "Contemporary China-Russia-North Korea Alignment: Not Always Together, But Never That Far Apart," March 2026',
    ],
  ])('say of %s what its record says, and no more', (id, record) => {
    const found = articles.get(id);
    const first = found?.paragraphs[0];
    if (!found || !first) throw new Error(`${id} is missing`);
    const { url: link } = found;
    expect(cite(found, first, whole)).toEqual({
      text: `${record}, para. 1, counted (brief)`,
      short: expect.stringMatching(/, para\. 1, counted \(brief\)$/),
      ...(link && { link }),
      brief: expect.stringMatching(/^In brief, after /),
    });
    expect(describeArticle(found)).toBe(`${record} (brief)`);
  });

  it('name the heading where there is one', () => {
    const found = articles.get('stoner-2026');
    const third = found?.paragraphs[2];
    if (!found || !third) throw new Error('stoner-2026 is missing');
    expect(cite(found, third, whole).text).toMatch(
      /, para\. 3, counted, under "Pragmatism, Not Ideology" \(brief\)$/,
    );
  });
});

describe('a citation', () => {
  it.each([
    [[], ''],
    [['Ann'], 'Ann, '],
    [['Ann', 'Bob'], 'Ann and Bob, '],
    [['Ann', 'Bob', 'Cem'], 'Ann, Bob, and Cem, '],
    [['Ann', 'Bob', 'Cem', 'Dee'], 'Ann et al., '],
  ])('of authors %j begins with %j', (authors, names) => {
    expect(citation({ authors }).text).toBe(`${names}"A title," n.d., para. 7, counted (brief)`);
  });

  it('puts what was deduced in square brackets, part by part', () => {
    const record = { publisher: 'CNN', published: '2017-07' };
    const inferred = ['title', 'authors', 'publisher', 'published', 'url'] as const;
    expect(citation({ ...record, inferred }).text).toBe(
      '[Ann Author], ["A title,"] [CNN], [July 2017], para. 7, counted (brief)',
    );
    expect(citation({ authors: [], inferred }).text).toBe(
      '["A title,"] n.d., para. 7, counted (brief)',
    );
  });

  it('says whether the text is the original or a brief', () => {
    expect(citation({ text: 'original' }).text).toMatch(/ \(original\)$/);
    expect(citation({ text: 'brief' }).text).toMatch(/ \(brief\)$/);
  });

  it.each([
    ['Why not?', '"Why not?"'],
    ['At last!', '"At last!"'],
    ['Is it "over?"', `"Is it 'over?'"`],
    ['The “no limits” pact', `"The 'no limits' pact,"`],
    ['"Quoted"', `"'Quoted',"`],
    ['Made in the U.S.', '"Made in the U.S.,"'],
  ])('prints the title %s as %s', (title, printed) => {
    expect(describeArticle(article({ title }))).toBe(`Ann Author, ${printed} n.d. (brief)`);
  });

  it('prints quotation marks in headings as inner ones', () => {
    expect(citation({}, 'The "pivot"').text).toMatch(/, under "The 'pivot'" \(brief\)$/);
  });

  it('links a brief to the page, and an original to the quoted words', () => {
    const url = 'https://example.org/a';
    expect(citation({ url }).link).toBe(url);
    expect(citation({ url, text: 'original' }).link).toBe(
      `${url}#:~:text=China%20is%20vehemently%20opposed%20to%20THAAD.`,
    );
    expect(citation({ url: `${url}#top`, text: 'original' }).link).toMatch(/#top:~:text=China/);
    expect(citation({ text: 'original' })).not.toHaveProperty('link');
  });
});

describe('a date', () => {
  it.each([
    ['2017', '2017'],
    ['2017-11', 'November 2017'],
    ['2017-01-05', 'January 5, 2017'],
    ['2016-02-29', 'February 29, 2016'],
  ])('%s is printed as %s', (date, printed) => {
    const read = readPartialDate(date);
    expect(read && printDate(read)).toBe(printed);
  });
});
