import { strongestEvidence } from '../../src/answer/answer.ts';
import type { Search } from '../../src/search/search.ts';
import type { Collection } from './collection.ts';
import { progress } from './progress.ts';

/** How much evidence a library gave for a question, and whether it was one of its own. */
export interface Weighed {
  readonly library: string;
  readonly isOwn: boolean;
  readonly evidence: number;
}

/** Questions asked of each pair of collections; more would only take longer. */
const mostQuestions = 200;

/** Asks every library its own questions, which it can answer, and those of all others. */
export async function evidencesOf(searches: ReadonlyMap<Collection, Search>): Promise<Weighed[]> {
  const weighed: Weighed[] = [];
  const draw = progress('not knowing', searches.size ** 2);
  let pairs = 0;
  for (const [library, search] of searches) {
    for (const asked of searches.keys()) {
      for (const text of sampleOf(asked)) {
        const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 10);
        const evidence = strongestEvidence(hits);
        weighed.push({ library: library.name, isOwn: library === asked, evidence });
      }
      pairs += 1;
      draw(pairs);
    }
  }
  return weighed;
}

function sampleOf({ questions }: Collection): string[] {
  const step = Math.ceil(questions.length / mostQuestions);
  return questions.filter((_, i) => i % step === 0).map(({ text }) => text);
}

/** The curve: for each least evidence, what share would be refused, in all and by library. */
export function tradeOff(weighed: readonly Weighed[]): Record<string, string>[] {
  const libraries = [...new Set(weighed.map(({ library }) => library))];
  const refused = (some: readonly Weighed[], least: number) => {
    const share = some.filter(({ evidence }) => evidence < least).length / Math.max(1, some.length);
    return (100 * share).toFixed(1);
  };
  return [0.76, 0.8, 0.82, 0.84, 0.86, 0.88, 0.92].map((least) => {
    const row: Record<string, string> = { least: least.toFixed(2) };
    for (const library of ['all', ...libraries]) {
      const here = weighed.filter((each) => library === 'all' || each.library === library);
      const own = here.filter(({ isOwn }) => isOwn);
      const foreign = here.filter(({ isOwn }) => !isOwn);
      row[library] = `${refused(own, least)} / ${refused(foreign, least)}`;
    }
    return row;
  });
}
