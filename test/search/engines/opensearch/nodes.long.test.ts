import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RemoteSearch } from '../../../../src/search/engines/opensearch/remote-search.ts';
import type { Search } from '../../../../src/search/search.ts';
import { SearchFault } from '../../../../src/search/search-fault.ts';
import {
  jars,
  type SearchNodes,
  startSearchNodes,
} from '../../../support/opensearch/search-nodes.ts';
import { madeArticle } from '../../made-article.ts';
import { shown, thesaurus } from '../engine-contract.ts';
import { settingsFor } from './open-remote.ts';

const describeThere = jars ? describe : describe.skip;

const paragraphs = Array.from({ length: 200 }, (_, i) => `Paragraph ${i} on gas from field ${i}.`);
const articles = new Map([
  ['a', madeArticle('a', paragraphs)],
  ['b', madeArticle('b', ['Gas of other fields.'])],
]);
const gas = { text: 'gas field 123', phrases: [], excluded: [], filters: [] };

describeThere('a cluster of three nodes', () => {
  let nodes: SearchNodes;
  let settings: ReturnType<typeof settingsFor>;
  let remote: RemoteSearch;
  let search: Search;
  const told: string[] = [];
  beforeAll(async () => {
    nodes = await startSearchNodes(3);
    settings = settingsFor(nodes.urls);
    remote = await RemoteSearch.open(settings, (message) => told.push(message));
    search = await remote.next({ articles, thesaurus });
  }, 180_000);
  afterAll(async () => {
    await remote.close();
    await nodes.close();
  }, 60_000);

  async function askOnce(): Promise<unknown> {
    return search.find(gas, 5).then(shown, (error: unknown) => {
      if (!(error instanceof SearchFault)) throw error;
      return error.kind;
    });
  }

  it('gives the same answer, or a true reason, while a node is killed, and the answer after', async () => {
    await nodes.becomeWhole();
    const whole = shown(await search.find(gas, 5));
    const answers: unknown[] = [];
    for (let asked = 0; asked < 60; asked += 1) {
      answers.push(await askOnce());
      if (asked === 20) await nodes.killNode(2);
    }
    for (const answer of answers) if (typeof answer !== 'string') expect(answer).toEqual(whole);
    expect(await askOnce()).toEqual(whole);
    await nodes.startNode(2);
    await nodes.becomeWhole();
  }, 120_000);

  it('never passes off a part of the library as the whole', async () => {
    const [url = ''] = nodes.urls;
    const found = await fetch(`${url}/${settings.prefix}-*/_search_shards`).then((all) =>
      all.json(),
    );
    const { nodes: byId } = found as { nodes: Record<string, { name: string }> };
    expect(Object.keys(byId).length).toBeGreaterThan(0);
    const whole = shown(await search.find(gas, 5));
    await nodes.killNode(1);
    await nodes.killNode(2);
    for (let asked = 0; asked < 20; asked += 1) {
      const answer = await askOnce();
      if (typeof answer !== 'string') expect(answer).toEqual(whole);
    }
    await nodes.startNode(1);
    await nodes.startNode(2);
    await nodes.becomeWhole();
  }, 180_000);

  it('says that the index is missing when somebody removed it, and makes it again', async () => {
    const [url = ''] = nodes.urls;
    const whole = shown(await search.find(gas, 5));
    await fetch(`${url}/${settings.prefix}-passages-*`, { method: 'DELETE' });
    expect(await askOnce()).toBe('missing');
    let answer = await askOnce();
    for (const end = Date.now() + 60_000; typeof answer === 'string' && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      answer = await askOnce();
    }
    expect(answer).toEqual(whole);
  }, 120_000);

  it('is changed by one process at a time, and both find what is new', async () => {
    const other = await RemoteSearch.open(settings, (message) => told.push(message));
    const wanted = new Map([...articles, ['n', madeArticle('n', ['A zebra on gas.'])]]);
    const searches = await Promise.all(
      [remote, other].map((each) => each.next({ articles: wanted, thesaurus })),
    );
    for (const each of searches) {
      const { hits } = await each.find({ ...gas, text: 'zebra' }, 5);
      expect(hits.map(({ passage }) => passage.id)).toEqual(['n:1']);
    }
    const [url = ''] = nodes.urls;
    const indexes = await fetch(`${url}/_alias/${settings.prefix}-passages-1`).then((all) =>
      all.json(),
    );
    expect(Object.keys(indexes as object)).toHaveLength(1);
    await other.close();
  }, 60_000);

  it('goes on answering from the index of before while a new one takes its place', async () => {
    const many = new Map(
      Array.from({ length: 120 }, (_, i) => [
        `m${i}`,
        madeArticle(`m${i}`, [`Gas of place ${i}.`]),
      ]),
    );
    const before = await search.find(gas, 5).then(shown);
    let isDone = false;
    const next = remote.next({ articles: many, thesaurus }).finally(() => {
      isDone = true;
    });
    while (!isDone) expect(await askOnce()).toEqual(before);
    const { hits } = await (await next).find({ ...gas, text: 'place 77' }, 3);
    expect(hits[0]?.passage.id).toBe('m77:1');
  }, 60_000);
});
