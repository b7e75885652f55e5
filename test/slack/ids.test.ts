import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnswerRef, readQuoteRef, writeAnswerRef, writeQuoteRef } from '../../src/slack/ids.ts';

describe('the value of a button', () => {
  it('is read as it was written', () => {
    const quote = { article: 'hammond-2017', paragraph: 14, start: 0, end: 120 };
    expect(readQuoteRef(writeQuoteRef(quote))).toEqual(quote);
    const known = { ...quote, fingerprint: 2 ** 32 - 1 };
    expect(readQuoteRef(writeQuoteRef(known))).toEqual(known);
    const answer = { question: 'a-b_C9', index: 2 };
    expect(readAnswerRef(writeAnswerRef(answer))).toEqual(answer);
  });

  it('is refused when it is none of ours, whatever it is', () => {
    for (const value of [undefined, '', 'x', '../etc.1.2.3', 'a.1.2', 'a.-1.2.3', 'a.1e9.2.3']) {
      expect(readQuoteRef(value)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(readAnswerRef(` ${value}`)).toBeUndefined();
        expect(readQuoteRef(` ${value}`)).toBeUndefined();
      }),
    );
  });
});
