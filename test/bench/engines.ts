import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Article } from '../../src/library/article.ts';
import { LargeSearch } from '../../src/search/engines/fts5/large-search.ts';
import { ThreadHost } from '../../src/search/engines/fts5/thread-host.ts';
import { GrowingSearch } from '../../src/search/engines/growing-search.ts';
import { RemoteSearch } from '../../src/search/engines/opensearch/remote-search.ts';
import type { Search } from '../../src/search/search.ts';
import { readCollection } from '../quality/collection.ts';
import { mean, measure } from '../quality/measures.ts';
import { createPlainMiniSearch } from '../quality/plain-minisearch.ts';
import { percentiles, timeHeld } from './held.ts';
import { createPseudoLibrary } from './pseudo-library.ts';

/**
 * One engine at one size, in a process of its own, and prints its figures as a line of JSON:
 * `engines.ts ENGINE SIZE COLLECTION QUESTIONS`, node with --expose-gc. ENGINE: memory, file, server
 * (TEST_SEARCH_URL; with TEST_SEARCH_PID its processor time is told too), minisearch (its defaults) or fts5 (Porter's stems, a table in memory).
 */
const [engine = '', size = '', collection = '', most = '200'] = process.argv.slice(2);
const { articles: own, questions: all } = await readCollection(collection);
const articles = createPseudoLibrary(own, Number(size));
const step = Math.ceil(all.length / Number(most));
const questions = all.filter((_, at) => at % step === 0);
const library = {
  articles: new Map(articles.map((article) => [article.id, article])),
  thesaurus: { actors: [], synonyms: [] },
};
const folder = await mkdtemp(join(tmpdir(), 'engines-'));
const file = join(folder, 'search.db');
const tell = (message: string) => console.error(message);

/** Ids of the articles found for a question, best first. */
type Find = (question: string) => Promise<string[]>;

interface Opened {
  readonly find: Find;
  /** Takes in one more article; absent where that can't be done alone. */
  readonly add?: (article: Article) => Promise<unknown>;
  readonly close?: () => Promise<unknown>;
}

function finding(search: Search): Find {
  return async (text) => {
    const query = { text, phrases: [], excluded: [], filters: [] };
    const { hits } = await search.find(query, 10);
    return hits.map(({ passage }) => passage.article.id);
  };
}

const engines: Readonly<Record<string, () => Promise<Opened>>> = {
  async memory() {
    const growing = new GrowingSearch();
    const search = await growing.next(articles, library.thesaurus);
    return {
      find: finding(search),
      add: (article) => growing.next([...articles, article], library.thesaurus),
    };
  },
  async file() {
    const host = new ThreadHost(file, tell);
    const large = new LargeSearch(host);
    return {
      find: finding(await large.next(library)),
      add: (article) => host.change({ added: [article], removed: [] }),
      close: () => large.close(),
    };
  },
  async server() {
    const settings = {
      urls: [process.env.TEST_SEARCH_URL ?? ''],
      prefix: `bench-${process.pid}`,
      auth: { kind: 'basic' },
    } as const;
    const remote = await RemoteSearch.open(settings, tell);
    return {
      find: finding(await remote.next(library)),
      add: (article) =>
        remote.next({
          ...library,
          articles: new Map([...library.articles, [article.id, article]]),
        }),
      async close() {
        await remote.close();
        await fetch(`${settings.urls[0]}/${settings.prefix}-*`, { method: 'DELETE' });
      },
    };
  },
  async minisearch() {
    const find = createPlainMiniSearch(articles);
    return { find: async (text) => find(text).slice(0, 10) };
  },
  async fts5() {
    const db = new Database(':memory:');
    db.exec(
      `create virtual table found using fts5(id unindexed, words, tokenize='porter unicode61')`,
    );
    const insert = db.prepare('insert into found values (?, ?)');
    db.transaction(() => {
      for (const { id, title, paragraphs } of articles) {
        insert.run(id, [title, ...paragraphs.map(({ text }) => text)].join('\n'));
      }
    })();
    const select = db.prepare('select id from found where found match ? order by rank limit 10');
    return {
      find: async (text) => {
        const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
        return select.pluck().all(words.map((word) => `"${word}"`).join(' OR ')) as string[];
      },
    };
  },
};

const open = engines[engine];
if (!open) throw new Error(`There is no engine "${engine}": ${Object.keys(engines).join(', ')}`);
const before = residentMb();
const built = await timed(open);
let opened = built.result;
const memory = residentMb() - before;
const load = engine === 'file' ? await timedAgain() : undefined;
for (const { text } of questions.slice(0, 20)) await opened.find(text);
const asked = await ask();
const added = await addSome();
await opened.close?.();
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({
    ...{ engine, passages: articles.length, questions: questions.length },
    ...{ buildS: built.cpu / 1000, loadMs: load?.ms, memory, resident: residentMb() },
    ...{ ...asked, added },
  }),
);
process.exit();

async function timedAgain() {
  await opened.close?.();
  const again = await timed(engines.file ?? open ?? (() => Promise.reject()));
  opened = again.result;
  return again;
}

async function ask() {
  const [wall, cpu, ndcg]: [number[], number[], number[]] = [[], [], []];
  const before = serverCpu();
  const { held, busy } = await timeHeld(async () => {
    for (const { text, relevant } of questions) {
      const { result, ms, cpu: used } = await timed(() => opened.find(text));
      wall.push(ms);
      cpu.push(used);
      ndcg.push(measure([...new Set(result)], relevant).ndcg10);
      await wait(0);
    }
  });
  const serverMs = (serverCpu() - before) / questions.length;
  return {
    wall: percentiles(wall),
    cpu: percentiles(cpu),
    serverMs,
    ndcg10: mean(ndcg),
    held,
    busy,
  };
}

/** The middle of some additions of an article of 20 paragraphs, in ms. */
async function addSome() {
  if (!opened.add) return undefined;
  const times: { ms: number; cpu: number }[] = [];
  for (let at = 0; at < 5; at += 1) {
    const paragraphs = own.slice(at * 20, at * 20 + 20).map(({ paragraphs: [first] }, i) => ({
      number: i + 1,
      text: `${first?.text} Added${at}.`,
    }));
    const article = { ...(own[0] as Article), id: `added-${at}`, title: `Added ${at}`, paragraphs };
    const { ms, cpu } = await timed(() => opened.add?.(article));
    times.push({ ms, cpu });
  }
  const middle = (of: 'ms' | 'cpu') => times.map((each) => each[of]).sort((a, b) => a - b)[2];
  return { ms: middle('ms'), cpu: middle('cpu') };
}

async function timed<T>(work: () => T): Promise<{ result: Awaited<T>; ms: number; cpu: number }> {
  const began = performance.now();
  const cpuBegan = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpuBegan);
  return { result, ms: performance.now() - began, cpu: (user + system) / 1000 };
}

/** The processor time of the server in ms, by the kernel's count of hundredths; 0 where it is not known. */
function serverCpu(): number {
  const pid = process.env.TEST_SEARCH_PID;
  if (!pid || engine !== 'server') return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}
