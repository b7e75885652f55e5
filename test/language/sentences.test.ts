import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitSentences } from '../../src/language/sentences.ts';

const sentencesOf = (text: string) =>
  splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it('do not end at abbreviations, initials and numbers', () => {
    const sentences = [
      'Mr. Xi met Gen. Dunford in the U.S. Senate on Jan. 5.',
      'J. Edgar paid $5.5 bn to Acme Inc. and left.',
      'See No. 7.',
    ];
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it('may end at one when the next begins like a sentence', () => {
    expect(sentencesOf('He went to the U.S. The end.')).toEqual([
      'He went to the U.S.',
      'The end.',
    ]);
  });

  it('are slices in order that leave out nothing but white space, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'aB. !?"\'U\u00e9\u{1f600}\n1'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        let end = 0;
        for (const span of splitSentences(any, 'en')) {
          expect(any.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(any.slice(end).trim()).toBe('');
      }),
    );
  });

  it('of more than 800 characters are divided between words', () => {
    const parts = sentencesOf('word '.repeat(500).trim());
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(800);
    expect(parts.every((part) => /^word.*word$/.test(part))).toBe(true);
  });
});
