import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runAtOnce } from '../../src/library/pause.ts';
import { searchIn } from '../../src/search/engines/embedded-search.ts';
import { buildPassageIndex } from '../../src/search/engines/index-writer.ts';
import type { PassageIndex } from '../../src/search/engines/passage-index.ts';
import { type Background, loadBackground } from '../../src/search/query/background.ts';
import type { RankingSettings } from '../../src/search/settings.ts';
import { type Collection, readCollection } from './collection.ts';
import { measure } from './measures.ts';

/** The values that are tried for each constant, the usual one among them, lowest first. */
export const triedValues = {
  k: [0.9, 1.2, 1.6],
  b: [0.5, 0.7, 0.85],
  titleWorth: [1, 2, 3],
  smoothing: [50, 200, 500],
  windowWords: [15, 25, 40],
  windowWeight: [0, 0.3, 0.6],
  pairWeight: [0, 0.4, 0.7],
  looks: [30, 50, 100],
} as const satisfies Partial<Record<keyof RankingSettings, readonly number[]>>;

/** Collections that are indexed once and searched with any settings. */
export class SettingsBench {
  readonly #background: Background;
  readonly #indexed: readonly { collection: Collection; index: PassageIndex }[];

  private constructor(background: Background, collections: readonly Collection[]) {
    this.#background = background;
    this.#indexed = collections.map((collection) => ({
      collection,
      index: runAtOnce(buildPassageIndex(collection.articles)),
    }));
  }

  /** Reads all collections in a folder, and of each about `most` questions. */
  static async open(folder: string, most: number): Promise<SettingsBench> {
    const collections: Collection[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const collection = await readCollection(join(folder, entry.name));
      const step = Math.ceil(collection.questions.length / most);
      const questions = collection.questions.filter((_, i) => i % step === 0);
      collections.push({ ...collection, questions });
    }
    return new SettingsBench(await loadBackground(), collections);
  }

  get names(): string[] {
    return this.#indexed.map(({ collection }) => collection.name);
  }

  /** nDCG@10 of each question of each collection, in the order of `names`. */
  async figures(settings: RankingSettings): Promise<number[][]> {
    const figures: number[][] = [];
    for (const { collection, index } of this.#indexed) {
      const { articles, questions } = collection;
      const words = { background: this.#background, thesaurus: { actors: [], synonyms: [] } };
      const search = searchIn(index, { ...words, articles, settings });
      const here: number[] = [];
      for (const { text, relevant } of questions) {
        const { hits } = await search.find({ text, phrases: [], excluded: [], filters: [] }, 15);
        const ids = [...new Set(hits.map(({ passage }) => passage.article.id))];
        here.push(measure(ids, relevant).ndcg10);
      }
      figures.push(here);
    }
    return figures;
  }
}
