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
        const query = { text, phrases: [], excluded: [], filters: [] };
        const { evidence } = await search.find(query, 10);
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
  return [0.96, 1, 1.03, 1.05, 1.07, 1.09, 1.12].map((least) => {
    const row: Record<string, string> = { least: least.toFixed(2) };
    for (const library of ['all', ...libraries]) {
      const here = library === 'all' ? weighed : weighed.filter((each) => each.library === library);
      row[library] = refusedOf(here, least);
    }
    return row;
  });
}

/** The most own questions that may be refused. */
const mostOwnRefused = 0.03;

/**
 * For each library: the least evidence that refuses 3 % of the own questions of all others, and what
 * it refuses here. Nothing of the library nor of its questions took part in the choice.
 */
export function leftOut(weighed: readonly Weighed[]): Record<string, string>[] {
  const libraries = [...new Set(weighed.map(({ library }) => library))];
  return libraries.map((library) => {
    const own = weighed
      .filter((each) => each.isOwn && each.library !== library)
      .map(({ evidence }) => evidence)
      .sort((a, b) => a - b);
    const least = own[Math.floor(mostOwnRefused * own.length)] ?? 0;
    return {
      library,
      least: least.toFixed(3),
      refused: refusedOf(
        weighed.filter((each) => each.library === library),
        least,
      ),
    };
  });
}

/** Own questions refused / questions of others refused, in per cent. */
function refusedOf(weighed: readonly Weighed[], least: number): string {
  const share = (some: readonly Weighed[]) =>
    (100 * some.filter(({ evidence }) => evidence < least).length) / Math.max(1, some.length);
  const own = share(weighed.filter(({ isOwn }) => isOwn));
  const others = share(weighed.filter(({ isOwn }) => !isOwn));
  return `${own.toFixed(1)} / ${others.toFixed(1)}`;
}
