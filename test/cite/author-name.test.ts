import { describe, expect, it } from '@jest/globals';
import {
  initialedName,
  readAuthorName,
  shortName,
  sortedName,
  spokenName,
} from '../../src/cite/author-name.ts';

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

describe('an organisation', () => {
  it.each([
    'RAND Corporation',
    'Human Rights Watch',
    'White House',
    'Chatham House',
    'Carnegie Endowment',
    'Amnesty International',
    'China National Petroleum Corporation',
    'World Economic Forum',
    'Valdai Club',
    'Radio Free Europe',
    'Federal Security Service',
    'Land Information New Zealand',
    'Scrapy developers',
    'World Bank',
    'Harbin Post',
    'BBC Monitoring',
    'Министерство иностранных дел',
  ])('is printed whole: %s', (name) => {
    expect(readAuthorName(name)).toEqual({ kind: 'whole', name });
  });

  it.each([
    ['Emily Post', 'Post, E.'],
    ['Will Press', 'Press, W.'],
    ['Emily Bank', 'Bank, E.'],
    ['JANE DOE', 'DOE, J.'],
  ])('is none where a family has the name of one: %s', (name, printed) => {
    expect(initialedName(readAuthorName(name))).toBe(printed);
  });
});

describe('a name with more than two parts', () => {
  it.each([
    ['Bram Van der Meer', 'Van der Meer, B.'],
    ['Rik Van Aalst', 'Van Aalst, R.'],
    ['Ursula K. Le Guin', 'Le Guin, U. K.'],
    ['Keller, Paul T., Jr.', 'Keller, P. T., Jr.'],
    ['Stone, Jr., Guy L.', 'Stone, G. L., Jr.'],
    ['Paul Keller, Jr.', 'Keller, P., Jr.'],
    ['John Jacob Aster V', 'Aster, J. J., V'],
    ['Jane Doe, PhD', 'Doe, J.'],
    ['Jane Doe Ph.D.', 'Doe, J.'],
    ['Dr. Jane Doe', 'Doe, J.'],
    ['Lt. Col. Dana Doe', 'Doe, D.'],
    ['Adm. John Roe (Ret.)', 'Roe, J.'],
    ['Jane Doe (@janedoe)', 'Doe, J.'],
    ['Ouyang Xiu', 'Ouyang, X.'],
    ['Sima Qian', 'Sima, Q.'],
    ['Солженицын А. И.', 'Солженицын, А. И.'],
    ['Солженицын А.И.', 'Солженицын, А. И.'],
    ['Лавров Сергей Викторович', 'Лавров, С. В.'],
    ['Doe J.', 'Doe, J.'],
    ['Ya. Yu. Smirnov', 'Smirnov, Ya. Yu.'],
    ['J.R.R. Tolkien', 'Tolkien, J. R. R.'],
    ['Jean-Pierre Cabestan', 'Cabestan, J.-P.'],
  ])('has its own order, initials and suffix: %s', (name, printed) => {
    expect(initialedName(readAuthorName(name))).toBe(printed);
  });
});
