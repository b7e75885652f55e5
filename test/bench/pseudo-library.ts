import { splitSentences } from '../../src/language/sentences.ts';
import type { Article } from '../../src/library/article.ts';
import { randomNumbers } from '../quality/measures.ts';

/** About as many as a paragraph of news has. */
const sentencesOfPassage = 5;

/** Changes a sentence, by chance. */
export type Vary = (sentence: string, random: () => number) => string;

/**
 * As many articles of one paragraph as wanted: the given ones first, then paragraphs of sentences
 * drawn from them at random, so that words are as frequent as in real text. The same on each run.
 */
export function createPseudoLibrary(
  articles: readonly Article[],
  size: number,
  vary: Vary = (sentence) => sentence,
): Article[] {
  const sentences = articles.flatMap(({ paragraphs, language }) =>
    paragraphs.flatMap(({ text }) =>
      splitSentences(text, language).map(({ start, end }) => text.slice(start, end)),
    ),
  );
  const random = randomNumbers(size);
  const draw = () => vary(sentences[Math.floor(random() * sentences.length)] ?? '', random);
  return Array.from({ length: size }, (_, number) => {
    const article = articles[number];
    if (article) return article;
    const text = Array.from({ length: sentencesOfPassage }, draw).join(' ');
    return {
      id: `drawn-${number}`,
      title: '',
      authors: [],
      language: 'en',
      text: 'original',
      inferred: [],
      paragraphs: [{ number: 1, text }],
    };
  });
}
