import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrowingSearch } from '../../../src/search/engines/growing-search.ts';
import type { Findings, Search } from '../../../src/search/search.ts';
import { readCollection } from '../../quality/collection.ts';
import { mean, measure } from '../../quality/measures.ts';
import { type OpenEngine, thesaurus } from './engine-contract.ts';

const folder = process.env.TEST_COLLECTIONS ?? '';
const names = ['time', 'cranfield', 'cisi'];

/** Enough to tell 99 % from 98 %; so many of a collection are asked, evenly drawn. */
const mostQuestions = 112;

const shareOfSame = 0.99;
const maxLoss = 0.003;

/** Judged collections are answered as the engine in memory answers them; skipped where there are none. */
export function isOnAParWithMemory(open: () => Promise<OpenEngine>): void {
  const describeEach = existsSync(join(folder, 'time')) && folder ? describe : describe.skip;
  describeEach.each(names)('on the questions of %s', (name) => {
    let engine: OpenEngine;
    let asked: Awaited<ReturnType<typeof askBoth>>;
    beforeAll(async () => {
      engine = await open();
      asked = await askBoth(name, engine);
    }, 300_000);
    afterAll(() => engine.close());

    it('shows the same passages first', () => {
      const first = ({ hits }: Findings) =>
        hits.slice(0, 3).map(({ passage, score }) => `${passage.id} ${score.toFixed(6)}`);
      const same = asked.filter(({ ours, theirs }) => `${first(ours)}` === `${first(theirs)}`);
      expect(same.length / asked.length).toBeGreaterThanOrEqual(shareOfSame);
    });

    it('ranks as well', () => {
      const ndcg = (which: 'ours' | 'theirs') =>
        mean(asked.map(({ relevant, ...each }) => measure(idsOf(each[which]), relevant).ndcg10));
      expect(Math.abs(ndcg('ours') - ndcg('theirs'))).toBeLessThanOrEqual(maxLoss);
    });

    it('has the same evidence, on which refusals rest', () => {
      const other = asked.filter(
        ({ ours, theirs }) => Math.abs(ours.evidence - theirs.evidence) > 0.01,
      );
      expect(other.length / asked.length).toBeLessThanOrEqual(1 - shareOfSame);
    });
  });
}

async function askBoth(name: string, engine: OpenEngine) {
  const { articles, questions } = await readCollection(join(folder, name));
  const inMemory = await new GrowingSearch().next(articles, thesaurus);
  const search = await engine.next(new Map(articles.map((article) => [article.id, article])));
  const step = Math.ceil(questions.length / mostQuestions);
  const asked = [];
  for (const { text, relevant } of questions.filter((_, at) => at % step === 0)) {
    const find = (from: Search) => from.find({ text, phrases: [], excluded: [], filters: [] }, 10);
    asked.push({ relevant, ours: await find(search), theirs: await find(inMemory) });
  }
  return asked;
}

function idsOf({ hits }: Findings): string[] {
  return [...new Set(hits.map(({ passage }) => passage.article.id))];
}
