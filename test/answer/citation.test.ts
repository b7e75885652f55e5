import { describe, expect, it } from '@jest/globals';
import {
  afterWhom,
  type Citation,
  citationLine,
  cite,
  describeArticle,
  printDate,
  shortCitation,
} from '../../src/answer/citation.ts';
import type { Article } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { readPartialDate } from '../../src/library/partial-date.ts';
import { sayIn } from '../../src/texts/say.ts';

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

const english = sayIn('en');
const lineOf = (cited: Citation) => citationLine(cited, english);

const { articles } = await loadLibrary(['seeds']);

describe('a short citation', () => {
  it.each([
    [{ published: '2017-11' }, 'Ann Author, November 2017, para. 7, counted (brief)'],
    [{ inferred: ['authors' as const] }, '[Ann Author], n.d., para. 7, counted (brief)'],
    [{ authors: [], publisher: 'CNN' }, 'CNN, n.d., para. 7, counted (brief)'],
    [{ authors: [], text: 'original' as const }, '"A title," n.d., para. 7, counted (original)'],
  ])('says who, when and where: %j', (changes, short) => {
    expect(shortCitation(citation(changes, 'A heading'), english)).toBe(short);
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
    const cited = cite(found, first, whole);
    expect(lineOf(cited)).toBe(`${record}, para. 1, counted (brief)`);
    expect(shortCitation(cited, english)).toMatch(/, para\. 1, counted \(brief\)$/);
    expect(cited.link).toBe(link);
    expect(afterWhom(found, english)).toMatch(/^In brief, after /);
    expect(describeArticle(found, english)).toBe(`${record} (brief)`);
  });

  it('name the heading where there is one', () => {
    const found = articles.get('stoner-2026');
    const third = found?.paragraphs[2];
    if (!found || !third) throw new Error('stoner-2026 is missing');
    expect(lineOf(cite(found, third, whole))).toMatch(
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
    expect(lineOf(citation({ authors }))).toBe(`${names}"A title," n.d., para. 7, counted (brief)`);
  });

  it('puts what was deduced in square brackets, part by part', () => {
    const record = { publisher: 'CNN', published: '2017-07' };
    const inferred = ['title', 'authors', 'publisher', 'published', 'url'] as const;
    expect(lineOf(citation({ ...record, inferred }))).toBe(
      '[Ann Author], ["A title,"] [CNN], [July 2017], para. 7, counted (brief)',
    );
    expect(lineOf(citation({ authors: [], inferred }))).toBe(
      '["A title,"] n.d., para. 7, counted (brief)',
    );
  });

  it('says whether the text is the original or a brief', () => {
    expect(lineOf(citation({ text: 'original' }))).toMatch(/ \(original\)$/);
    expect(lineOf(citation({ text: 'brief' }))).toMatch(/ \(brief\)$/);
  });

  it.each([
    ['Why not?', '"Why not?"'],
    ['At last!', '"At last!"'],
    ['Is it "over?"', `"Is it 'over?'"`],
    ['The “no limits” pact', `"The 'no limits' pact,"`],
    ['"Quoted"', `"'Quoted',"`],
    ['Made in the U.S.', '"Made in the U.S.,"'],
  ])('prints the title %s as %s', (title, printed) => {
    expect(describeArticle(article({ title }), english)).toBe(
      `Ann Author, ${printed} n.d. (brief)`,
    );
  });

  it('prints quotation marks in headings as inner ones', () => {
    expect(lineOf(citation({}, 'The "pivot"'))).toMatch(/, under "The 'pivot'" \(brief\)$/);
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
    expect(read && printDate(read, 'en')).toBe(printed);
  });
});

describe('a citation in other languages', () => {
  const record = { authors: ['Анна Б.', 'Ли'], publisher: 'ТАСС', published: '2017-11-05' };

  it('is a Russian line, with its quotation marks and months', () => {
    const cited = citation({ ...record, title: 'О «двойной заморозке»', text: 'original' }, 'Ход');
    expect(citationLine(cited, sayIn('ru'))).toBe(
      'Анна Б., Ли, «О „двойной заморозке“», ТАСС, 5 ноября 2017 г., абз. 7 по нашему счёту, раздел «Ход» (оригинал)',
    );
  });

  it('is a Chinese line, with its punctuation', () => {
    const cited = citation({ ...record, title: '“一带一路”倡议', inferred: ['title'] });
    expect(citationLine(cited, sayIn('zh'))).toBe(
      'Анна Б.、Ли，[《“一带一路”倡议》]，ТАСС，2017年11月5日，第7段（按本库计数）（转述）',
    );
    expect(shortCitation(citation({ authors: [] }), sayIn('zh'))).toBe(
      '《A title》，日期不详，第7段（按本库计数）（转述）',
    );
  });

  it('leaves the title as it is, whatever it is in', () => {
    for (const locale of ['en', 'ru', 'zh'] as const) {
      expect(describeArticle(article({ title: 'Год в 中国' }), sayIn(locale))).toContain(
        'Год в 中国',
      );
    }
  });
});
