import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsOf } from '../../src/language/words.ts';

const formsOf = (text: string) => wordsOf(text).map(({ form }) => form);
const termsOf = (text: string) => wordsOf(text).flatMap(({ term }) => term ?? []);

describe('the words of a text', () => {
  it('are found again by their offsets', () => {
    const text = 'Xi’s visit cost $400 billion in Kraków.';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Xi’s',
      'visit',
      'cost',
      '$',
      '400',
      'billion',
      'in',
      'Kraków',
    ]);
  });

  it('lose case, accents, possessives and thousands separators', () => {
    expect(formsOf("Kraków's 3,645 km")).toEqual(['krakow', '3645', 'km']);
  });

  it('lose the strokes and ties that Unicode does not take apart', () => {
    expect(formsOf('Żeleński Jiāng Łódź Øresund Straße')).toEqual([
      'zelenski',
      'jiang',
      'lodz',
      'oresund',
      'strasse',
    ]);
  });

  it('join the letters of a dotted acronym, which is not taken for a stop word', () => {
    expect(termsOf('the U.S. and us')).toEqual(termsOf('the US'));
    expect(termsOf('TALKS WITH THE U.S. BEGIN')).toContain(termsOf('US aid')[0]);
    expect(termsOf('us')).toEqual([]);
  });

  it('share a term with their other forms, regular or not', () => {
    expect(termsOf('exports exported exporting')).toEqual(['export', 'export', 'export']);
    expect(termsOf('wrote written writes')).toEqual(['write', 'write', 'write']);
  });

  it('have one form however a quantity is written', () => {
    const sorted = (text: string) => termsOf(text).sort();
    expect(sorted('$400bn')).toEqual(sorted('400 billion dollars'));
    expect(sorted('4,200 km')).toEqual(sorted('4200 kilometres'));
    for (const share of ['70 percent', '70 per cent'])
      expect(termsOf(share)).toEqual(termsOf('70%'));
  });

  it('keep their digits', () => {
    expect(termsOf('2013 S-300 3')).toEqual(['2013', '300', '3']);
  });

  it('stand in order and never overlap but for pairs of characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let start = -1;
        let end = 0;
        for (const word of wordsOf(text)) {
          const isPair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(
            word.form,
          );
          expect(word.start).toBeGreaterThan(start);
          expect(word.start).toBeGreaterThanOrEqual(isPair ? start + 1 : end);
          expect(word.end).toBeGreaterThan(word.start);
          ({ start, end } = word);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
