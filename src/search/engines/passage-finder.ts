import { readSought } from '../../language/asking.ts';
import { withoutRequests } from '../../language/english/questions.ts';
import { type LanguageCode, languageCodes, languageOf } from '../../language/languages.ts';
import type { Article } from '../../library/article.ts';
import { runAtOnce } from '../../library/pause.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import { type Asked, readAsked } from '../query/asked.ts';
import type { Concept } from '../query/concept.ts';
import { ConceptReader } from '../query/concept-reader.ts';
import { Conditions } from '../query/conditions.ts';
import type { ThesaurusNames } from '../query/names.ts';
import type { Query } from '../query/query.ts';
import { type RankingSettings, usualSettings } from '../rank/bm25.ts';
import { coherence, type Look, lookAt, weighEvidence } from '../rank/close-look.ts';
import { type LocatedFindings, type Location, passageAt, toFindings } from '../rank/matches.ts';
import type { Search } from '../search.ts';
import type { Background } from './background.ts';
import { CandidateFinder } from './candidates.ts';
import { buildPassageIndex } from './index-writer.ts';
import { type PassageIndex, wordsIn } from './passage-index.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a search is built from. */
export interface SearchParts {
  readonly articles: readonly Article[];
  readonly thesaurus: Thesaurus;
  /** The names of the thesaurus, where they were read before. */
  readonly names?: ThesaurusNames;
  readonly background: Background;
  readonly settings?: RankingSettings;
}

/** What a word of an earlier question is worth beside the words of this one. */
const borrowedWeight = 0.7;

/** A passage further down that says more of the question has the words, not the answer. */
const mostWeighed = 5;

interface Ranked extends Look {
  readonly passage: number;
}

/** Finds the passages of an index that was built, or saved, from the same articles. */
export class PassageFinder {
  readonly #articles: readonly Article[];
  readonly #index: PassageIndex;
  readonly #vocabulary: Vocabulary;
  readonly #candidates: CandidateFinder;
  readonly #reader: ConceptReader;
  readonly #settings: RankingSettings;

  constructor(index: PassageIndex, parts: SearchParts) {
    const { articles, background, settings = usualSettings } = parts;
    this.#articles = articles;
    this.#index = index;
    this.#settings = settings;
    this.#vocabulary = new Vocabulary(index, background, settings);
    this.#candidates = new CandidateFinder(index, settings);
    const abbreviations = index.abbreviations.map((line) => line.split('\t'));
    this.#reader = new ConceptReader(this.#vocabulary, { ...parts, abbreviations });
  }

  /** The `limit` best passages that meet the query's conditions, at most one a paragraph. */
  find(query: Query, limit: number): LocatedFindings {
    const own = this.#reader.read(query.text);
    const concepts = [...own, ...this.#reader.read(query.borrowed ?? '').map(lighter)];
    const { kind } = readSought(withoutRequests(query.text));
    const asked = readAsked(concepts, kind, this.#vocabulary);
    const ranked = this.#rank(asked, query, limit);
    return {
      hits: this.#bestOfParagraphs(ranked, limit),
      evidence: this.#evidence(ranked.slice(0, mostWeighed), asked, languageOf(query.text)),
      concepts,
      languages: languageCodes.filter((code) => this.#index.sizes[code] > 0),
      kind,
    };
  }

  #evidence(best: readonly Ranked[], asked: Asked, language: LanguageCode): number {
    if (best.length === 0) return 0;
    const likeness = coherence(
      this.#index,
      best.map(({ passage }) => passage),
    );
    const aboutness = Math.max(...best.map((each) => each.aboutness));
    return weighEvidence(aboutness, asked, likeness, language);
  }

  #rank(asked: Asked, query: Query, limit: number): Ranked[] {
    const conditions = new Conditions(query, this.#vocabulary);
    const looks = Math.max(this.#settings.looks, Math.ceil(limit * 1.5));
    const candidates = this.#candidates.find(
      asked,
      looks,
      (passage) => conditions.areNone || this.#isAdmitted(passage, conditions),
    );
    const ranked = candidates.map((candidate) => ({
      passage: candidate.passage,
      ...lookAt(this.#index, candidate, asked, this.#settings),
    }));
    // A candidate may hold a word of a name without naming anything.
    return ranked
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || this.#compare(a.passage, b.passage));
  }

  /** Passages of one score stand by article and paragraph, whatever order an engine has them in. */
  #compare(one: number, other: number): number {
    const [a, b] = [this.#locationOf(one), this.#locationOf(other)];
    const [first = '', second = ''] = [a, b].map(({ article }) => this.#articles[article]?.id);
    if (first !== second) return first < second ? -1 : 1;
    return a.paragraph - b.paragraph || a.start - b.start;
  }

  #bestOfParagraphs(ranked: readonly Ranked[], limit: number): (Location & Look)[] {
    const best = new Map<string, Location & Look>();
    for (const { passage, ...look } of ranked) {
      if (best.size === limit) break;
      const location = this.#locationOf(passage);
      const key = `${location.article}:${location.paragraph}`;
      if (!best.has(key)) best.set(key, { ...location, ...look });
    }
    return [...best.values()];
  }

  #isAdmitted(passage: number, conditions: Conditions): boolean {
    const found = passageAt(this.#locationOf(passage), this.#articles);
    return conditions.admit(found, wordsIn(this.#index, passage));
  }

  #locationOf(passage: number): Location {
    const { articleOf, paragraphOf, starts, ends } = this.#index;
    return {
      article: articleOf[passage] ?? -1,
      paragraph: paragraphOf[passage] ?? 0,
      start: starts[passage] ?? 0,
      end: ends[passage] ?? 0,
    };
  }
}

/** Words of an earlier question count less, for the score and for what a passage covers. */
function lighter(concept: Concept): Concept {
  return {
    ...concept,
    isBorrowed: true,
    bits: concept.bits * borrowedWeight,
    weight: concept.weight * borrowedWeight,
  };
}

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  return searchIn(runAtOnce(buildPassageIndex(parts.articles)), parts);
}

/** A search in an index that was built, or saved, from the same articles. */
export function searchIn(index: PassageIndex, parts: SearchParts): Search {
  const finder = new PassageFinder(index, parts);
  return {
    find: async (query, limit) => toFindings(finder.find(query, limit), parts.articles),
  };
}
