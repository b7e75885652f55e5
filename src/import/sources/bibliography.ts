import { readBibtex } from '../bibliography/bibtex.ts';
import { readCsl } from '../bibliography/csl.ts';
import { linksOf } from '../bibliography/entry.ts';
import { readRis } from '../bibliography/ris.ts';
import type { ReadSource } from '../source.ts';

export function readBibtexSource(text: string): ReadSource {
  return linksOf(readBibtex(text));
}

export function readRisSource(text: string): ReadSource {
  return linksOf(readRis(text));
}

export function readCslSource(text: string): ReadSource {
  const entries = readCsl(text);
  return entries ? linksOf(entries) : { problem: 'it is JSON, and neither a feed nor CSL-JSON' };
}
