import '../../src/commands/small-heap.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/library/article.ts';
import { WordSearch } from '../../src/search/engines/word-search.ts';
import type { Search } from '../../src/search/search.ts';
import { createPlainMiniSearch } from '../quality/plain-minisearch.ts';
import { progress } from '../quality/progress.ts';
import { readBenchTexts } from './bench-texts.ts';
import { percentiles, timeHeld } from './held.ts';

/** Plain MiniSearch gets fewer questions, because it takes its time. */
const plainQuestions = 100;

/**
 * Opens a library of one size in a process of its own, as the bot does, and with `--ask` asks it, and
 * plain MiniSearch the same. Prints its figures as JSON: times in milliseconds, memory in MB.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ask: { type: 'boolean' }, index: { type: 'string', default: '' } },
});
const [size, collection] = positionals;
const { articles, questions } = await readBenchTexts(Number(size), collection);
const tell = (message: string) => console.error(message);
const library = {
  articles: new Map(articles.map((article) => [article.id, article])),
  thesaurus: { actors: [], synonyms: [] },
};
const words = new WordSearch({ indexFile: values.index, tell, onThread: true });
const idle = await timeHeld(() => wait(1000));
const before = residentMb();
const { result: search, ms, held, busy } = await timeHeld(() => words.next(library));
const opened = { ms, held, busy, idle: idle.held, memory: residentMb() - before };
const asked = values.ask ? await ask(search, questions) : undefined;
const plain = values.ask ? askPlain(articles, questions.slice(0, plainQuestions)) : undefined;
await words.close();
console.log(JSON.stringify({ opened, asked, plain }));

async function ask(engine: Search, texts: readonly string[]) {
  const draw = progress(`questions to ${size} passages`, texts.length);
  const times: number[] = [];
  const asking = await timeHeld(async () => {
    for (const text of texts) {
      const began = performance.now();
      await engine.find({ text, phrases: [], excluded: [], filters: [] }, 30);
      times.push(performance.now() - began);
      draw(times.length);
      // Asked one after the other here, but in turns of their own there.
      await wait(0);
    }
  });
  return { ...percentiles(times), held: asking.held, busy: asking.busy };
}

function askPlain(library: readonly Article[], texts: readonly string[]) {
  const draw = progress(`questions to plain MiniSearch, ${size} passages`, texts.length);
  const find = createPlainMiniSearch(library);
  const times = texts.map((text, at) => {
    const began = performance.now();
    find(text);
    draw(at + 1);
    return performance.now() - began;
  });
  return percentiles(times);
}

/** After a collection of garbage; node has to be started with --expose-gc. */
function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}
