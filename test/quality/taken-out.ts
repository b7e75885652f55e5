import { languagesOf } from '../../src/library/library.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import { type Collection, readCollection } from './collection.ts';

/** Questions asked of each half; more would only take longer. */
const mostQuestions = 1200;

const usage = 'Usage: npm run experiment -- taken-out FOLDER...';

/**
 * For each collection, divided into halves by its documents: how much evidence each half gives for the
 * questions that it answers, and for those that only the other half does. Prints what would be refused
 * of the latter for some shares of the former, in per cent, and the least evidence that does it.
 */
async function measure(folder: string): Promise<void> {
  const collection = await readCollection(folder);
  for (const half of [0, 1]) {
    const { own, others } = await evidencesIn(collection, half);
    const rows = [1, 3, 5, 9].map((share) => {
      const least = own[Math.floor((share / 100) * own.length)] ?? 0;
      return [share, least.toFixed(2), refused(others, least)].join(' / ');
    });
    const usual = `1.05: ${refused(own, 1.05)} / ${refused(others, 1.05)}`;
    console.log(collection.name, half === 0 ? 'even' : 'odd', usual, '|', rows.join('  '));
  }
}

/** In per cent. */
function refused(evidences: readonly number[], least: number): string {
  const share = evidences.filter((each) => each < least).length / Math.max(1, evidences.length);
  return (100 * share).toFixed(1);
}

/** Each in order of size. */
async function evidencesIn({ articles: all, questions }: Collection, half: number) {
  const articles = all.filter((_, at) => Math.floor(at / blockLength) % 2 === half);
  const held = new Set(articles.map(({ id }) => id));
  const background = await loadBackground(languagesOf(articles));
  const search = createSearch({ articles, thesaurus: { actors: [], synonyms: [] }, background });
  const step = Math.ceil(questions.length / mostQuestions);
  const own: number[] = [];
  const others: number[] = [];
  for (const { text, relevant } of questions.filter((_, at) => at % step === 0)) {
    const query = { text, phrases: [], excluded: [], filters: [] };
    const { evidence } = await search.find(query, 10);
    const isOwn = [...relevant.keys()].some((id) => held.has(id));
    (isOwn ? own : others).push(evidence);
  }
  return { own: own.sort((a, b) => a - b), others: others.sort((a, b) => a - b) };
}

/** Neighbouring documents are mostly of one article, which is in one half or the other. */
const blockLength = 20;

const folders = process.argv.slice(2);
if (folders.length === 0) console.error(usage);
for (const folder of folders) await measure(folder);
