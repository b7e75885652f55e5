import type { Article } from '../library/article.ts';
import type { Passage } from '../library/passage.ts';
import { runAtOnce } from '../library/pause.ts';
import type { Thesaurus } from '../library/thesaurus.ts';
import { type Asked, readAsked } from './asked.ts';
import type { Background } from './background.ts';
import { CandidateFinder } from './candidates.ts';
import { type Look, lookAt } from './close-look.ts';
import { coherence } from './coherence.ts';
import { type Concept, ConceptReader } from './concept.ts';
import { admits, hasConditions } from './conditions.ts';
import { weighEvidence } from './evidence.ts';
import { type Places, placesIn } from './matches.ts';
import { buildPassageIndex, type PassageIndex } from './passage-index.ts';
import type { Query } from './query.ts';
import type { Findings, Hit, Search } from './search.ts';
import { type RankingSettings, usualSettings } from './settings.ts';
import { readSought, type SoughtKind } from './sought.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a search is built from. */
export interface SearchParts {
  readonly articles: Iterable<Article>;
  readonly thesaurus: Thesaurus;
  readonly background: Background;
  readonly settings?: RankingSettings;
}

/** What a word of an earlier question is worth beside the words of this one. */
const borrowedWeight = 0.7;

/** A passage further down that says more of the question has the words, not the answer. */
const mostWeighed = 5;

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  const articles = [...parts.articles];
  return searchIn(runAtOnce(buildPassageIndex(articles)), { ...parts, articles });
}

/** A search in an index that was built, or saved, from the same articles. */
export function searchIn(index: PassageIndex, parts: SearchParts): Search {
  return new IndexSearch(index, parts);
}

class IndexSearch implements Search {
  readonly #articles: readonly Article[];
  readonly #index: PassageIndex;
  readonly #vocabulary: Vocabulary;
  readonly #candidates: CandidateFinder;
  readonly #reader: ConceptReader;
  readonly #settings: RankingSettings;

  constructor(index: PassageIndex, parts: SearchParts) {
    const { articles, background, settings = usualSettings } = parts;
    this.#articles = [...articles];
    this.#index = index;
    this.#settings = settings;
    this.#vocabulary = new Vocabulary(index, background, settings);
    this.#candidates = new CandidateFinder(index, settings);
    const abbreviations = index.abbreviations.map((line) => line.split('\t'));
    this.#reader = new ConceptReader(this.#vocabulary, { ...parts, abbreviations });
  }

  async find(query: Query, limit: number): Promise<Findings> {
    const own = this.#reader.read(query.text);
    const concepts = [...own, ...this.#reader.read(query.borrowed ?? '').map(lighter)];
    const { kind } = readSought(query.text);
    const asked = readAsked(concepts, kind, this.#vocabulary);
    const ranked = this.#rank(asked, query, limit);
    return {
      hits: this.#bestOfParagraphs(ranked, limit).map((hit) => withPlaces(hit, concepts, kind)),
      evidence: this.#evidence(ranked.slice(0, mostWeighed), asked),
      missing: own
        .filter(({ alternatives }) => alternatives.length === 0)
        .map(({ typed }) => typed),
      readings: own.flatMap(({ typed, readAs }) => (readAs ? [{ typed, readAs }] : [])),
    };
  }

  #evidence(best: readonly Ranked[], asked: Asked): number {
    if (best.length === 0) return 0;
    const likeness = coherence(
      this.#index,
      best.map(({ passage }) => passage),
    );
    return weighEvidence(Math.max(...best.map(({ aboutness }) => aboutness)), asked, likeness);
  }

  #rank(asked: Asked, query: Query, limit: number): Ranked[] {
    const conditional = hasConditions(query);
    const looks = Math.max(this.#settings.looks, Math.ceil(limit * 1.5));
    const candidates = this.#candidates.find(
      asked,
      looks,
      (passage) => !conditional || admits(query, this.#passageAt(passage)),
    );
    const ranked = candidates.map((candidate) => ({
      passage: candidate.passage,
      ...lookAt(this.#index, candidate, asked, this.#settings),
    }));
    // A candidate may hold a word of a name without naming anything.
    return ranked.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  }

  #bestOfParagraphs(ranked: readonly Ranked[], limit: number): Omit<Hit, keyof Places>[] {
    const seen = new Set<string>();
    const best: Omit<Hit, keyof Places>[] = [];
    for (const { passage: number, ...rest } of ranked) {
      if (best.length === limit) break;
      const passage = this.#passageAt(number);
      const key = `${passage.article.id}:${passage.paragraph}`;
      if (!seen.has(key)) best.push({ passage, ...rest });
      seen.add(key);
    }
    return best;
  }

  #passageAt(number: number): Passage {
    const { articleOf, paragraphOf, starts, ends } = this.#index;
    const article = this.#articles[articleOf[number] ?? -1];
    const paragraph = article?.paragraphs[(paragraphOf[number] ?? 0) - 1];
    if (!article || !paragraph) throw new Error(`The index is not of this library (${number})`);
    const [start = 0, end = 0] = [starts[number], ends[number]];
    return {
      id: `${article.id}:${paragraph.number}${end - start < paragraph.text.length ? `.${start}` : ''}`,
      article,
      paragraph: paragraph.number,
      ...(paragraph.heading && { heading: paragraph.heading }),
      start,
      end,
      text: paragraph.text.slice(start, end),
    };
  }
}

interface Ranked extends Look {
  readonly passage: number;
}

/** Words of an earlier question count less, for the score and for what a passage covers. */
function lighter(concept: Concept): Concept {
  return {
    ...concept,
    bits: concept.bits * borrowedWeight,
    weight: concept.weight * borrowedWeight,
  };
}

/** Where the words stand is looked up only for hits that are shown. */
function withPlaces(
  hit: Omit<Hit, keyof Places>,
  concepts: readonly Concept[],
  kind: SoughtKind | undefined,
): Hit {
  let places: Places | undefined;
  const lookUp = () => {
    places ??= placesIn(hit.passage, concepts, kind);
    return places;
  };
  return {
    ...hit,
    get matches() {
      return lookUp().matches;
    },
    get sought() {
      return lookUp().sought;
    },
  };
}
