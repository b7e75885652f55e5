import { describe, expect, it } from '@jest/globals';
import { soundDistance, soundOf } from '../../src/language/sound.ts';

const distance = (one: string, other: string) => soundDistance(soundOf(one), soundOf(other));

describe('names by their sound', () => {
  it.each([
    ['Lebedeva', 'Лебедева'],
    ['Khabarovsk', 'Хабаровск'],
    ['Zhirinovsky', 'Жириновский'],
    ['Shchukin', 'Щукин'],
    ['Luther', 'Лютер'],
    ['Jackson', 'Джексон'],
    ['Tchaikovsky', 'Чайковский'],
    ['Hammond', 'Хаммонд'],
  ])('are near in both alphabets: %s, %s', (latin, cyrillic) => {
    expect(distance(latin, cyrillic)).toBeLessThanOrEqual(0.26);
  });

  it.each([
    ['Lavrov', 'Попов'],
    ['Beijing', 'Барнаул'],
    ['Hammond', 'Германия'],
  ])('are far where they are others: %s, %s', (latin, cyrillic) => {
    expect(distance(latin, cyrillic)).toBeGreaterThan(0.26);
  });
});
