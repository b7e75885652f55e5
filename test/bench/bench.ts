import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { drawLatencies } from './latency-plot.ts';
import { benchSearch, printSearch } from './search-bench.ts';
import { benchWire, printWire } from './wire-bench.ts';

const usage = `Usage: npm run bench -- [--sizes 1000,20000] [--plot FILE.svg] [COLLECTION]
  --search  leaves out the bot's way from Slack to Slack`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    search: { type: 'boolean' },
    sizes: { type: 'string', default: '1000,5000,20000,50000' },
    plot: { type: 'string', default: 'data/bench/search-latency.svg' },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0) || positionals.length > 1) {
  console.error(usage);
  process.exit(64);
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
