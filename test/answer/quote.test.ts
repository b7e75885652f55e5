import { describe, expect, it } from '@jest/globals';
import { chooseQuote } from '../../src/answer/quote.ts';
import { splitIntoPassages } from '../../src/library/passage.ts';
import { madeArticle } from '../search/made-article.ts';

describe('a quote', () => {
  it('holds the word that was asked for, however long its sentence is', () => {
    const listing = Array.from({ length: 60 }, (_, at) => `entry ${at} of the table`).join(' ');
    const text = `The boats lay there. ${listing} number 38254 ${listing}. The number is a number.`;
    const [passage] = splitIntoPassages(madeArticle('a', [text]));
    if (!passage) throw new Error('no passage');
    const at = text.indexOf('38254');
    const match = { start: at, end: at + 5, term: '38254', bits: 14, isCommon: false };
    const numbers = [text.indexOf('number'), text.lastIndexOf('number')].map((start) => ({
      start,
      end: start + 6,
      term: 'number',
      bits: 6,
      isCommon: false,
    }));
    const words = (matches: (typeof match)[]) => {
      const { start, end } = chooseQuote({ passage, matches, sought: [] }, text);
      return text.slice(start, end);
    };
    expect(words([match])).toContain('38254');
    expect(words([match, ...numbers].sort((a, b) => a.start - b.start))).toContain('38254');
    expect(words(numbers)).toBe('The number is a number.');
  });
});
