import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPages } from '../../src/import/pdf/pages.ts';
import { taggedBlocks } from '../../src/import/pdf/tagged.ts';
import { pdfBlocks } from '../../src/import/sources/pdf.ts';

/** How many beginnings of paragraphs geometry finds in one tagged file whose tree it may not see. */
export interface PdfFigures {
  readonly file: string;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** Shorter paragraphs are cells and captions, in letters. */
const shortest = 60;

/** So many letters of a beginning are compared. */
const compared = 30;

/** Measures every tagged PDF below a folder; files without a whole tree are passed over. */
export async function measurePdf(folder: string): Promise<PdfFigures[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const figures: PdfFigures[] = [];
  for (const name of names.filter((each) => each.toLowerCase().endsWith('.pdf')).sort()) {
    const file = await readPages(readFileSync(join(folder, name)));
    if ('problem' in file || !taggedBlocks(file.pages)) continue;
    const gold = beginnings(pdfBlocks(file, []));
    const found = beginnings(pdfBlocks(file, [], false));
    let right = 0;
    for (const [text, count] of gold) right += Math.min(count, found.get(text) ?? 0);
    figures.push({ file: name, gold: sum(gold), found: sum(found), right });
  }
  return figures;
}

/** A page of an untagged file, and the first words of the paragraphs that somebody saw begin on it. */
interface LabelledPage {
  readonly file: string;
  /** Counted from 1. */
  readonly page: number;
  readonly starts: readonly string[];
  /** Listings, tables and captions, which may be paragraphs or not. */
  readonly maybe?: readonly string[];
}

/** Measures the pages that `labelled-pages.json` lists, in files below a folder; absent files are passed over. */
export async function measureLabelled(folder: string): Promise<PdfFigures[]> {
  const list = readFileSync(new URL('labelled-pages.json', import.meta.url), 'utf8');
  const { pages }: { readonly pages: readonly LabelledPage[] } = JSON.parse(list);
  const figures: PdfFigures[] = [];
  for (const { file: name, page, starts, maybe = [] } of pages) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const file = await readPages(readFileSync(path));
    if ('problem' in file) continue;
    const onPage = bareOf((file.pages[page - 1]?.items ?? []).map(({ text }) => text).join(''));
    const isAny = (bare: string, of: readonly string[]) =>
      of.some((start) => bare.startsWith(bareOf(start)));
    const found = pdfBlocks(file, [])
      .filter(({ kind }) => kind !== 'heading' && kind !== 'note')
      .map(({ text }) => bareOf(text))
      .filter((bare) => bare.length >= shortest && onPage.includes(bare.slice(0, compared)))
      .filter((bare) => !isAny(bare, maybe));
    const right = starts.filter((start) => found.some((bare) => isAny(bare, [start])));
    figures.push({
      file: `${name}, ${page}`,
      gold: starts.length,
      found: found.length,
      right: right.length,
    });
  }
  return figures;
}

function bareOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function beginnings(blocks: ReturnType<typeof pdfBlocks>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, text } of blocks) {
    const bare = bareOf(text);
    if (kind === 'heading' || bare.length < shortest) continue;
    const key = bare.slice(0, compared);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}
