import { readSought } from '../../language/asking.ts';
import { withoutRequests } from '../../language/english/questions.ts';
import { type LanguageCode, languageCodes, languageOf } from '../../language/languages.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import type { Candidate, Engine, Location } from '../engine.ts';
import { type Asked, readAsked } from '../query/asked.ts';
import type { Background } from '../query/background.ts';
import type { Concept } from '../query/concept.ts';
import { ConceptReader } from '../query/concept-reader.ts';
import { Conditions } from '../query/conditions.ts';
import type { ThesaurusNames } from '../query/names.ts';
import type { Query } from '../query/query.ts';
import { Vocabulary } from '../query/vocabulary.ts';
import { type RankingSettings, usualSettings } from '../settings.ts';
import { coherence, type Look, lookAt, weighEvidence } from './close-look.ts';
import type { LocatedFindings } from './matches.ts';

/** What questions are read by, whatever engine answers them. */
export interface FinderParts {
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
  readonly passage: Candidate;
}

/** Finds the passages that answer a question, among those that an engine proposes. */
export class PassageFinder {
  readonly #engine: Engine;
  readonly #vocabulary: Vocabulary;
  readonly #reader: ConceptReader;
  readonly #settings: RankingSettings;

  constructor(engine: Engine, parts: FinderParts) {
    const { background, settings = usualSettings } = parts;
    this.#engine = engine;
    this.#settings = settings;
    const { statistics } = engine;
    this.#vocabulary = new Vocabulary(statistics, background, settings);
    const abbreviations = statistics.abbreviations.map((line) => line.split('\t'));
    this.#reader = new ConceptReader(this.#vocabulary, { ...parts, abbreviations });
  }

  /** The `limit` best passages that meet the query's conditions, at most one a paragraph. */
  async find(query: Query, limit: number): Promise<LocatedFindings> {
    const concepts = this.#conceptsOf(query);
    const { kind } = readSought(withoutRequests(query.text));
    const asked = readAsked(concepts, kind, this.#vocabulary);
    const ranked = await this.#rank(asked, query, limit);
    // Who looks a word up asks where it stands, however seldom a large library has it.
    const weirdness = isLookup(query, concepts) ? Math.max(0, asked.weirdness) : asked.weirdness;
    return {
      hits: this.#bestOfParagraphs(ranked, limit),
      evidence: this.#evidence(
        ranked.slice(0, mostWeighed),
        { ...asked, weirdness },
        languageOf(query.text),
      ),
      concepts,
      languages: languageCodes.filter((code) => this.#engine.statistics.sizes[code] > 0),
      kind,
    };
  }

  #conceptsOf({ text, borrowed = '', filters, translations }: Query): Concept[] {
    const wanted = filters.find(({ name }) => name === 'lang')?.value;
    const into = languageCodes.find((code) => code === wanted && code !== languageOf(text));
    const own = this.#reader.read(text, { into, translations: translations?.text ?? [] });
    const earlier = this.#reader.read(borrowed, {
      into,
      translations: translations?.borrowed ?? [],
    });
    return [...own, ...earlier.map(lighter)];
  }

  #evidence(best: readonly Ranked[], asked: Asked, language: LanguageCode): number {
    if (best.length === 0) return 0;
    const texts = best.map(({ passage }) => passage.words);
    const likeness = coherence(texts, this.#engine.statistics);
    const aboutness = Math.max(...best.map((each) => each.aboutness));
    return weighEvidence(aboutness, asked, likeness, language);
  }

  async #rank(asked: Asked, query: Query, limit: number): Promise<Ranked[]> {
    const conditions = new Conditions(query, this.#vocabulary);
    const candidates = await this.#engine.candidates({
      words: asked.words,
      limit: Math.max(this.#settings.looks, Math.ceil(limit * 1.5)),
      required: conditions.areNone ? undefined : conditions,
    });
    const ranked = candidates.map((candidate) => ({
      passage: candidate,
      ...lookAt(candidate, asked, this.#settings),
    }));
    // A candidate may hold a word of a name without naming anything.
    return ranked
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || compare(a.passage, b.passage));
  }

  #bestOfParagraphs(ranked: readonly Ranked[], limit: number): (Location & Look)[] {
    const best = new Map<string, Location & Look>();
    for (const { passage, ...look } of ranked) {
      if (best.size === limit) break;
      const { article, paragraph, start, end } = passage;
      const location = { article, paragraph, start, end };
      const key = `${location.article}:${location.paragraph}`;
      if (!best.has(key)) best.set(key, { ...location, ...look });
    }
    return [...best.values()];
  }
}

/** Whether a question is one word or name and nothing else: "boats", "38254". */
function isLookup({ text, borrowed }: Query, [concept, ...others]: readonly Concept[]): boolean {
  if (!concept || others.length > 0 || borrowed) return false;
  const around = text.slice(0, concept.start) + text.slice(concept.end);
  return !/[\p{L}\p{N}]/u.test(around);
}

/** Passages of one score stand by article and paragraph, whatever order an engine has them in. */
function compare(a: Location, b: Location): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.paragraph - b.paragraph || a.start - b.start;
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
