import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHeading, escapeMarkdown } from '../../src/import/escape-markdown.ts';
import { cleanText, readParagraphs } from '../../src/library/paragraphs.ts';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    ...[
      '\\',
      '`',
      '``',
      '*',
      '**',
      '_',
      '[',
      ']',
      '](',
      ')',
      '![',
      '<',
      '<!--',
      '-->',
      '>',
      '&amp;',
    ],
    ...[
      '&#36;',
      '&',
      '#',
      '##',
      ' #',
      '---',
      '- - -',
      '***',
      '===',
      '~~~',
      '1. ',
      '+ ',
      '- ',
      '|',
      ':',
    ],
    ...[
      '<https://a.example>',
      '[x](#)',
      '[^1]',
      'word',
      ' ',
      '\n',
      '$69.6',
      "Xi's",
      '“quoted”',
      '中国',
    ],
  ),
);
const prose = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('escaped Markdown', () => {
  it('reads back as the same words, whatever the text holds', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const expected = cleanText(text);
        fc.pre(expected !== '');
        const read = readParagraphs(`${escapeMarkdown(text)}\n\nrest\n`);
        expect(read.map((paragraph) => paragraph.text)).toEqual([expected, 'rest']);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back as the same heading', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const expected = cleanText(text);
        fc.pre(expected !== '');
        expect(readParagraphs(`${escapeHeading(text)}\n\nrest\n`)).toEqual([
          { number: 1, text: 'rest', heading: expected },
        ]);
      }),
      { numRuns: 3000 },
    );
  });
});
