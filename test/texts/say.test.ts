import { describe, expect, it } from '@jest/globals';
import { localeOf } from '../../src/texts/locale.ts';
import { saying } from '../../src/texts/message.ts';
import { sayIn } from '../../src/texts/say.ts';

const found = {
  en: '{articles, plural, one {# article} other {# articles}} by {who}',
  ru: '{articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}: {who}',
  zh: '{who}的 {articles, number} 篇文章',
} as const;
const nobody = { en: 'nobody', ru: 'никто', zh: '无人' } as const;

describe('a text', () => {
  it.each([
    [1, '1 статья: X'],
    [2, '2 статьи: X'],
    [5, '5 статей: X'],
    [21, '21 статья: X'],
    [112, '112 статей: X'],
  ])('has the plural of its language: %s', (articles, text) => {
    expect(sayIn('ru')(found, { articles, who: 'X' })).toBe(text);
  });

  it('is said in the order of its language', () => {
    expect(sayIn('zh')(found, { articles: 1200, who: 'X' })).toBe('X的 1,200 篇文章');
  });

  it('can be handed on and said later, with others in it', () => {
    const later = saying(found, { articles: 1, who: saying(nobody) });
    expect([sayIn('en')(later), sayIn('zh')(later)]).toEqual([
      '1 article by nobody',
      '无人的 1 篇文章',
    ]);
  });

  it('leaves what stands in its gaps as it is', () => {
    const who = `<b> {x} '{y}' # it's "so" — “да” 「是」 \u202e🙂`;
    expect(sayIn('en')(found, { articles: 1, who })).toBe(`1 article by ${who}`);
  });

  it('does not compile without what its gaps need', () => {
    const say = sayIn('en');
    // @ts-expect-error A value is missing.
    expect(() => say(found, { articles: 1 })).toThrow(/who/);
    // @ts-expect-error There is no such gap.
    expect(say(nobody, { who: 'X' })).toBe('nobody');
    // @ts-expect-error What is counted is a number.
    expect(say(found, { articles: '1', who: 'X' })).toBe('1 article by X');
  });
});

describe('the language of a person', () => {
  it.each([
    ['ru-RU', 'ru'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('is the one of their Slack, or English: %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});
