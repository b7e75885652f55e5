import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  AbbreviationCounter,
  abbreviationsIn,
} from '../../../src/language/english/abbreviations.ts';

const pairsIn = (text: string) => abbreviationsIn(text).map(({ short, long }) => [short, long]);

describe('the abbreviations that a text explains', () => {
  it.each([
    ['the Shanghai Cooperation Organization (SCO)', 'SCO', 'Shanghai Cooperation Organization'],
    ['the UN and the Eurasian Economic Union (EAEU)', 'EAEU', 'Eurasian Economic Union'],
    [
      'on THAAD (Terminal High Altitude Area Defense)',
      'THAAD',
      'Terminal High Altitude Area Defense',
    ],
    [
      'the Association of Southeast Asian Nations (ASEAN; see 2)',
      'ASEAN',
      'Association of Southeast Asian Nations',
    ],
    [
      'of intergovernmental organizations and non-governmental organizations (NGOs)',
      'NGOs',
      'non-governmental organizations',
    ],
  ])('are found before and within brackets: %s', (text, short, long) => {
    expect(pairsIn(text)).toEqual([[short, long]].filter(([, each]) => text.includes(each ?? '')));
  });

  it.each([
    'to accept (acquiesce to) a freeze',
    'mutual distrust (mistrust) for decades',
    'Pyongyang (North Korea)',
    'the Group of Seven (G7)',
    'the Eurasian bank (IMF)',
    'MULTILATERAL FORCE (MLF)',
    'the SCO summit (SCO)',
  ])('are none where the letters do not spell them, or nothing tells: %s', (text) => {
    expect(pairsIn(text)).toEqual([]);
  });

  it('are slices of the text whose letters spell them, whatever the text', () => {
    const part = fc.constantFrom(
      'Shanghai ',
      'Cooperation ',
      'of ',
      '(SC)',
      '(',
      ')',
      'SO ',
      'é',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        for (const { short, long } of abbreviationsIn(text)) {
          expect(text.split(/\s+/).join(' ')).toContain(long);
          let rest = long.toLowerCase();
          for (const letter of short.toLowerCase().replace(/[^\p{L}\d]/gu, '')) {
            expect(rest).toContain(letter);
            rest = rest.slice(rest.indexOf(letter) + 1);
          }
        }
      }),
    );
  });

  it('stand for what they are most often said to stand for', () => {
    const counter = new AbbreviationCounter();
    for (const long of ['Central Party', 'Communist Party', 'Communist Party']) {
      for (const each of abbreviationsIn(`The ${long} (CP) met.`)) counter.add(each);
    }
    expect(counter.usual).toEqual([{ short: 'CP', long: 'Communist Party' }]);
  });
});
