import { describe, expect, it } from '@jest/globals';
import { splitSentences } from '../../src/language/sentences.ts';
import { wordsOf } from '../../src/language/words.ts';

const termsOf = (text: string) => wordsOf(text).flatMap(({ term }) => term ?? []);
const sentencesOf = (text: string) =>
  splitSentences(text, 'ru').map(({ start, end }) => text.slice(start, end));

describe('Russian words', () => {
  it.each([
    ['российский', 'российского'],
    ['санкция', 'санкциями'],
    ['самолёт', 'самолета'],
    ['за́мок', 'замок'],
    ['Москва', 'МОСКВЕ'],
    ['Корея', 'Корее'],
    ['Кореи', 'Корею'],
    ['идея', 'идеями'],
  ])('are one in all their forms: %s, %s', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });

  it('are one where a letter is Latin by mistake', () => {
    expect(termsOf('Poccия')).toEqual(termsOf('Россия'));
  });

  it('are left out where they only ask', () => {
    expect(termsOf('Кто и когда подписал?')).toEqual(termsOf('подписал'));
  });

  it('have numbers with a comma before decimals and spaces between thousands', () => {
    const numbers = wordsOf('рост на 1,5 млрд, всего 12 500 человек').map(({ form }) => form);
    expect(numbers).toEqual(expect.arrayContaining(['1.5', '12500']));
  });
});

describe('Russian sentences', () => {
  it('do not end at initials and abbreviations', () => {
    expect(sentencesOf('В 2025 г. в Москве выступил В. В. Путин. Он говорил о мире.')).toEqual([
      'В 2025 г. в Москве выступил В. В. Путин.',
      'Он говорил о мире.',
    ]);
  });

  it('end at an abbreviation that a new sentence follows', () => {
    expect(sentencesOf('Это было в 2001 г. Потом договор продлили.')).toHaveLength(2);
  });

  it('go on behind speech', () => {
    expect(sentencesOf('«Это хорошо!» — заметил министр.')).toHaveLength(1);
  });
});
