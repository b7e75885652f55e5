import { describe, expect, it } from '@jest/globals';
import { readAuthorName, shortName, sortedName, spokenName } from '../../src/cite/author-name.ts';

describe('a name with the family first', () => {
  it.each([
    ['Wang Wen', 'Wang'],
    ['Xi Jinping', 'Xi'],
    ['Mao Tse-tung', 'Mao'],
    ['Chiang Kai-shek', 'Chiang'],
    ['Kim Jong-un', 'Kim'],
    ['Kim Jong Un', 'Kim'],
    ['Kim Yo Jong', 'Kim'],
    ['Yoon Suk-yeol', 'Yoon'],
    ['Lee Jae-Myung', 'Lee'],
    ['Park Geun-hye', 'Park'],
    ['Ban Ki-moon', 'Ban'],
    ['Nguyen Phu Trong', 'Nguyen'],
    ['Nguyễn Phú Trọng', 'Nguyễn'],
    ['Võ Văn Thưởng', 'Võ'],
    ['Đỗ Mười', 'Đỗ'],
  ])('is not turned round: %s', (name, family) => {
    const read = readAuthorName(name);
    expect([shortName(read), sortedName(read, 'Chicago'), spokenName(read)]).toEqual([
      family,
      name,
      name,
    ]);
  });

  it.each([
    ['Nectar Gan', 'Gan, Nectar'],
    ['Wei Li', 'Li, Wei'],
    ['Kim Basinger', 'Basinger, Kim'],
    ['Lee Harvey Oswald', 'Oswald, Lee Harvey'],
    ['Lee Ann Womack', 'Womack, Lee Ann'],
    ['Park Chan', 'Chan, Park'],
    ['Jean-Pierre Cabestan', 'Cabestan, Jean-Pierre'],
    ['Ho Smith', 'Smith, Ho'],
    ['Huong Nguyen', 'Nguyen, Huong'],
    ['Le Carré', 'Carré, Le'],
    ['Mai Britt', 'Britt, Mai'],
  ])('is none where it may be of the West: %s', (name, sorted) => {
    expect(sortedName(readAuthorName(name), 'Chicago')).toBe(sorted);
  });
});
