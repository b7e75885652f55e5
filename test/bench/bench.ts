import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAdding } from './adding-bench.ts';
import { benchLarge } from './large-bench.ts';
import { drawLatencies } from './latency-plot.ts';
import { benchLoad, benchSoak } from './load-bench.ts';
import { benchSearch, printSearch } from './search-bench.ts';
import { benchWire, printWire } from './wire-bench.ts';
import { writeArticles } from './write-articles.ts';

const usage = `Usage: npm run bench -- [--sizes 1000,20000] [--plot FILE.svg] [COLLECTION]
  --search         leaves out the bot's way from Slack to Slack
  --load RATES     only asks at these rates a second, until commands would be shown as failed
  --soak NUMBERS   only asks so many questions, and tells the memory after each number
  --adding NUMBER  only asks while a large PDF, a large Word file and a folder of so many files come in
  --large NUMBER   only runs the bot with so many passages, grown from the COLLECTION, in its database
  --core N         the one processor that the bot may use with these two (Linux)
  --library FOLDER its articles with these two
  --model FOLDER   its model of meaning with these two
  --write NUMBER   writes so many made articles to the FOLDER first`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    search: { type: 'boolean' },
    load: { type: 'string' },
    soak: { type: 'string' },
    adding: { type: 'string' },
    large: { type: 'string' },
    core: { type: 'string' },
    write: { type: 'string' },
    library: { type: 'string', default: 'seeds' },
    model: { type: 'string' },
    sizes: { type: 'string', default: '1000,5000,20000,50000' },
    plot: { type: 'string', default: 'data/bench/search-latency.svg' },
  },
});
const numbers = (list: string) => list.split(',').map(Number);
const sizes = numbers(values.sizes);
if (!sizes.every((size) => Number.isInteger(size) && size > 0) || positionals.length > 1) {
  console.error(usage);
  process.exit(64);
}
const core = values.core === undefined ? {} : { core: Number(values.core) };
const model = values.model === undefined ? {} : { env: { MODEL_DIR: values.model } };
const run = { library: values.library, ...core, ...model };
if (values.write) await writeArticles(values.library, Number(values.write));
if (values.load) {
  printTable(await benchLoad(numbers(values.load), run));
  process.exit();
}
if (values.soak) {
  const { readyMs, figures } = await benchSoak(numbers(values.soak), run);
  console.log(`Ready after ${(readyMs / 1000).toFixed(1)} s`);
  printTable(figures);
  process.exit();
}
if (values.adding) {
  printTable(await benchAdding(Number(values.adding)));
  process.exit();
}
if (values.large) {
  printTable(await benchLarge(Number(values.large), positionals[0] ?? ''));
  process.exit();
}
if (!values.search) printWire(await benchWire(1000));
const [collection] = positionals;
const figures = await benchSearch(sizes, collection);
printSearch(figures);
await mkdir(dirname(values.plot), { recursive: true });
await writeFile(values.plot, drawLatencies(figures));
console.log(
  `${collection ?? 'Texts grown from the shipped articles'}; the plot is ${values.plot}; load of the machine ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);

function printTable(rows: readonly object[]): void {
  const round = (value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, round(v)]))),
  );
}
