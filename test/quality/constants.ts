import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBackground } from '../../src/search/background.ts';
import { searchIn } from '../../src/search/index-search.ts';
import { buildPassageIndex, type PassageIndex } from '../../src/search/passage-index.ts';
import { runAtOnce } from '../../src/search/pause.ts';
import { type RankingSettings, usualSettings } from '../../src/search/settings.ts';
import { type Collection, readCollection } from './collection.ts';
import { chanceOf, mean, measure } from './measures.ts';
import { progress } from './progress.ts';

/** The values that are tried, one constant at a time, beside the usual ones. */
const tried: Partial<Record<keyof RankingSettings, readonly number[]>> = {
  k: [0.9, 1.6],
  b: [0.5, 0.85],
  titleWorth: [1, 3],
  smoothing: [50, 500],
  windowWords: [15, 40],
  windowWeight: [0, 0.6],
  pairWeight: [0, 0.7],
  looks: [30, 100],
};

/** More questions of a collection change the third digit only. */
const mostQuestions = 1000;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run eval:constants -- FOLDER');
  process.exit(64);
}
const words = { background: await loadBackground() };
const indexed: { collection: Collection; index: PassageIndex }[] = [];
for (const entry of await readdir(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const collection = await readCollection(join(folder, entry.name));
  indexed.push({ collection, index: runAtOnce(buildPassageIndex(collection.articles)) });
}
const variants = [
  { label: 'usual', settings: usualSettings },
  ...Object.entries(tried).flatMap(([name, values]) =>
    values.map((value) => ({
      label: `${name} ${value}`,
      settings: { ...usualSettings, [name]: value },
    })),
  ),
];
const draw = progress('settings', variants.length);
const results = new Map<string, number[][]>();
for (const [done, { label, settings }] of variants.entries()) {
  results.set(label, await Promise.all(indexed.map((each) => figuresOf(each, settings))));
  draw(done + 1);
}
const names = indexed.map(({ collection }) => collection.name);
const usual = results.get('usual') ?? [];
console.log('nDCG@10; * where the difference from the usual value has a chance below 5 %');
console.table(
  Object.fromEntries(
    [...results].map(([label, figures]) => [
      label,
      {
        ...Object.fromEntries(names.map((name, i) => [name, starred(figures[i], usual[i])])),
        mean: mean(figures.map(mean)).toFixed(4),
      },
    ]),
  ),
);
console.log('Each collection with the setting that is best on the other ones:');
console.table(Object.fromEntries(names.map((name, left) => [name, leaveOut(left)])));

async function figuresOf(
  { collection, index }: { collection: Collection; index: PassageIndex },
  settings: RankingSettings,
): Promise<number[]> {
  const { articles, questions } = collection;
  const thesaurus = { actors: [], synonyms: [] };
  const search = searchIn(index, { ...words, articles, thesaurus, settings });
  const step = Math.ceil(questions.length / mostQuestions);
  const figures: number[] = [];
  for (const { text, relevant } of questions.filter((_, i) => i % step === 0)) {
    const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 15);
    const ids = [...new Set(hits.map(({ passage }) => passage.article.id))];
    figures.push(measure(ids, relevant).ndcg10);
  }
  return figures;
}

function starred(figures: readonly number[] = [], before: readonly number[] = []): string {
  return `${mean(figures).toFixed(4)}${chanceOf(figures, before, 500) < 0.05 ? ' *' : ''}`;
}

function leaveOut(left: number): Record<string, string> {
  const meanOfOthers = (figures: number[][]) =>
    mean(figures.filter((_, i) => i !== left).map(mean));
  const best = [...results].sort(([, a], [, b]) => meanOfOthers(b) - meanOfOthers(a))[0];
  const [label = '', figures = []] = best ?? [];
  return {
    chosen: label,
    'nDCG@10': mean(figures[left] ?? []).toFixed(4),
    usual: mean(usual[left] ?? []).toFixed(4),
  };
}
