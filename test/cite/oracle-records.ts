import type { ArticleRecord, InferableField } from '../../src/library/article.ts';
import type { PartialDate } from '../../src/library/partial-date.ts';

const titles = [
  'Why Beijing and Moscow are close and getting closer',
  'Will the friendship last?',
  'The "dual freeze" explained',
  "Will their 'unbreakable friendship'",
  '“Strategic patience” is over',
  "China's new friends and Russia’s old ones",
  '中国与俄罗斯的关系',
  'Россия и «мягкая сила» Китая',
  'An alliance at last!',
  'Gas, oil, arms: A balance sheet',
  'He said "the \'sky\' is the limit" again',
  'What Xi calls "no limits?"',
];

const authors: string[][] = [
  [],
  ['Andrew Hammond'],
  ['Xinhua News Agency'],
  ['Nectar Gan', 'Ben Westcott'],
  ['Ann Brown', 'Bob Clark', 'Cy B. Dean'],
  ['Ursula von der Leyen', 'Ouyang Xiu'],
  ['王毅', 'Иван Иванов'],
  ['Jean-Pierre Cabestan', 'J. R. R. Tolkien', 'John Jacob Aster V', 'Emily Post'],
  'Ash Birch Cedar Dogwood Elm Fir Gum'.split(' ').map((name) => `Ann ${name}`),
  Array.from({ length: 23 }, (_, index) => `Ann ${String.fromCharCode(65 + index)}berg`),
  ['Staff of the Desk', 'Martin King Jr.'],
  ['RAND Corporation', 'Dr. Jane Doe'],
  ['Bram Van der Meer', 'Keller, Paul T., Jr.', 'Солженицын А. И.'],
];

const publishers = ['CNN', undefined, 'Arab News', '人民日报', 'U.S. Week'];
const dates = ['2017-11', '2021-06-17', '2020', undefined, '1999-09-05', '2003-05'];
const urls = [undefined, 'https://example.org/a'];

/** Records of every kind that we hold: 156 generated ones with each part present, absent, and strange. */
export function generatedRecords(): ArticleRecord[] {
  return Array.from({ length: titles.length * authors.length }, (_, index): ArticleRecord => {
    const publisher = publishers[index % publishers.length];
    const published = dates[index % dates.length] as PartialDate | undefined;
    const url = urls[index % urls.length];
    return {
      id: `r-${index}`,
      title: titles[index % titles.length] ?? '',
      authors: authors[index % authors.length] ?? [],
      ...(publisher && { publisher }),
      ...(published && { published }),
      ...(url && { url }),
      language: 'en',
      text: 'original',
      inferred: inferredOf(index),
    };
  });
}

function inferredOf(index: number): InferableField[] {
  const field = (['published', 'title', 'authors', 'publisher'] as const)[index % 4];
  return index % 3 === 0 && field ? [field] : [];
}
