import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readWordEdges } from '../../src/language/chinese/word-edges.ts';
import { languageOf } from '../../src/language/languages.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { wordsOf } from '../../src/language/words.ts';

const formsOf = (text: string) => wordsOf(text).map(({ form }) => form);
const sentencesOf = (text: string) =>
  splitSentences(text, 'zh').map(({ start, end }) => text.slice(start, end));

describe('Chinese words', () => {
  it('are all pairs of neighbouring characters', () => {
    expect(formsOf('中俄关系，好')).toEqual(['中俄', '俄关', '关系', '好']);
  });

  it('are the same in traditional and simplified characters', () => {
    expect(formsOf('習近平訪問俄羅斯')).toEqual(formsOf('习近平访问俄罗斯'));
  });

  it('stand beside names and numbers in other scripts', () => {
    expect(formsOf('COVID-19疫情与２０２５年')).toEqual([
      'covid',
      '19',
      '疫情',
      '情与',
      '2025',
      '年',
    ]);
  });

  it('keep rare characters of two units whole', () => {
    const text = '𠮷野家好';
    const spans = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['𠮷野', '野家', '家好']);
  });
});

describe('Chinese sentences', () => {
  it('begin with the quotation mark that opens them', () => {
    expect(sentencesOf('会议结束。「我们同意」，他说。')).toEqual([
      '会议结束。',
      '「我们同意」，他说。',
    ]);
  });

  it('go on behind speech that a comma follows', () => {
    expect(sentencesOf('“很好！”，他说。双方签字。')).toEqual(['“很好！”，他说。', '双方签字。']);
  });
});

describe('a text of several scripts', () => {
  const piece = fc.constantFrom(
    ...[
      '中俄',
      '關係',
      'Москва',
      'ёлка',
      ' border',
      '1 500',
      '1,5',
      '😀',
      '\u200f',
      '。',
      '“',
      '. ',
    ],
  );

  it('has its words and sentences where it says', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let before = 0;
        for (const { start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
        const sentences = sentencesOf(text).join('').replace(/\s/gu, '');
        expect(sentences).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it.each([
    ['The border of China and Russia', 'en'],
    ['Граница Китая и России, the border', 'ru'],
    ['俄罗斯总统普京 Vladimir Putin', 'zh'],
    ['2025', 'en'],
  ])('is of the language that most of it is in: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('The edges of Chinese words', () => {
  const across = (text: string) => {
    const isAcross = readWordEdges(text);
    return wordsOf(text).flatMap(({ start, end }) =>
      isAcross(start, end) ? [text.slice(start, end)] : [],
    );
  };

  it('lie within pairs that two words make by chance', () => {
    expect(across('经济合作')).toEqual(['济合']);
    expect(across('訪問俄羅斯')).toEqual(['問俄']);
  });

  it('do not divide names that no dictionary knows', () => {
    expect(across('特朗普访问')).toEqual(['普访']);
    expect(across('王毅')).toEqual([]);
  });
});
