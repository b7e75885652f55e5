import { describe, expect, it } from '@jest/globals';
import { daysOf, readPartialDate } from '../../src/library/partial-date.ts';

describe('a partial date', () => {
  it.each([
    ['2017', '2017-01-01', '2017-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2017-02', '2017-02-01', '2017-02-28'],
    ['2017-12', '2017-12-01', '2017-12-31'],
    ['2017-11-05', '2017-11-05', '2017-11-05'],
  ])('%s stands for the days %s to %s', (text, first, last) => {
    const date = readPartialDate(text);
    expect(date && daysOf(date)).toEqual({ first, last });
  });

  it.each(['', '17', '2017-00', '2017-13', '2017-02-30', '2017-1', '2017-11-5', ' 2017', '2017-'])(
    'is not %j',
    (text) => {
      expect(readPartialDate(text)).toBeUndefined();
    },
  );
});
