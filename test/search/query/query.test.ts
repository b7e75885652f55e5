import { describe, expect, it } from '@jest/globals';
import { readPartialDate } from '../../../src/library/partial-date.ts';
import { meets, readQuery } from '../../../src/search/query/query.ts';
import { inEnglish } from '../../support/in-english.ts';
import { madeArticle } from '../made-article.ts';

describe('the syntax of questions', () => {
  it.each([
    ['Сколько стоит «Сила Сибири»?', 'Сколько стоит Сила Сибири?', []],
    ['Что значит „дух Ухани“ для Москвы?', 'Что значит дух Ухани для Москвы?', []],
    ['“西伯利亚力量2号”什么时候建成？', '西伯利亚力量2号什么时候建成？', []],
    ['《睦邻友好合作条约》是哪年签的？', '睦邻友好合作条约是哪年签的？', []],
    ['«Сила Сибири»', 'Сила Сибири', ['Сила Сибири']],
    ['Что значит "дух Ухани"', 'Что значит дух Ухани', ['дух Ухани']],
    ['who called it a “dual freeze”', 'who called it a dual freeze', ['dual freeze']],
  ])('tells names in quotation marks from phrases: %s', (typed, text, phrases) => {
    expect(readQuery(typed)).toMatchObject({ query: { text, phrases } });
  });

  it('leaves out a phrase in marks of any kind', () => {
    expect(readQuery('газ -«Сила Сибири»')).toMatchObject({
      query: { text: 'газ', excluded: ['Сила Сибири'] },
    });
  });

  it('tells words, phrases, exclusions and filters apart', () => {
    expect(readQuery('gas "dual freeze" -oil -"old deal" author:hammond before:2018')).toEqual({
      query: {
        text: 'gas dual freeze',
        phrases: ['dual freeze'],
        excluded: ['oil', 'old deal'],
        filters: [
          { name: 'author', value: 'hammond' },
          { name: 'before', value: '2018' },
        ],
      },
      notes: [],
    });
  });

  it('takes typographic quotation marks for straight ones', () => {
    expect(readQuery('“dual freeze”')).toEqual(readQuery('"dual freeze"'));
  });

  it('says what is wrong with a filter that can not be read', () => {
    expect(inEnglish(readQuery('gas before:someday'))).toEqual({
      problems: [expect.stringContaining('before:someday')],
    });
    expect(readQuery('gas text:summary')).toHaveProperty('problems');
  });

  it('reads an unknown filter as words, and says so', () => {
    expect(inEnglish(readQuery('note:this'))).toMatchObject({
      query: { text: 'note this' },
      notes: [expect.stringContaining('note:')],
    });
  });

  it('keeps hyphens inside words, and addresses', () => {
    expect(readQuery('six-party talks https://a.org')).toMatchObject({
      query: { text: 'six-party talks https://a.org', excluded: [] },
    });
  });
});

describe('the filters', () => {
  const published = readPartialDate('2017-11');
  const article = madeArticle('a', [], {
    authors: ['Andrew Hammond'],
    publisher: 'Arab News',
    ...(published && { published }),
  });
  const meet = (name: 'author' | 'publisher' | 'before' | 'after' | 'text', value: string) =>
    meets(article, [{ name, value }]);

  it('find authors and publishers by any part of their names', () => {
    expect([meet('author', 'hammond'), meet('publisher', 'ARAB')]).toEqual([true, true]);
    expect(meet('author', 'stoner')).toBe(false);
  });

  it('hold only when they do for every day of an imprecise date', () => {
    expect([meet('before', '2018'), meet('before', '2017-11-15')]).toEqual([true, false]);
    expect([meet('after', '2017-10'), meet('after', '2017')]).toEqual([true, false]);
  });

  it('leave out an undated article', () => {
    expect(meets(madeArticle('b', []), [{ name: 'after', value: '1900' }])).toBe(false);
  });

  it('tell originals from briefs', () => {
    expect([meet('text', 'original'), meet('text', 'brief')]).toEqual([true, false]);
  });
});
