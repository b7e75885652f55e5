import type { LanguageCode } from '../../../language/languages.ts';
import { wordsOf } from '../../../language/words.ts';
import { daysOf, type PartialDate } from '../../../library/partial-date.ts';
import type { Candidate, Engine, Required, Statistics, Wanted } from '../../engine.ts';
import { type Filter, type FilterName, foldName } from '../../query/query.ts';
import { damperOf } from '../../rank/bm25.ts';
import type { ArticlesById } from '../../rank/matches.ts';
import { titleWorthOf } from '../../rank/title-worth.ts';
import type { RankingSettings } from '../../settings.ts';
import { tokenOf } from './index-definition.ts';
import type { SearchServer } from './search-server.ts';

/** What of a passage is read for a close look. */
interface Source {
  readonly article: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly siblings: number;
  readonly language: LanguageCode;
  readonly words: string;
  readonly titles: string;
}

const fields = ['article', 'paragraph', 'start', 'end', 'siblings', 'language', 'words', 'titles'];

/** Past so many passages that an exclusion forbids nothing more is looked for: OpenSearch gives no more. */
const maxPast = 10_000;

/** What an engine of OpenSearch proposes passages from. */
export interface OpenSearchEngineParts {
  readonly server: SearchServer;
  /** Not an alias, which may come to lead to another library's state. */
  readonly index: string;
  readonly statistics: Statistics;
  readonly articles: ArticlesById;
  readonly settings: RankingSettings;
}

/** Proposes passages from an index of OpenSearch: one request a question. */
export class OpenSearchEngine implements Engine {
  readonly statistics: Statistics;
  readonly #parts: OpenSearchEngineParts;

  constructor(parts: OpenSearchEngineParts) {
    this.statistics = parts.statistics;
    this.#parts = parts;
  }

  async candidates({ words, limit, required }: Wanted): Promise<readonly Candidate[]> {
    const should = [...words.entries()].flatMap(([code, word]) => this.#clause(code, word));
    if (should.length === 0 || required?.runs.some((run) => run.includes(-1))) return [];
    const bool = {
      should,
      minimum_should_match: 1,
      filter: [{ term: { kind: 'passage' } }, ...(required ? this.#needed(required) : [])],
    };
    const admitted: Candidate[] = [];
    for (let from = 0; from + limit <= maxPast; from += limit) {
      const found = await this.#page({ bool }, from, limit);
      admitted.push(...found.filter((each) => !required || this.#admits(each, required)));
      if (admitted.length >= limit || found.length < limit) break;
    }
    return admitted.slice(0, limit);
  }

  async #page(query: object, from: number, size: number): Promise<Candidate[]> {
    const { server, index } = this.#parts;
    const body = { query, from, size, _source: fields, track_total_hits: false };
    const { hits } = await server.search<Source>(index, body);
    return hits.hits.map(({ _source }) => this.#candidateOf(_source));
  }

  /** The boost turns Lucene's idf into what the word is worth to us. */
  #clause(code: number, { term, idf, weight }: { term: string; idf: number; weight: number }) {
    const { holders, size } = this.statistics;
    const held = holders[code - 1] ?? 0;
    if (held === 0 || idf * weight <= 0) return [];
    const boost = (idf * weight) / Math.log1p((size - held + 0.5) / (held + 0.5));
    return [{ term: { both: { value: tokenOf(term), boost } } }];
  }

  #needed({ filters, runs }: Required): object[] {
    const phrases = runs.flatMap((run) => {
      const text = run.map((code) => this.#tokenAt(code)).join(' ');
      return run.some((code) => code > 0) ? [{ match_phrase: { words: text } }] : [];
    });
    return [...filters.map(clauseOf), ...phrases];
  }

  #tokenAt(code: number): string {
    return tokenOf(this.statistics.lexicon.terms[code - 1]);
  }

  #admits({ words, ...at }: Candidate, required: Required): boolean {
    const article = this.#parts.articles.get(at.article);
    const { text = '' } = article?.paragraphs[at.paragraph - 1] ?? {};
    return required.admits(words, () => wordsOf(text.slice(at.start, at.end)));
  }

  #candidateOf({ words: text, titles, siblings, language, ...location }: Source): Candidate {
    const words = this.#numbersOf(text);
    const { lengths, sizes } = this.statistics;
    const average = lengths[language] / Math.max(1, sizes[language]);
    return {
      ...location,
      words,
      titleWords: this.#numbersOf(titles),
      damper: damperOf(words.length, average, this.#parts.settings),
      titleWorth: titleWorthOf(siblings, this.#parts.settings),
    };
  }

  /** Words that came in since the statistics were read are like stop words. */
  #numbersOf(text: string): Uint32Array {
    if (text === '') return new Uint32Array();
    const { lexicon } = this.statistics;
    return Uint32Array.from(text.split(' '), (token) =>
      token === '_' ? 0 : (lexicon.numberOf(token) ?? -1) + 1,
    );
  }
}

/** A filter as `meets` reads it. */
function clauseOf({ name, value }: Filter): object {
  return clauseFor[name](value);
}

const clauseFor: Readonly<Record<FilterName, (value: string) => object>> = {
  author: (value) => containing('authors', value),
  publisher: (value) => containing('publisher', value),
  text: (value) => ({ term: { text: value } }),
  lang: (value) => ({ term: { articleLanguage: value } }),
  published: (value) => {
    const { first, last } = daysOf(value as PartialDate);
    const within = [{ range: { first: { gte: first } } }, { range: { last: { lte: last } } }];
    return { bool: { filter: within } };
  },
  before: (value) => ({ range: { last: { lt: daysOf(value as PartialDate).first } } }),
  after: (value) => ({ range: { first: { gt: daysOf(value as PartialDate).last } } }),
};

function containing(field: string, value: string): object {
  const literal = foldName(value).replace(/[\\*?]/g, '\\$&');
  return { wildcard: { [field]: { value: `*${literal}*` } } };
}
