import { parseArgs } from 'node:util';
import { type FieldFigures, measureRecords, measureText } from './measure-pages.ts';
import { measureLabelled, measurePdf, type PdfFigures } from './measure-pdf.ts';

const usage = `Usage: npm run experiment -- import [--text FOLDER] [--records FOLDER] [--pdf FOLDER] [--labelled FOLDER]
  --text     main text of pages: a copy of scrapinghub/article-extraction-benchmark
  --records  titles, authors and dates of pages: the folder tests of adbar/trafilatura
  --pdf      paragraphs of tagged PDFs read without their tree: any folder of PDFs
  --labelled paragraphs of pages looked at by hand: a copy of kbandla/APTnotes
The data belongs to publishers and is fetched for measuring only.`;

const { values } = parseArgs({
  options: {
    text: { type: 'string' },
    records: { type: 'string' },
    pdf: { type: 'string' },
    labelled: { type: 'string' },
  },
});
if (!values.text && !values.records && !values.pdf && !values.labelled) {
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
if (values.pdf) tellPdf(await measurePdf(values.pdf), 'files');
if (values.labelled) tellPdf(await measureLabelled(values.labelled), 'pages');

function tellPdf(files: readonly PdfFigures[], what: string): void {
  const all = { file: `${files.length} ${what}`, gold: 0, found: 0, right: 0 };
  for (const { file, gold, found, right } of files) {
    all.gold += gold;
    all.found += found;
    all.right += right;
    process.stdout.write(pdfLine({ file, gold, found, right }));
  }
  process.stdout.write(pdfLine(all));
}

function pdfLine({ file, gold, found, right }: PdfFigures): string {
  const f1 = share(2 * right, gold + found);
  return `${file}: paragraphs ${gold}, recall ${share(right, gold)}, precision ${share(right, found)}, F1 ${f1}\n`;
}

function lineOf(field: string, { gold, given, right, stated, statedRight }: FieldFigures): string {
  return `${field}: gold ${gold}, right ${right} (${share(right, gold)}), precision ${share(right, given)}; stated ${stated}, precision ${share(statedRight, stated)}, recall ${share(statedRight, gold)}\n`;
}
