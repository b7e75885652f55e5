import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseQuote } from '../../src/answer/quote.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import type { Search } from '../../src/search/search.ts';
import { type Collection, readCollection } from './collection.ts';
import { chanceOf, type Measures, mean, measure, measureNames } from './measures.ts';
import { createPlainMiniSearch } from './plain-minisearch.ts';
import { progress } from './progress.ts';
import { evidencesOf, leftOut, tradeOff } from './refusals.ts';

/**
 * nDCG@10 of Lucene 4.10's BM25 with its English analyser, one field, on the same files, measured
 * when the engines were compared.
 */
const lucene: Readonly<Record<string, number>> = {
  time: 0.754,
  cranfield: 0.512,
  cisi: 0.368,
  npl: 0.417,
  'squad-train44': 0.83,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, sample: { type: 'string', default: '3000' } },
});
const [folder] = positionals;
if (!folder) {
  console.error('Usage: npm run experiment -- collections [--json] [--sample QUESTIONS] FOLDER');
  process.exit(64);
}
const parts = { background: await loadBackground(['ru', 'zh']) };
const collections = await readCollections(folder, Number(values.sample));
const searches = new Map<Collection, Search>();
for (const collection of collections) {
  const { articles } = collection;
  searches.set(
    collection,
    createSearch({ ...parts, articles, thesaurus: { actors: [], synonyms: [] } }),
  );
}
const ranking = [];
for (const [collection, search] of searches) ranking.push(await rank(collection, search));
const quotes = [];
for (const [collection, search] of searches) quotes.push(...(await quote(collection, search)));
const weighed = await evidencesOf(searches);
const refusals = { curve: tradeOff(weighed), leftOut: leftOut(weighed) };
if (values.json) console.log(JSON.stringify({ ranking, quotes, refusals }, null, 2));
else {
  console.log('Ranking: ours / plain MiniSearch (chance of the difference in nDCG@10)');
  console.table(Object.fromEntries(ranking.map(({ name, row }) => [name, row])));
  const [ours, plain] = [
    mean(ranking.map((each) => each.ours)),
    mean(ranking.map((each) => each.plain)),
  ];
  const known = ranking.filter(({ name }) => name in lucene);
  const theirs = mean(known.map(({ name }) => lucene[name] ?? 0));
  console.log(
    `mean nDCG@10: ours ${ours.toFixed(4)}, MiniSearch ${plain.toFixed(4)} (x ${(ours / plain).toFixed(3)}),`,
  );
  console.log(
    `Lucene ${theirs.toFixed(4)} (x ${(mean(known.map((each) => each.ours)) / theirs).toFixed(3)})`,
  );
  console.log('Quotes: share that holds the annotated answer, where the right passage came first');
  console.table(quotes);
  console.log(
    'Not knowing: refused wrongly (own questions) and rightly (those of other collections)',
  );
  console.table(refusals.curve);
  console.log(
    'With the least evidence that refuses 3 % of the own questions of the other collections',
  );
  console.table(refusals.leftOut);
}

async function readCollections(from: string, most: number): Promise<Collection[]> {
  const names = (await readdir(from, { withFileTypes: true })).filter((each) => each.isDirectory());
  const all = [];
  for (const { name } of names) {
    const collection = await readCollection(join(from, name));
    const step = Math.ceil(collection.questions.length / most);
    all.push({ ...collection, questions: collection.questions.filter((_, i) => i % step === 0) });
  }
  return all;
}

async function rank({ name, articles, questions }: Collection, search: Search) {
  const plainSearch = createPlainMiniSearch(articles);
  const draw = progress(name, questions.length);
  const ours: Measures[] = [];
  const plain: Measures[] = [];
  let milliseconds = 0;
  for (const [done, { text, relevant }] of questions.entries()) {
    const began = performance.now();
    const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 100);
    milliseconds += performance.now() - began;
    ours.push(measure([...new Set(hits.map(({ passage }) => passage.article.id))], relevant));
    plain.push(measure(plainSearch(text).slice(0, 100), relevant));
    draw(done + 1);
  }
  const ndcg = (all: readonly Measures[]) => all.map(({ ndcg10 }) => ndcg10);
  const figures = measureNames.map((key) => [
    key,
    [ours, plain].map((all) => mean(all.map((each) => each[key])).toFixed(3)).join(' / '),
  ]);
  const row = {
    questions: String(questions.length),
    ...Object.fromEntries(figures),
    chance: chanceOf(ndcg(ours), ndcg(plain)).toFixed(4),
    Lucene: lucene[name]?.toFixed(3) ?? '-',
    ms: (milliseconds / questions.length).toFixed(1),
  };
  return { name, row, ours: mean(ndcg(ours)), plain: mean(ndcg(plain)) };
}

async function quote({ name, questions }: Collection, search: Search) {
  const lengths: number[] = [];
  let right = 0;
  for (const { text, relevant, answers } of questions) {
    if (answers.length === 0) continue;
    const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 1);
    const [hit] = hits;
    if (!hit || !relevant.has(hit.passage.article.id)) continue;
    const paragraph = hit.passage.article.paragraphs[hit.passage.paragraph - 1]?.text ?? '';
    const { start, end } = chooseQuote(hit, paragraph);
    const shown = paragraph.slice(start, end).toLowerCase();
    if (answers.some((each) => shown.includes(each.toLowerCase()))) right += 1;
    lengths.push(shown.length);
  }
  if (lengths.length === 0) return [];
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  return [{ collection: name, questions: lengths.length, share: right / lengths.length, median }];
}
