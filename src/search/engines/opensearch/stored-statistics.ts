import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GrowingLexicon } from '../lexicon.ts';
import { type ChangedCounts, LibraryCounts } from '../library-counts.ts';
import type { Document } from './passage-documents.ts';

/** A part of the counts of a library, as they are now: a whole, or what one change made of them. */
interface CountsPart {
  /** Term; how many passages hold it in the text, and with the title. */
  readonly terms?: readonly (readonly [string, number, number])[];
  /** Form, its term, how often it is said. */
  readonly forms?: readonly (readonly [string, string, number])[];
  /** Short form, long form, how often it is explained so. */
  readonly abbreviations?: readonly (readonly [string, string, number])[];
  readonly totals?: Pick<LibraryCounts, 'sizes' | 'lengths' | 'wordCount'>;
}

/** Few enough that reading a part keeps nobody waiting. */
const entriesOfPart = 5000;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** The counts of a library in parts, as documents whose ids begin with `name`. */
export async function partsOf(counts: LibraryCounts, name: string): Promise<Document[]> {
  const { terms, forms } = counts.lexicon;
  const all = {
    terms: terms.keys(),
    forms: forms.keys(),
    abbreviations: counts.abbreviations.all(),
  };
  return documentsOf([...partsIn(counts, all)], name);
}

/** What of the counts changed, in the same way. */
export async function changesOf(counts: LibraryCounts, name: string): Promise<Document[]> {
  return documentsOf([...partsIn(counts, counts.takeChanged())], name);
}

/** Takes a part into counts; the parts of a whole, and changes after it, in their order. */
export async function takePart(counts: LibraryCounts, payload: string): Promise<void> {
  const json = (await unzip(Buffer.from(payload, 'base64'))).toString();
  const { terms = [], forms = [], abbreviations = [], totals } = JSON.parse(json) as CountsPart;
  const { lexicon } = counts;
  for (const [form, term, count] of forms) {
    counts.formCounts.set(lexicon.numberOfForm(form, term), count);
  }
  for (const [term, inText, inAll] of terms) {
    const number = lexicon.numberOf(term);
    if (number === undefined) continue;
    counts.textHolders.set(number, inText);
    counts.holders.set(number, inAll);
  }
  for (const [short, long, count] of abbreviations) {
    const known = counts.abbreviations.count({ short, long });
    if (count !== known) counts.abbreviations.add({ short, long }, count - known);
  }
  if (totals) counts.setTotals(totals);
  // Sorts the new forms by letter now, and not all of them at the first misspelt word.
  lexicon.formsWith('');
}

/** Counts of nothing. */
export function noCounts(): LibraryCounts {
  return new LibraryCounts(new GrowingLexicon());
}

/** Forms go first: they bring the terms. */
function* partsIn(
  counts: LibraryCounts,
  which: {
    [K in keyof ChangedCounts]: Iterable<ChangedCounts[K] extends Iterable<infer T> ? T : never>;
  },
): Generator<CountsPart> {
  const { lexicon, formCounts, textHolders, holders, sizes, lengths, wordCount } = counts;
  const { terms, forms, formTerms } = lexicon;
  for (const some of slices(which.forms)) {
    const entry = (form: number) =>
      [forms[form] ?? '', terms[formTerms[form] ?? -1] ?? '', formCounts.at(form)] as const;
    yield { forms: some.map(entry) };
  }
  for (const some of slices(which.terms)) {
    const entry = (term: number) =>
      [terms[term] ?? '', textHolders.at(term), holders.at(term)] as const;
    yield { terms: some.map(entry) };
  }
  for (const some of slices(which.abbreviations)) {
    yield {
      abbreviations: some.map((each) => [each.short, each.long, counts.abbreviations.count(each)]),
    };
  }
  yield { totals: { sizes, lengths, wordCount } };
}

async function documentsOf(parts: readonly CountsPart[], name: string): Promise<Document[]> {
  const documents: Document[] = [];
  for (const [at, part] of parts.entries()) {
    const payload = (await zip(JSON.stringify(part))).toString('base64');
    documents.push({ id: `${name}-${at}`, source: { kind: 'statistics', payload } });
  }
  return documents;
}

function* slices<T>(entries: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const entry of entries) {
    some.push(entry);
    if (some.length < entriesOfPart) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
