import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textFragment } from '../../src/answer/citation.ts';

const page = 'https://example.org/a';

describe('a text fragment', () => {
  it('holds the whole of a short quote', () => {
    expect(textFragment(page, 'China is vehemently opposed to THAAD.')).toBe(
      '#:~:text=China%20is%20vehemently%20opposed%20to%20THAAD.',
    );
  });

  it('holds the first and the last four words of a longer quote', () => {
    const quote = '“One two” three four five six seven eight nine (ten).';
    expect(textFragment(page, quote)).toBe(
      '#:~:text=%E2%80%9COne%20two%E2%80%9D%20three%20four,seven%20eight%20nine%20(ten).',
    );
  });

  it('encodes what has a meaning in fragments: - & , and more', () => {
    expect(textFragment(page, 'R&D, three-month #1')).toBe(
      '#:~:text=R%26D%2C%20three%2Dmonth%20%231',
    );
  });

  it('joins a place in the page, or another text to mark', () => {
    expect(textFragment(`${page}#top`, 'words')).toBe(':~:text=words');
    expect(textFragment(`${page}#:~:text=a`, 'words')).toBe('&text=words');
  });

  it('divides Chinese, which has no spaces, into words', () => {
    const quote = '中国和俄罗斯的关系在过去几年中变得越来越密切'.repeat(30);
    const [, start = '', end = ''] = /text=(.*),(.*)$/.exec(textFragment(page, quote)) ?? [];
    expect(quote.startsWith(decodeURIComponent(start))).toBe(true);
    expect(quote.endsWith(decodeURIComponent(end))).toBe(true);
    expect(start.length + end.length).toBeLessThan(300);
  });

  it('is left out where it would be longer than Slack takes', () => {
    expect(textFragment(page, 'x'.repeat(2000))).toBe('');
  });

  it('keeps any address valid, with words of the quote', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(text, (quote) => {
        const fragment = textFragment(page, quote);
        expect(fragment.length).toBeLessThan(1600);
        if (fragment === '') return;
        const [, parts = ''] = /^#:~:text=([^-&]*)$/.exec(fragment) ?? [];
        const [start = '', end = ''] = parts.split(',').map(decodeURIComponent);
        expect(quote.startsWith(start)).toBe(true);
        expect(quote.endsWith(end)).toBe(true);
      }),
    );
  });
});
