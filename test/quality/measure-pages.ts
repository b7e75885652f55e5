import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { datelineOf } from '../../src/import/dateline.ts';
import { readSource } from '../../src/import/read-source.ts';
import type { Found, FoundRecord, SourceDocument } from '../../src/import/source.ts';

/** How much of the main text of pages is found, by runs of four words, as a mean over pages. */
export interface TextFigures {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Pages that keep three quarters of their first paragraph's runs: links within may add a word. */
  readonly firstKept: number;
  readonly refused: number;
}

/**
 * Measures the main text on a folder laid out as scrapinghub's article-extraction-benchmark, in the
 * same way as its `evaluate.py`.
 */
export async function measureText(folder: string): Promise<TextFigures> {
  const gold = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody: string; readonly url: string }
  >;
  const scores: { precision: number; recall: number; isKept: boolean; isRefused: boolean }[] = [];
  for (const [key, { articleBody }] of Object.entries(gold)) {
    const bytes = gunzipSync(readFileSync(join(folder, 'html', `${key}.html.gz`)));
    const document = await documentOf(bytes);
    const text = document?.blocks.map((block) => block.text).join('\n') ?? '';
    const opening = articleBody.split('\n').find((line) => tokens(line).length > 3) ?? '';
    // The place and agency before it are taken off on purpose.
    const first = opening.slice(datelineOf(opening)?.text.length ?? 0);
    const isKept = overlap(first, text).recall >= 0.75;
    scores.push({ ...overlap(articleBody, text), isKept, isRefused: !document });
  }
  const mean = (of: (score: (typeof scores)[number]) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const [precision, recall] = [mean((score) => score.precision), mean((score) => score.recall)];
  return {
    pages: scores.length,
    f1: (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    firstKept: scores.filter(({ isKept }) => isKept).length,
    refused: scores.filter(({ isRefused }) => isRefused).length,
  };
}

/** How often a part of the record is right, on the pages whose gold names it. */
export interface FieldFigures {
  readonly gold: number;
  readonly given: number;
  readonly right: number;
  readonly stated: number;
  readonly statedRight: number;
}

/** Measures records on a folder laid out as trafilatura's tests, with `evaldata.json`. */
export async function measureRecords(folder: string): Promise<Record<string, FieldFigures>> {
  const gold = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<
    string,
    Gold
  >;
  const title = new Tally();
  const authors = new Tally();
  const published = new Tally();
  for (const page of Object.values(gold)) {
    if (page.title === undefined) continue;
    const path = ['eval', 'cache'].map((name) => join(folder, name, page.file)).find(existsSync);
    const record = path ? ((await documentOf(readFileSync(path)))?.record ?? {}) : {};
    title.add(page.title.trim(), record.title, (value) => plain(value) === plain(page.title ?? ''));
    const names = [page.author ?? []].flat().join('; ').trim();
    authors.add(names, record.authors, (value) => isSameAuthors(names, value));
    published.add(
      page.date?.trim() ?? '',
      record.published,
      (value) => value === page.date?.trim(),
    );
  }
  return { title: title.figures(), authors: authors.figures(), published: published.figures() };
}

interface Gold {
  readonly file: string;
  readonly title?: string;
  readonly author?: string | readonly string[];
  readonly date?: string;
}

class Tally {
  #gold = 0;
  #given = 0;
  #right = 0;
  #stated = 0;
  #statedRight = 0;

  add<T>(gold: string, found: Found<T> | undefined, isRight: (value: T) => boolean): void {
    if (gold === '') return;
    this.#gold += 1;
    if (!found) return;
    const right = isRight(found.value) ? 1 : 0;
    this.#given += 1;
    this.#right += right;
    if (found.from === 'inferred') return;
    this.#stated += 1;
    this.#statedRight += right;
  }

  figures(): FieldFigures {
    return {
      gold: this.#gold,
      given: this.#given,
      right: this.#right,
      stated: this.#stated,
      statedRight: this.#statedRight,
    };
  }
}

async function documentOf(bytes: Uint8Array): Promise<SourceDocument | undefined> {
  const read = await readSource({ bytes, name: 'page.html' }).catch(() => undefined);
  return read && 'documents' in read ? read.documents[0] : undefined;
}

function isSameAuthors(gold: string, names: NonNullable<FoundRecord['authors']>['value']): boolean {
  const wanted = gold
    .split(/;|,| and | und | et | y |\/|&/)
    .map(plain)
    .filter(Boolean);
  const given = names.map(plain);
  return wanted.length === given.length && wanted.every((name) => given.includes(name));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:von|by|par)\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}

function overlap(gold: string, found: string): { precision: number; recall: number } {
  const [wanted, given] = [shingles(gold), shingles(found)];
  let shared = 0;
  for (const [run, count] of wanted) shared += Math.min(count, given.get(run) ?? 0);
  const size = (runs: Map<string, number>) => [...runs.values()].reduce((a, b) => a + b, 0);
  const [all, got] = [size(wanted), size(given)];
  return { precision: got === 0 ? 0 : shared / got, recall: all === 0 ? 1 : shared / all };
}

function shingles(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  const last = Math.max(1, words.length - 3);
  for (let at = 0; at < last; at += 1) {
    const run = words.slice(at, at + 4).join(' ');
    if (run !== '') counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}
