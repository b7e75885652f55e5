import type Database from 'better-sqlite3';
import { type Abbreviation, abbreviationsIn } from '../../../language/english/abbreviations.ts';
import { languageOf } from '../../../language/languages.ts';
import type { Article } from '../../../library/article.ts';
import { digestOf } from '../../../library/article-digest.ts';
import { languageOfArticle } from '../../../library/library.ts';
import { daysOf } from '../../../library/partial-date.ts';
import { type Passage, splitIntoPassages } from '../../../library/passage.ts';
import type { Thesaurus } from '../../../library/thesaurus.ts';
import { foldName } from '../../query/query.ts';
import {
  type CountedPassage,
  type LibraryCounts,
  type ReadText,
  titleTextOf,
} from '../library-counts.ts';
import { openIndexFile } from './index-file.ts';
import { readCounts, writeCounts } from './stored-counts.ts';
import type { WordCodes } from './word-codes.ts';

/** What of an article's row is read again. */
interface ArticleRow {
  readonly number: number;
  readonly abbreviations: string;
}

interface PassageRow {
  readonly number: number;
  readonly title: number;
  readonly language: CountedPassage['language'];
  readonly words: Buffer;
}

/**
 * An index of passages in a file: SQLite's FTS5 over our own terms, and what a close look needs of a
 * passage. Each change is one transaction, for the work of the articles that it is about. Several
 * processes may use one file.
 */
export class Fts5Index {
  readonly db: Database.Database;
  #counts: LibraryCounts;
  #codes: WordCodes;
  #changes: number;

  constructor(file: string) {
    this.db = openIndexFile(file);
    const { counts, codes } = readCounts(this.db);
    this.#counts = counts;
    this.#codes = codes;
    this.#changes = this.#changesInFile();
  }

  get counts(): LibraryCounts {
    return this.#counts;
  }

  get codes(): WordCodes {
    return this.#codes;
  }

  /** Which version of each article it holds. */
  held(): Map<Article['id'], string> {
    const rows = this.db.prepare('select id, hash from articles').raw().all();
    return new Map(rows as [string, string][]);
  }

  /** Takes articles out and others in; an added one replaces the one of the same id. */
  change(added: readonly Article[], removed: Iterable<Article['id']>): void {
    try {
      this.db
        .transaction(() => {
          this.#catchUp();
          for (const id of removed) this.#remove(id);
          for (const article of added) {
            this.#remove(article.id);
            this.#add(article);
          }
          writeCounts(this.db, this.#counts, this.#codes);
          this.#noteChange();
        })
        .immediate();
    } catch (error) {
      // What was counted on the way is not in the file.
      this.#changes = -1;
      throw error;
    }
  }

  /** Reads the counts again where another process changed the file; true if that was so. */
  catchUp(): boolean {
    return this.db.transaction(() => this.#catchUp())();
  }

  /** The thesaurus of the library; undefined while the index does not hold all of its articles. */
  thesaurus(): Thesaurus | undefined {
    const row = this.#get<{ value: string }>(`select value from meta where name = 'thesaurus'`);
    return row && JSON.parse(row.value);
  }

  /** Notes that all articles are held, with the thesaurus that goes with them. */
  complete(thesaurus: Thesaurus): void {
    const known = JSON.stringify(this.thesaurus());
    const value = JSON.stringify(thesaurus);
    if (value === known) return;
    this.db
      .transaction(() => {
        this.#catchUp();
        this.#run(`replace into meta values ('thesaurus', ?)`, value);
        this.#noteChange();
      })
      .immediate();
  }

  /**
   * Leaves no byte in the file of what was taken out: words that stand nowhere any more lose their
   * names, and the file is written again. Waits, for 10 s at most, until no other process reads it.
   */
  scrub(): void {
    this.db
      .transaction(() => {
        this.#catchUp();
        this.#run(`update forms set form = '' where count = 0`);
        this.#run(`update terms set term = '' where in_all = 0`);
        this.#run(`insert into found (found) values ('optimize')`);
        this.#noteChange();
        ({ counts: this.#counts, codes: this.#codes } = readCounts(this.db));
      })
      .immediate();
    this.db.exec('vacuum');
    this.db.pragma('wal_checkpoint(truncate)');
  }

  close(): void {
    this.db.close();
  }

  #catchUp(): boolean {
    const changes = this.#changesInFile();
    if (changes === this.#changes) return false;
    ({ counts: this.#counts, codes: this.#codes } = readCounts(this.db));
    this.#changes = changes;
    return true;
  }

  #noteChange(): void {
    this.#changes += 1;
    this.#run(`update meta set value = ? where name = 'changes'`, this.#changes);
  }

  #changesInFile(): number {
    return this.db.prepare(`select value from meta where name = 'changes'`).pluck().get() as number;
  }

  #add(article: Article): void {
    const passages = splitIntoPassages(article);
    const abbreviations = passages.map(({ text }) => abbreviationsIn(text));
    const days = article.published && daysOf(article.published);
    const { lastInsertRowid: number } = this.#run(
      'insert into articles values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[article.id, digestOf(article), passages.length, foldName(article.authors.join('\n'))],
      ...[foldName(article.publisher ?? ''), days?.first ?? null, days?.last ?? null],
      ...[article.text, languageOfArticle(article), JSON.stringify(abbreviations.flat())],
    );
    for (const [at, passage] of passages.entries()) {
      this.#addPassage(passage, Number(number), abbreviations[at] ?? []);
    }
  }

  #addPassage(passage: Passage, article: number, abbreviations: readonly Abbreviation[]): void {
    const title = this.#takeTitle(titleTextOf(passage));
    const text = this.#counts.read(passage.text);
    const language = languageOf(passage.text);
    this.#counts.countPassage({ language, text, titleWords: title.words, abbreviations }, 1);
    const { paragraph, start, end } = passage;
    const { lastInsertRowid } = this.#run(
      'insert into passages values (null, ?, ?, ?, ?, ?, ?, ?)',
      ...[article, title.number, paragraph, start, end, language, this.#codes.encode(text)],
    );
    const words = [...title.words, ...text.words].filter((word) => word > 0);
    const tokens = words.map((word) => tokenOf(word)).join(' ');
    this.#run('insert into found (rowid, words) values (?, ?)', lastInsertRowid, tokens);
  }

  #takeTitle(text: string): { readonly number: number; readonly words: Uint32Array } {
    const read = this.#counts.read(text);
    const known = this.#get<{ number: number }>(
      'update titles set passages = passages + 1 where text = ? returning number',
      text,
    );
    if (known) return { ...known, words: read.words };
    const { lastInsertRowid } = this.#run(
      'insert into titles values (null, ?, 1, ?)',
      text,
      this.#codes.encode(read),
    );
    this.#counts.countTitle(read, 1);
    return { number: Number(lastInsertRowid), words: read.words };
  }

  #remove(id: Article['id']): void {
    const row = this.#get<ArticleRow>(
      'select number, abbreviations from articles where id = ?',
      id,
    );
    if (!row) return;
    const passages = this.db
      .prepare('select number, title, language, words from passages where article = ?')
      .all(row.number) as PassageRow[];
    for (const passage of passages) this.#removePassage(passage);
    this.#counts.countAbbreviations(JSON.parse(row.abbreviations) as Abbreviation[], -1);
    this.#run('delete from passages where article = ?', row.number);
    this.#run('delete from articles where number = ?', row.number);
  }

  #removePassage({ number, title: titleNumber, language, words }: PassageRow): void {
    const text = this.#readBack(words);
    const left = this.#get<{ passages: number; words: Buffer }>(
      'update titles set passages = passages - 1 where number = ? returning passages, words',
      titleNumber,
    );
    const title = this.#readBack(left?.words ?? Buffer.alloc(0));
    if (left?.passages === 0) {
      this.#counts.countTitle(title, -1);
      this.#run('delete from titles where number = ?', titleNumber);
    }
    const counted = { language, text, titleWords: title.words, abbreviations: [] };
    this.#counts.countPassage(counted, -1);
    this.#run('delete from found where rowid = ?', number);
  }

  #readBack(words: Buffer): ReadText {
    const formNumbers = this.#codes.formNumbersOf(words);
    return { forms: [], formNumbers, words: this.#counts.termsOf(formNumbers) };
  }

  #run(statement: string, ...values: unknown[]) {
    return this.#prepared(statement).run(...values);
  }

  #get<Row>(statement: string, ...values: unknown[]): Row | undefined {
    return this.#prepared(statement).get(...values) as Row | undefined;
  }

  #prepared(statement: string): Database.Statement {
    const known = this.#statements.get(statement) ?? this.db.prepare(statement);
    this.#statements.set(statement, known);
    return known;
  }

  readonly #statements = new Map<string, Database.Statement>();
}

/** How the full-text table writes a word: its term + 1 in base 36. */
export function tokenOf(word: number): string {
  return word.toString(36);
}
