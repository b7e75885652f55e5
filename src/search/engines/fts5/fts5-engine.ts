import type Database from 'better-sqlite3';
import type { LanguageCode } from '../../../language/languages.ts';
import { daysOf, type PartialDate } from '../../../library/partial-date.ts';
import type { Candidate, Engine, Required, Statistics, Wanted } from '../../engine.ts';
import { type Filter, type FilterName, foldName } from '../../query/query.ts';
import { damperOf } from '../../rank/bm25.ts';
import { mostPromising } from '../../rank/promise.ts';
import { titleWorthOf } from '../../rank/title-worth.ts';
import type { RankingSettings } from '../../settings.ts';
import { type Fts5Index, tokenOf } from './fts5-index.ts';

/** Beside rarer ones, words that more passages hold only count for passages that hold one of those. */
const maxScored = 40_000;

/** For a question of so many words as many passages are scored as are wanted, for two so many twice. */
const wordsOfRound = 4;
const maxRounds = 8;

interface FoundRow {
  readonly article: string;
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
  readonly language: LanguageCode;
  readonly words: Buffer;
  readonly titles: Buffer;
  readonly passages: number;
}

/** Proposes passages from an index in a file; does all its work before it returns. */
export class Fts5Engine implements Engine {
  readonly statistics: Statistics;
  readonly #index: Fts5Index;
  readonly #settings: RankingSettings;

  constructor(index: Fts5Index, settings: RankingSettings) {
    this.#index = index;
    this.#settings = settings;
    this.statistics = index.counts.statistics();
  }

  async candidates({ words, limit, required }: Wanted): Promise<readonly Candidate[]> {
    const { holders } = this.statistics;
    const worthy = [...words.entries()].flatMap(([code, { idf, weight }]) => {
      const held = holders[code - 1] ?? 0;
      return held > 0 && idf * weight > 0 ? [{ code, held }] : [];
    });
    if (worthy.length === 0 || required?.runs.some((run) => run.includes(-1))) return [];
    const match = matchFor(worthy, required);
    if (!required) {
      const rows = this.#rows(match, [], limit * roundsFor(worthy.length));
      const candidates = rows.map((row) => this.#candidateOf(row));
      return mostPromising(candidates, words, limit, this.#settings);
    }
    const admitted: Candidate[] = [];
    for (const row of this.#rowsOneByOne(match, required.filters)) {
      const candidate = this.#candidateOf(row);
      const read = () => this.#index.codes.wordsOf(row.words);
      if (required.admits(candidate.words, read)) admitted.push(candidate);
      if (admitted.length === limit) break;
    }
    return admitted;
  }

  #rows(match: string, filters: readonly Filter[], limit: number): FoundRow[] {
    const { statement, values } = selection(this.#index.db, filters, 'limit ?');
    return statement.all(match, ...values, limit) as FoundRow[];
  }

  #rowsOneByOne(match: string, filters: readonly Filter[]): IterableIterator<FoundRow> {
    const { statement, values } = selection(this.#index.db, filters, '');
    return statement.iterate(match, ...values) as IterableIterator<FoundRow>;
  }

  #candidateOf(row: FoundRow): Candidate {
    const { article, paragraph, first: start, last: end, language, passages } = row;
    const words = this.#index.codes.termsOf(row.words);
    const { lengths, sizes } = this.statistics;
    const average = lengths[language] / Math.max(1, sizes[language]);
    return {
      ...{ article, paragraph, start, end, words },
      titleWords: this.#index.codes.termsOf(row.titles),
      damper: damperOf(words.length, average, this.#settings),
      titleWorth: titleWorthOf(passages, this.#settings),
    };
  }
}

/** The longer a question is, the more FTS5's order differs from what its words are worth to us. */
function roundsFor(words: number): number {
  return Math.min(maxRounds, Math.ceil(words / wordsOfRound));
}

/** What the full-text table is asked: any of the words, and all of what no admitted passage is without. */
function matchFor(
  words: readonly { readonly code: number; readonly held: number }[],
  required: Required | undefined,
): string {
  const any = (codes: readonly number[]) => `(${codes.map(quoted).join(' OR ')})`;
  const rarestFirst = [...words].sort((a, b) => a.held - b.held);
  let sum = 0;
  const rare = rarestFirst.filter(({ held }, at) => {
    sum += held;
    return at === 0 || sum <= maxScored;
  });
  const all = any(rarestFirst.map(({ code }) => code));
  const least = rare.length < words.length ? [any(rare.map(({ code }) => code))] : [];
  const needed = required?.runs.flatMap((run) => run.filter((code) => code > 0)) ?? [];
  return [...least, all, ...new Set(needed.map(quoted))].join(' AND ');
}

function quoted(code: number): string {
  return `"${tokenOf(code)}"`;
}

/** The rows that hold words and meet filters, the most promising first. */
function selection(db: Database.Database, filters: readonly Filter[], end: string) {
  const clauses = filters.map(({ name, value }) => clauseFor[name](value));
  const statement = db.prepare(`
    select a.id article, p.paragraph, p.first, p.last, p.language, p.words, t.words titles, a.passages
    from found f join passages p on p.number = f.rowid
    join articles a on a.number = p.article join titles t on t.number = p.title
    where found match ? ${clauses.map(({ where }) => `and ${where}`).join(' ')}
    order by f.rank ${end}`);
  return { statement, values: clauses.flatMap(({ values }) => values) };
}

interface Clause {
  readonly where: string;
  readonly values: readonly string[];
}

/** The filters of a query as `meets` reads them. */
const clauseFor: Readonly<Record<FilterName, (value: string) => Clause>> = {
  author: (value) => ({ where: 'instr(a.authors, ?) > 0', values: [foldName(value)] }),
  publisher: (value) => ({ where: 'instr(a.publisher, ?) > 0', values: [foldName(value)] }),
  text: (value) => ({ where: 'a.kind = ?', values: [value] }),
  lang: (value) => ({ where: 'a.language = ?', values: [value] }),
  published: (value) => {
    const { first, last } = daysOf(value as PartialDate);
    return { where: 'a.first >= ? and a.last <= ?', values: [first, last] };
  },
  before: (value) => ({ where: 'a.last < ?', values: [daysOf(value as PartialDate).first] }),
  after: (value) => ({ where: 'a.first > ?', values: [daysOf(value as PartialDate).last] }),
};
