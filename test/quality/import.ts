import { parseArgs } from 'node:util';
import { type FieldFigures, measureRecords, measureText } from './measure-pages.ts';

const usage = `Usage: npm run eval:import -- [--text FOLDER] [--records FOLDER]
  --text     main text of pages: a copy of scrapinghub/article-extraction-benchmark
  --records  titles, authors and dates of pages: the folder tests of adbar/trafilatura
The data belongs to publishers and is fetched for measuring only.`;

const { values } = parseArgs({
  options: { text: { type: 'string' }, records: { type: 'string' } },
});
if (!values.text && !values.records) {
  process.stderr.write(`${usage}\n`);
  process.exit(64);
}
const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);

if (values.text) {
  const { pages, f1, precision, recall, firstKept, refused } = await measureText(values.text);
  process.stdout.write(
    `main text: ${pages} pages, F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, first paragraph kept ${firstKept}, refused ${refused}\n`,
  );
}
if (values.records) {
  const figures = await measureRecords(values.records);
  for (const [field, found] of Object.entries(figures)) process.stdout.write(lineOf(field, found));
}

function lineOf(field: string, { gold, given, right, stated, statedRight }: FieldFigures): string {
  return `${field}: gold ${gold}, right ${right} (${share(right, gold)}), precision ${share(right, given)}; stated ${stated}, precision ${share(statedRight, stated)}, recall ${share(statedRight, gold)}\n`;
}
