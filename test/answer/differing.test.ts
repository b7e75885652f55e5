import { beforeAll, describe, expect, it } from '@jest/globals';
import { cite } from '../../src/answer/citation.ts';
import { differencesIn } from '../../src/answer/differing.ts';
import type { CitedQuote } from '../../src/answer/quote.ts';
import type { Article } from '../../src/library/article.ts';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load.ts';

let seeds: Library;

beforeAll(async () => {
  seeds = await loadLibrary(['seeds']);
});

/** Asks about everything, so that nothing is left out for not being asked about. */
const everything =
  'Asian Bridge fall fell Treaty Friendship Stream Belt Road Forum Nord founded established border trade split strained year set up completed opened signed launched Power Siberia Fund Organization Bank Amur Eurasian';

/** A whole paragraph as a quote. */
function whole(article: Article, number: number): CitedQuote {
  const paragraph = article.paragraphs[number - 1];
  if (!paragraph) throw new Error(`no paragraph ${number}`);
  const span = { start: 0, end: paragraph.text.length };
  return {
    ...{ article: article.id, paragraph: number, ...span, text: paragraph.text },
    ...{ matches: [], score: 1, citation: cite(article, paragraph, span) },
  };
}

/** What two texts of two articles differ in. */
function differencesOf(one: string, other: string, question = everything): string[] {
  const articles = [one, other].map(
    (text, index): Article => ({
      ...{ id: `a-${index}`, title: 'T', authors: [], language: 'en', text: 'original' },
      ...{ inferred: [], paragraphs: [{ number: 1, text }] },
    }),
  );
  const byId = new Map(articles.map((article) => [article.id, article]));
  const library = { ...seeds, articles: byId };
  const quotes = articles.map((article) => whole(article, 1));
  return differencesIn(question, quotes, library).map(({ title }) => title);
}

/** Of the seeds, what a reader finds: the border's two lengths, the break's three dates. */
const contradictions = [
  'hammond-2017:2 stoner-2026:7',
  'gan-westcott-2021:14 hammond-2017:2',
  'gan-westcott-2021:14 stoner-2026:1',
  'hammond-2017:2 stoner-2026:1',
];

const named = [
  'Power of Siberia',
  'New Development Bank',
  'Silk Road Fund',
  'Amur Bridge',
  'Eurasian Economic Union',
];
const pairs = [
  'China and Russia',
  'Russia and Ukraine',
  'North Korea and Japan',
  'India and China',
  'Iran and Syria',
];

/** Two sentences that look alike and contradict nothing. */
function negatives(): [string, string][] {
  const made: [string, string][] = [];
  for (const [at, who] of pairs.entries()) {
    const other = pairs[(at + 1) % pairs.length] ?? '';
    const [one = '', two = ''] = who.split(' and ');
    const lengths = (length: string) => `${who} share a border of ${length} km.`;
    made.push(
      [lengths('3,645'), `${other} share a border of 4,200 km.`],
      [lengths('4,200'), lengths('4,195')],
      [lengths('4,000'), `${who} share a border of about 4,200 km.`],
      [lengths('4,200'), `${who} share a border of more than 4,000 km.`],
      [lengths('4,209'), `${two} and ${one} share a 2,615-mile border.`],
      [lengths('4,200'), `A pipeline of 3,200 km links ${who}.`],
      [lengths('4,200'), `The pipeline crosses the border after 900 km, ${who} say.`],
      [lengths('4,200'), `${who} would share a border of 5,000 km after such a treaty.`],
      [lengths('4,200'), `${one} shares a border of 300 km with Kazakhstan, and ${two} does not.`],
      [lengths('4,200'), `${who} fortified 800 km of the border.`],
      [
        `Trade between ${who} reached $69.6 billion in 2016.`,
        `Trade between ${who} reached $107.1 billion in 2018.`,
      ],
      [
        `Trade between ${who} exceeded $100 billion in 2018.`,
        `Trade between ${who} reached $107.1 billion in 2018.`,
      ],
      [
        `Trade between ${who} reached $107 billion in 2018.`,
        `Trade between ${other} reached $20 billion in 2018.`,
      ],
      [
        `Trade between ${who} reached $107 billion in 2018.`,
        `Trade between ${who} may reach $200 billion in 2018.`,
      ],
      [
        `Trade between ${who} reached $107.1 billion in 2018.`,
        `Trade between ${who} reached $107 billion in 2018.`,
      ],
      [
        `A split occurred in the late 1950s between ${who}.`,
        `A split occurred in 1958 between ${who}.`,
      ],
      [
        `A split occurred in the late 1950s between ${who}.`,
        `A split occurred in the 1960s between ${who}.`,
      ],
      [
        `A split occurred in the late 1950s between ${who}.`,
        `A split occurred in the 1990s between ${other}.`,
      ],
      [`Ties of ${who} grew strained in the 1950s.`, `Border clashes of ${who} came in 1969.`],
      [`Ties of ${who} grew strained in the 1950s.`, `Ties of ${who} improved in the 1980s.`],
    );
  }
  for (const [at, name] of named.entries()) {
    const other = named[(at + 1) % named.length] ?? '';
    made.push(
      [`The ${name} was opened in 2019.`, `The ${other} was opened in 2014.`],
      [`The ${name} was opened in 2019.`, `The ${name} was signed in 2014.`],
      [`The ${name}, set up in 2012, grew.`, `The ${name} was founded in 2012.`],
      [`The ${name} was completed in 2019.`, `The ${name} II was completed in 2024.`],
      [`The ${name} was completed in 2019.`, `The ${name} will be completed in 2030.`],
    );
  }
  return made;
}

/** What looks most like a contradiction: written after the method, to try it. */
const traps: readonly [string, string][] = [
  [
    'India and China share a border of 3,488 km.',
    'India says that the border with China is 2,167 km in Ladakh alone.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'Russia and China reopened 3,000 km of the frontier.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'Russia built a fence along the 1,200 km border section with China.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'In the 1689 treaty Russia and China drew a border of 2,500 km.',
  ],
  [
    'China-Russia trade reached $147 billion in 2021.',
    'China-Russia trade reached $147 billion in 2021, and $190 billion in 2022.',
  ],
  [
    'China-Russia trade reached $147 billion in 2021.',
    'Bilateral trade of Ukraine and China reached $19 billion in 2021, Russia notes.',
  ],
  [
    'China-Russia trade reached $147 billion in 2021.',
    'China-Russia trade in rubles and yuan reached $30 billion in 2021.',
  ],
  [
    'China-Russia trade reached $147 billion in 2021.',
    'Trade with Russia, India and Iran reached $300 billion in 2021, China says.',
  ],
  [
    'Ties of Japan and Russia grew strained in 2014.',
    'Ties of Japan and Russia grew strained in 2022 again.',
  ],
  [
    'The Power of Siberia was opened in 2019.',
    'In China, the Power of Siberia was opened in 2020 down to Shanghai.',
  ],
  ['Seoul and Washington fell out in 2019.', 'Seoul and Tokyo fell out in 2018.'],
  [
    'The Asian Bank was founded in 1966.',
    'The Asian Infrastructure Investment Bank was founded in 2016.',
  ],
  [
    'The Friendship Bridge was completed in 1943.',
    'The New Friendship Bridge was completed in 2015.',
  ],
  [
    'Russia and China share a 4,209 km border.',
    'The Russian-Kazakh border is 7,644 km long, longer than that with China.',
  ],
  [
    'China has a border of 22,117 km with 14 countries.',
    'China and Russia share a border of 4,209 km.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'Before 1991 the Soviet Union and China shared a border of 7,500 km.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'The border between China and Mongolia is 4,630 km long; Russia lies beyond.',
  ],
  ['China-Russia trade hit $240 billion in 2023.', 'China-US trade hit $575 billion in 2023.'],
  [
    'China-Russia trade hit $240 billion in 2023.',
    'Chinese exports to Russia reached $111 billion in 2023, and trade rose.',
  ],
  [
    'China-Russia trade hit $240 billion in 2023.',
    'Trade between China and Russia topped $200 billion in 2023.',
  ],
  [
    'China-Russia trade hit $240 billion in 2023.',
    'Trade between China and Russia stood at nearly $245 billion in 2023.',
  ],
  [
    'China-Russia trade hit $240 billion in 2023.',
    'Non-energy trade of China and Russia reached $90 billion in 2023.',
  ],
  [
    'The Belt and Road Forum was opened in 2017.',
    'The Belt and Road Initiative was launched in 2013.',
  ],
  [
    'The Treaty of Good Neighborliness was signed in 2001.',
    'The Treaty of Good Neighborliness was extended in 2021.',
  ],
  ['Nord Stream was completed in 2011.', 'Nord Stream 2 was completed in 2021.'],
  [
    'The Nord Stream was completed in 2011.',
    'The second line of Nord Stream was completed in 2012.',
  ],
  [
    'A rift opened in the 1960s between China and the Soviet Union.',
    'A rift opened in 2016 between China and South Korea over THAAD.',
  ],
  [
    'A rift opened in the 1960s between Moscow and Beijing.',
    'Moscow and Beijing said that a rift opened in 2003 between Washington and Paris.',
  ],
  [
    'A rift opened in the 1960s between Moscow and Beijing.',
    'By contrast, a rupture came in 1948 between Moscow and Belgrade.',
  ],
  [
    'A split came in the 1960s between China and Russia.',
    'The two agreed to split the island in 2004, China and Russia said.',
  ],
  [
    'The New Development Bank was established in 2014.',
    'The Shanghai office of the New Development Bank was opened in 2016.',
  ],
  [
    'The Power of Siberia was launched in 2019.',
    'Work on the Power of Siberia was launched in 2014.',
  ],
  [
    'China and Russia share a border of 4,209 km.',
    'Troops patrol the border between China and Russia over 300 km.',
  ],
  [
    'China and Russia share a border of 4,200 km.',
    'China and Russia share a maritime border of 40 km.',
  ],
  [
    'China and Russia share a border of 4,200 km.',
    'The western border of China and Russia is 54 km long.',
  ],
  [
    'A split occurred in the 1960s between China and Russia.',
    'Russia and China watched as a split occurred in 1991 in Yugoslavia.',
  ],
  [
    'A split occurred in the 1960s between China and Russia.',
    'China and Russia trade gas. A split occurred in 1991 over prices.',
  ],
  [
    'A split occurred in the 1960s between China and Russia.',
    'A split came in the 1990s within the Chinese party.',
  ],
  [
    'China and Russia share a border of 4,200 km.',
    'Russia has a border of 7,600 km with Kazakhstan, and China one of 1,780 km.',
  ],
  [
    'China and Russia share a border of 4,200 km.',
    'China and India share a 3,488 km border, Russia says.',
  ],
  ['China and Russia share a border of 4,200 km.', 'Russia and China met 300 km from the border.'],
  [
    'China and Russia share a border of 4,200 km.',
    'Norway and Russia share a 198 km border, China notes.',
  ],
  [
    'China and Russia share a border of 4,200 km.',
    'Russia shares a border of 17 km with North Korea; China, one of 1,420 km.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Trade of China and Russia in gas reached $9 billion in 2018.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Agricultural trade of China and Russia reached $9 billion in 2018.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Trade of China and Russia grew by $20 billion in 2018.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Trade of China and Russia reached $50 billion in 2018 by June.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Trade of China with the US reached $660 billion in 2018, with Russia far less.',
  ],
  [
    'Trade of China and Russia reached $107 billion in 2018.',
    'Trade of China and Russia had been targeted at $200 billion in 2018.',
  ],
  ['The Investment Fund was set up in 2012.', 'The China Investment Fund was set up in 2016.'],
  [
    'The Power of Siberia was completed in 2019.',
    'Unlike the Power of Siberia, the Amur Bridge was completed in 2022.',
  ],
  [
    'The Treaty of Friendship was signed in 2001.',
    'The Treaty of Friendship was signed in 2001 and renewed in 2021.',
  ],
  [
    'The Shanghai Cooperation Organization was founded in 2001.',
    'The Shanghai Cooperation Organization was not founded in 1996.',
  ],
];

function positives(): [string, string][] {
  const made: [string, string][] = [];
  for (const who of pairs) {
    const [one = '', two = ''] = who.split(' and ');
    made.push(
      [
        `${who} share a border of 3,645 km.`,
        `The 4,200 km border between ${two} and ${one} is quiet.`,
      ],
      [`${one} has a border of 3,645 km with ${two}.`, `${who} share a frontier of 4,200 km.`],
      [
        `Trade between ${who} reached $107.1 billion in 2018.`,
        `Trade of ${who} fell to $80 billion in 2018.`,
      ],
      [
        `A split occurred in the late 1950s between ${who}.`,
        `Relations of ${who} grew strained in the 1970s.`,
      ],
    );
  }
  for (const name of named) {
    made.push([`The ${name} was opened in 2019.`, `Some say that the ${name} was opened in 2021.`]);
  }
  return made;
}

describe('where sources differ', () => {
  it('finds all and only the contradictions among all pairs of passages that ship', () => {
    const articles = [...seeds.articles.values()];
    const quotes = articles.flatMap((article) =>
      article.paragraphs.map(({ number }) => whole(article, number)),
    );
    const found: string[] = [];
    let compared = 0;
    for (const [index, one] of quotes.entries()) {
      for (const other of quotes.slice(index + 1)) {
        if (one.article === other.article) continue;
        compared += 1;
        if (differencesIn(everything, [one, other], seeds).length === 0) continue;
        found.push(
          [one, other]
            .map(({ article, paragraph }) => `${article}:${paragraph}`)
            .sort()
            .join(' '),
        );
      }
    }
    const right = found.filter((pair) => contradictions.includes(pair)).length;
    process.stdout.write(
      `Sources differ, ${compared} pairs of passages: ${found.length} found, precision ${right / found.length}, recall ${right / contradictions.length}\n`,
    );
    expect(found.sort()).toEqual(contradictions.toSorted());
  });

  it('finds no contradiction among generated pairs that have none', () => {
    const wrong = negatives().filter(([one, other]) => differencesOf(one, other).length > 0);
    process.stdout.write(
      `Sources differ, ${negatives().length} generated pairs without a contradiction: ${wrong.length} found\n`,
    );
    expect(negatives().length).toBeGreaterThanOrEqual(100);
    expect(wrong).toEqual([]);
  });

  it('falls into none of the traps', () => {
    const wrong = traps.filter(([one, other]) => differencesOf(one, other).length > 0);
    expect(wrong).toEqual([]);
  });

  it('finds the contradictions of generated pairs', () => {
    const missed = positives().filter(([one, other]) => differencesOf(one, other).length === 0);
    process.stdout.write(
      `Sources differ, ${positives().length} generated pairs with a contradiction: ${missed.length} missed\n`,
    );
    expect(missed).toEqual([]);
  });

  it('says so only to a question about the thing', () => {
    const border: [string, string] = [
      'China and Russia share a border of 3,645 km.',
      'Russia and China share a border of 4,200 km.',
    ];
    expect(differencesOf(...border, 'how long is the border?')).toEqual([
      'length of the border of China and Russia',
    ]);
    expect(differencesOf(...border, 'what do they share?')).toEqual([]);
    for (const asked of ['Какой длины граница?', '边界有多长？', '邊界有多長？']) {
      expect(differencesOf(...border, asked)).toEqual(['length of the border of China and Russia']);
    }
    expect(differencesOf(...border, 'Что у них общего?')).toEqual([]);
  });

  it('gives figure, sentence and quote of each source, the sentence word for word', () => {
    const hammond = seeds.articles.get('hammond-2017');
    const stoner = seeds.articles.get('stoner-2026');
    if (!hammond || !stoner) throw new Error('no seeds');
    const [border, ...others] = differencesIn(
      'length of the border',
      [whole(hammond, 2), whole(stoner, 7)],
      seeds,
    );
    expect(others).toEqual([]);
    expect(border?.sides.map(({ figure }) => figure)).toEqual(['3,645 km', '4,200 km']);
    for (const { quote, sentence, figure } of border?.sides ?? []) {
      expect(quote.text).toContain(sentence);
      expect(sentence).toContain(figure);
    }
  });
});
