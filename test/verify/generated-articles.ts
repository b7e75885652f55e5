import type { Article } from '../../src/library/article.ts';

/** Articles of made-up words, as different from each other as prose is. */
export function generateArticles(count = 40): Article[] {
  const syllables = 'ba de fi go lu ma ne pi ro su ta ve wi zo kar len mon ter'.split(' ');
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const words = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join(''),
  );
  const sentence = () =>
    `${Array.from({ length: 8 + next(14) }, () => (next(12) === 0 ? next(3000) : words[next(next(2) ? 3000 : 60)])).join(' ')}.`;
  return Array.from({ length: count }, (_, index) => ({
    id: `article-${index}`,
    title: `Article ${index}`,
    authors: [],
    language: 'en',
    text: 'original' as const,
    inferred: [],
    paragraphs: Array.from({ length: 5 }, (__, at) => ({
      number: at + 1,
      text: Array.from({ length: 2 + next(3) }, sentence).join(' '),
    })),
  }));
}
