import type Database from 'better-sqlite3';
import { GrowingLexicon } from '../lexicon.ts';
import { LibraryCounts } from '../library-counts.ts';
import { WordCodes } from './word-codes.ts';

/** The counts of an index, and how its passages write words. */
interface StoredCounts {
  readonly counts: LibraryCounts;
  readonly codes: WordCodes;
}

/** What the tables hold of the counts that are no tables themselves. */
interface Totals {
  readonly sizes: LibraryCounts['sizes'];
  readonly lengths: LibraryCounts['lengths'];
  readonly wordCount: number;
  readonly stopForms: readonly string[];
}

/** Reads the counts of an index. */
export function readCounts(db: Database.Database): StoredCounts {
  const rows = <Row>(statement: string) =>
    db.prepare(statement).raw().iterate() as IterableIterator<Row>;
  const terms: string[] = [];
  const [textHolders, holders]: [number[], number[]] = [[], []];
  for (const [term, inText, inAll] of rows<[string, number, number]>(
    'select term, in_text, in_all from terms order by number',
  )) {
    terms.push(term);
    textHolders.push(inText);
    holders.push(inAll);
  }
  const [forms, formTerms, formCounts]: [string[], number[], number[]] = [[], [], []];
  for (const [form, term, count] of rows<[string, number, number]>(
    'select form, term, count from forms order by number',
  )) {
    forms.push(form);
    formTerms.push(term);
    formCounts.push(count);
  }
  const counts = new LibraryCounts(new GrowingLexicon(terms, forms, formTerms));
  counts.textHolders.pushAll(Uint32Array.from(textHolders));
  counts.holders.pushAll(Uint32Array.from(holders));
  counts.formCounts.pushAll(Uint32Array.from(formCounts));
  for (const [short, long, count] of rows<[string, string, number]>(
    'select short, long, count from abbreviations order by rowid',
  )) {
    counts.abbreviations.add({ short, long }, count);
  }
  counts.takeChanged();
  const saved = db.prepare(`select value from meta where name = 'totals'`).pluck().get();
  const totals = saved ? (JSON.parse(saved as string) as Totals) : undefined;
  if (totals) counts.setTotals(totals);
  return { counts, codes: new WordCodes(counts.lexicon, totals?.stopForms) };
}

/** Writes what changed of the counts since they were read or written. */
export function writeCounts(db: Database.Database, counts: LibraryCounts, codes: WordCodes): void {
  const { lexicon, textHolders, holders, formCounts, sizes, lengths, wordCount } = counts;
  const changed = counts.takeChanged();
  const setTerm = db.prepare('replace into terms values (?, ?, ?, ?)');
  for (const term of changed.terms) {
    setTerm.run(term, lexicon.terms[term], textHolders.at(term), holders.at(term));
  }
  const setForm = db.prepare('replace into forms values (?, ?, ?, ?)');
  for (const form of changed.forms) {
    setForm.run(form, lexicon.forms[form], lexicon.formTerms[form], formCounts.at(form));
  }
  const drop = db.prepare('delete from abbreviations where short = ? and long = ?');
  const set = db.prepare(
    `insert into abbreviations values (?, ?, ?)
     on conflict (short, long) do update set count = excluded.count`,
  );
  for (const abbreviation of changed.abbreviations) {
    const { short, long } = abbreviation;
    const count = counts.abbreviations.count(abbreviation);
    if (count > 0) set.run(short, long, count);
    else drop.run(short, long);
  }
  const { stopForms } = codes;
  const totals: Totals = { sizes, lengths, wordCount, stopForms };
  db.prepare(`replace into meta values ('totals', ?)`).run(JSON.stringify(totals));
}
