import fc from 'fast-check';

/** A text of a length, in characters. */
export type TextOf = (length: number) => string;

/** A piece of text over and over. */
function repeated(unit: string): TextOf {
  return (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Characters of an alphabet, one as likely as the other; the same for the same length. */
function scattered(alphabet: string): TextOf {
  const characters = [...alphabet];
  return (length) => {
    let state = 1;
    let text = '';
    while (text.length < length) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      text += characters[(state >> 8) % characters.length];
    }
    return text.slice(0, length);
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const han = '中俄边境贸易合作能源关系战略伙伴朝鲜半岛铁路天然气管道';

/** Words without end: what a person sends who holds a key down, or pastes a file. */
export const endlessWords: Readonly<Record<string, TextOf>> = {
  'one letter over and over': repeated('x'),
  'letters without a space': scattered(letters),
  'Han characters without punctuation': scattered(han),
  'Cyrillic letters without a space': scattered('абвгдежзийклмнопрстуфхцчшщъыьэюя'),
  base64: scattered(`${letters}${letters.toUpperCase()}0123456789+/`),
};

/** Pieces that open, close, nest or nearly match what a pattern may look for. */
const pieces = [
  ...['"', '“', '”', '«', '»', '„', '「', '」', "'", '’', '(', ')', '[', ']', '{', '}', '<', '>'],
  ...[
    '<@',
    '<!--',
    '-->',
    '[sic',
    '](',
    '|',
    ':',
    ';',
    ',',
    '.',
    '…',
    '!',
    '?',
    '-',
    '—',
    '/',
    '\\',
  ],
  ...[
    '*',
    '_',
    '~',
    '`',
    '#',
    '&',
    '&lt;',
    '@',
    '$',
    '%',
    '=',
    '+',
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
  ],
  ...['a', 'A', 'Aa', 'ab', '1', '2017', '1,', '1.5', '$1', 'x̧', '\u0301', '😀', '👩‍🚀', '\u202e'],
  ...[
    '中',
    '中国',
    'й',
    'Мо',
    'the ',
    'of ',
    'and ',
    'how many ',
    'what is ',
    'author:',
    'before:',
  ],
  ...[
    'trade',
    'border',
    'China ',
    'said ',
    'in 2017 ',
    'Jan 1, ',
    ' km',
    'http://a.b/',
    'A. ',
    'U.S.',
  ],
];

/** A text made of a few such pieces over and over, with something else before or behind it. */
export const hostileTexts: fc.Arbitrary<{ readonly name: string; readonly of: TextOf }> = fc
  .record({
    head: fc.constantFrom('', ...pieces),
    body: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }),
    tail: fc.constantFrom('', '\n', ' x', ...pieces),
  })
  .map(({ head, body, tail }) => ({
    name: JSON.stringify([head, body.join(''), tail]),
    of: (length: number) =>
      head + repeated(body.join(''))(Math.max(0, length - head.length - tail.length)) + tail,
  }));
