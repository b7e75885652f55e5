import { describe, expect, it } from '@jest/globals';
import { answer, defaultQuotes } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import type { CitedQuote } from '../../src/answer/quote.ts';
import { timelineOf, whenLine } from '../../src/answer/timeline.ts';
import type { Article } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import type { Library } from '../../src/library/library.ts';
import type { PartialDate } from '../../src/library/partial-date.ts';
import { sayIn } from '../../src/texts/say.ts';
import { madeArticle } from '../search/made-article.ts';

function libraryOf(dates: Readonly<Record<string, string | undefined>>): Library {
  const articles = Object.entries(dates).map(([id, published]): Article => {
    const record = {
      id,
      title: id,
      authors: [],
      language: 'en',
      text: 'brief',
      inferred: [],
    } as const;
    return { ...record, ...(published && { published: published as PartialDate }), paragraphs: [] };
  });
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    articles: byId,
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems: [],
  };
}

const quote = (article: string, paragraph: number): CitedQuote => ({
  ...{ article, paragraph, start: 0, end: 1, text: 'x', matches: [], score: 1 },
  citation: { article: madeArticle(article, []), paragraph: { number: paragraph } },
});

const says = (text: string, about?: string): CitedQuote => {
  const start = about === undefined ? 0 : text.indexOf(about);
  const matches = about === undefined ? [] : [{ start, end: start + about.length }];
  return { ...quote('may', 1), text, matches };
};

const places = (entries: ReturnType<typeof timelineOf>) =>
  entries.map(({ quote: { article, paragraph } }) => `${article}:${paragraph}`);

describe('a timeline', () => {
  const library = libraryOf({
    may: '2017-05',
    late: '2017-11-30',
    year: '2017',
    first: '2017-01-01',
    undated: undefined,
    old: '1999-12',
  });
  const quotes = [
    quote('undated', 1),
    quote('late', 2),
    quote('first', 1),
    quote('may', 9),
    quote('year', 1),
    quote('may', 2),
    quote('old', 1),
  ];

  it('begins with the oldest, and keeps the order of its paragraphs', () => {
    expect(places(timelineOf({ quotes, further: [] }, library, 'oldest'))).toEqual([
      'old:1',
      'year:1',
      'first:1',
      'may:2',
      'may:9',
      'late:2',
      'undated:1',
    ]);
  });

  it('turns round, with undated articles at the end all the same', () => {
    expect(
      places(
        timelineOf({ quotes: quotes.slice(0, 3), further: [quotes.slice(3)] }, library, 'newest'),
      ),
    ).toEqual(['late:2', 'may:2', 'may:9', 'first:1', 'year:1', 'old:1', 'undated:1']);
  });

  it('holds every passage that answers, each once', async () => {
    const parts = await openLibrary(['seeds']);
    const found = await answer({ text: 'North Korea missile tests' }, parts);
    if (found.kind !== 'answered') throw new Error('not answered');
    const keys = places(timelineOf(found, parts.library, 'oldest'));
    expect(keys.length).toBeGreaterThan(defaultQuotes);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('goes by what is dated in the quotes, marks vague dates, and else by publication', () => {
    const found = [
      says('The port was opened on 5 November 2016.'),
      says('Trade fell in the early 2000s.'),
      says('The port lies deep.'),
      says('They quarrelled in the spring of 1969.'),
    ];
    const entries = timelineOf({ quotes: found, further: [] }, library, 'oldest');
    expect(entries.map(({ when }) => `${whenLine(when, sayIn('en'))}: ${when?.kind}`)).toEqual([
      'Spring of 1969 (approximate): approximate',
      'Early 2000s (approximate): approximate',
      'November 5, 2016: written',
      'Published May 2017: published',
    ]);
  });

  it('of several dates takes that of the sentence which holds what was asked about', () => {
    const text = 'The treaty was signed in 1997. The bridge was closed in 2011.';
    const labelFor = (about: string) =>
      whenLine(
        timelineOf({ quotes: [says(text, about)], further: [] }, library, 'oldest')[0]?.when,
        sayIn('en'),
      );
    expect(labelFor('bridge')).toBe('2011');
    expect(labelFor('treaty')).toBe('1997');
  });
});
