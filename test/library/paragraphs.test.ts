import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, readParagraphs } from '../../src/library/paragraphs.ts';

const texts = (markdown: string) => readParagraphs(markdown).map(({ text }) => text);

describe('paragraphs', () => {
  it('are counted from 1 without the headings, each under its nearest heading', () => {
    expect(readParagraphs('One.\n\n# A\n\nTwo.\n\nThree.\n\n## B *b*\n\n> Four.')).toEqual([
      { number: 1, text: 'One.' },
      { number: 2, text: 'Two.', heading: 'A' },
      { number: 3, text: 'Three.', heading: 'A' },
      { number: 4, text: 'Four.', heading: 'B b' },
    ]);
  });

  it('inside blockquotes count like others', () => {
    expect(texts('> One.\n>\n> Two.\n>\n> > Three.\n\nFour.')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
    ]);
  });

  it.each([
    ['1969. A clash on the Ussuri.'],
    ['1) first, 2) second'],
    ['- a dash opens the line'],
    ['* an asterisk opens the line'],
    ['+ 5 percent'],
    ['worth <RUB 5bn and >USD 1bn'],
    ['<b>not a tag for us</b>'],
    ['~~~~ Part two ~~~~'],
    ['[1]: a note that looks like a definition'],
    ['[] and [x] and ![y]'],
    ['5 * 3 * 2 = 30, a_b_c'],
    ['#hashtag and C# and §5'],
    ["R&D at AT&T; &foo; 100 % — “quoted” 'words'"],
    ['C:\\temp and 1\\2'],
    ["the `90s and the `80s, ``as they say''"],
  ])('keep every character of %s', (line) => {
    expect(texts(`${line}\n\nrest`)).toEqual([line, 'rest']);
  });

  it.each([
    ['an escaped dollar', '\\$69.6 billion', '$69.6 billion'],
    ['emphasis', '*a* **b** _c_', 'a b c'],
    ['a link', 'see [the report](https://example.org "t") now', 'see the report now'],
    ['an empty link', 'a [](https://example.org) b', 'a b'],
    ['a bare address', '<https://example.org/a>', 'https://example.org/a'],
    ['a picture', 'a ![its caption](a.png) b', 'a its caption b'],
    ['a hard break by spaces', 'one  \ntwo', 'one two'],
    ['a hard break by a backslash', 'one\\\ntwo', 'one two'],
    ['a line break', 'one\ntwo', 'one two'],
    ['an indented line', '    one\n\ttwo', 'one two'],
    ['underlining', 'one\n===', 'one ==='],
    ['a fence of code', '```js\nlet x;\n```', '```js let x; ```'],
    ['a comment', 'one <!-- not\n\nfor readers --> two', 'one two'],
    ['an escaped comment', 'one \\<!-- two --> three', 'one <!-- two --> three'],
    ['an unclosed comment', 'one <!-- two', 'one <!-- two'],
    ['references to characters', 'AT&amp;T &copy; &#x20AC;', 'AT&T © €'],
    ['references to characters that reorder', 'a&#x202E;b&#8203;c', 'abc'],
    ['a null character', 'a\0b', 'ab'],
    ['white space of any kind', 'a\u00a0\u2003b\tc\u2028d\u0085e', 'a b c d e'],
    ['a decomposed letter', 'Re\u0301publique', 'R\u00e9publique'],
  ])('read %s', (_, markdown, text) => {
    expect(texts(markdown)).toEqual([text]);
  });

  it('lose no word of plain prose', () => {
    const word = fc.stringMatching(/^[A-Za-zА-я0-9$€“(][A-Za-zА-я0-9'’.,;:!?%“”()/–—-]{0,8}$/);
    const gap = fc.constantFrom(' ', '\n', '  \n', ' - ', '\n- ', '\n1969. ', '\n\n', '\r\n');
    const prose = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(prose, (pieces) => {
        const text = pieces.flat().join('').trim();
        const words = text.split(/\s+/).filter((each) => each !== '-');
        const read = texts(text)
          .join(' ')
          .split(' ')
          .filter((each) => each !== '-');
        expect(read).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });
});

describe('clean text', () => {
  it('has nothing that controls, hides or reorders, and is one line', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(any, fc.string({ unit: 'binary-ascii' })), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\ufeff]/u);
        expect(clean).not.toMatch(/^\s|\s$|\s\s/u);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps emoji, letters of all scripts and joined emoji whole', () => {
    const text = '🇷🇺 👩‍🚀 Россия и Китай 中俄关系 مرحبا ¿qué?';
    expect(cleanText(text)).toBe(text);
  });
});
