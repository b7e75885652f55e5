import { describe, expect, it } from '@jest/globals';
import { datesIn } from '../../src/language/dates.ts';

/** Each date as its words, and as it is read: "vague" from its first day to its last. */
const read = (text: string) =>
  datesIn(text).map(({ start, end, exact, first, last }) => {
    return `${text.slice(start, end)} = ${exact ?? `vague ${first} to ${last}`}`;
  });

describe('dates in a text', () => {
  it.each([
    ['It was signed on February 4, 2022, in the evening.', 'February 4, 2022 = 2022-02-04'],
    ['It was signed on 4th of February 2022.', '4th of February 2022 = 2022-02-04'],
    ['The note is of 2022-02-04.', '2022-02-04 = 2022-02-04'],
    ['They met in Sept. 2018.', 'Sept. 2018 = 2018-09'],
    ['The 1969 clashes were forgotten.', '1969 = 1969'],
    ['It was a year of drought (2014).', '2014 = 2014'],
    ['They met in the spring of 2017.', 'spring of 2017 = vague 2017-03-01 to 2017-05-31'],
    ['By the late 1950s they quarrelled.', 'late 1950s = vague 1955-01-01 to 1959-12-31'],
    ['In the mid-2000s trade rose.', 'mid-2000s = vague 2003-01-01 to 2006-12-31'],
    ['Since the 1980s they talk.', '1980s = vague 1980-01-01 to 1989-12-31'],
    ['It ended in late 2014.', 'late 2014 = vague 2014-09-01 to 2014-12-31'],
    ['It began in early May 2017.', 'early May 2017 = vague 2017-05-01 to 2017-05-31'],
    ['It was built in about 1950.', 'about 1950 = vague 1950-01-01 to 1950-12-31'],
  ])('are read in English: %s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  it.each([
    ['Договор подписали 16 июля 2001 года.', '16 июля 2001 = 2001-07-16'],
    ['В ноябре 2017 года они встретились.', 'ноябре 2017 = 2017-11'],
    ['Это было в 2014 г. на границе.', '2014 г. = 2014'],
    ['В конце 1950-х годов они спорили.', 'конце 1950-х = vague 1955-01-01 to 1959-12-31'],
    ['Весной 2017 года лёд сошёл.', 'Весной 2017 = vague 2017-03-01 to 2017-05-31'],
    ['В начале 2000 года порт закрыли.', 'начале 2000 года = vague 2000-01-01 to 2000-04-30'],
  ])('are read in Russian: %s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  it.each([
    ['两国于2001年7月16日签署条约。', '2001年7月16日 = 2001-07-16'],
    ['港口在2017年11月开放。', '2017年11月 = 2017-11'],
    ['條約於1997年簽署。', '1997年 = 1997'],
    ['20世纪50年代末两国争论。', '20世纪50年代末 = vague 1955-01-01 to 1959-12-31'],
    ['2017年春港口开放。', '2017年春 = vague 2017-03-01 to 2017-05-31'],
  ])('are read in Chinese: %s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  it('are found each for itself, in their order', () => {
    expect(read('From 1997 to May 2001, and in the winter of 2012.')).toEqual([
      '1997 = 1997',
      'May 2001 = 2001-05',
      'winter of 2012 = vague 2012-12-01 to 2013-02-28',
    ]);
  });

  it.each([
    ['Some 2000 of them came, more than 1969 in all.'],
    ['It is 1500 km long, and 1800 troops guard it.'],
    ['They paid $2000 for a Type-2014, or 2,017 yuan.'],
    ['It rose by 2000.5, to 1990%.'],
    ['They met on February 30, last year.'],
  ])('are no counts, sums or designations: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('are read of the longest line without delay', () => {
    const began = process.cpuUsage();
    for (const part of ['1', 'May ', '2017', 'early ', '2017年', 'конце ']) {
      datesIn(part.repeat(1_000_000 / part.length));
    }
    const { user } = process.cpuUsage(began);
    expect(user / 1000).toBeLessThan(500);
  });
});
