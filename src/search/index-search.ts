import MiniSearch from 'minisearch';
import type { Article } from '../library/article.ts';
import { type Passage, splitIntoPassages } from '../library/passage.ts';
import type { Thesaurus } from '../library/thesaurus.ts';
import type { Background } from './background.ts';
import { bestWindow } from './best-window.ts';
import { bm25, bm25Parameters } from './bm25.ts';
import { type Alternative, type Concept, ConceptReader } from './concept.ts';
import { type Pair, proximity } from './proximity.ts';
import { meets, type Query } from './query.ts';
import type { Findings, Hit, Match, Search } from './search.ts';
import { Top } from './top.ts';
import { Vocabulary } from './vocabulary.ts';
import { termOf, type Word, wordsOf } from './words.ts';

/** What a search is built from. */
export interface SearchParts {
  readonly articles: Iterable<Article>;
  readonly thesaurus: Thesaurus;
  readonly background: Background;
}

/** How many of the best passages are looked at closely. */
const rerank = 50;

/** How much of a word's information a title or heading gives that does not recur in the text. */
const titleShare = 0.5;

/** What the best window counts beside the whole passage. */
const windowWeight = 0.3;

/** What a word of an earlier question is worth beside the words of this one. */
const borrowedWeight = 0.5;

/** Builds a search over the passages of the articles, held in memory. */
export function createSearch(parts: SearchParts): Search {
  return new IndexSearch(parts);
}

class IndexSearch implements Search {
  readonly #passages: readonly Passage[];
  readonly #vocabulary: Vocabulary;
  readonly #averageLength: number;
  readonly #reader: ConceptReader;
  readonly #index = new MiniSearch<{ id: number; all: string }>({
    fields: ['all'],
    tokenize: (text) => wordsOf(text).map(({ form }) => form),
    processTerm: (form) => termOf(form) ?? null,
    searchOptions: {
      tokenize: (terms) => terms.split(' '),
      processTerm: (term) => term,
      bm25: bm25Parameters,
    },
  });

  constructor({ articles, thesaurus, background }: SearchParts) {
    this.#passages = [...articles].flatMap(splitIntoPassages);
    this.#vocabulary = new Vocabulary(background);
    let length = 0;
    for (const passage of this.#passages) {
      const words = wordsOf(passage.text);
      this.#vocabulary.add(words, wordsOf(titles(passage)));
      length += words.length;
    }
    this.#averageLength = length / Math.max(1, this.#passages.length);
    this.#index.addAll(this.#passages.map((passage, id) => ({ id, all: indexed(passage) })));
    this.#reader = new ConceptReader(this.#vocabulary, background, thesaurus);
  }

  async find(query: Query, limit: number): Promise<Findings> {
    const own = this.#reader.read(query.text);
    const concepts = [...own, ...this.#reader.read(query.borrowed ?? '').map(lighter)];
    return {
      hits: bestOfParagraphs(this.#closeLook(this.#candidates(concepts, query), concepts), limit),
      missing: own
        .filter(({ alternatives }) => alternatives.length === 0)
        .map(({ typed }) => typed),
      readings: own.flatMap(({ typed, readAs }) => (readAs ? [{ typed, readAs }] : [])),
    };
  }

  #candidates(concepts: readonly Concept[], query: Query): Top<Passage> {
    const top = new Top<Passage>(2 * rerank);
    const weights = weightsOf(concepts);
    if (weights.size === 0) return top;
    this.#index.search([...weights.keys()].join(' '), {
      boostTerm: (term) => weights.get(term) ?? 0,
      filter: ({ id, score, queryTerms }) => {
        const passage = this.#passages[id];
        // MiniSearch multiplies BM25 by the number of terms that match, which rewards common words.
        if (passage && admits(query, passage)) top.offer(score / queryTerms.length, passage);
        // Nothing is kept, so MiniSearch neither builds nor sorts an array of results.
        return false;
      },
    });
    return top;
  }

  #closeLook(candidates: Top<Passage>, concepts: readonly Concept[]): Hit[] {
    const pairs = this.#pairsOf(concepts);
    const idf = (term: string) => this.#vocabulary.idf(term);
    const hits = candidates.entries.slice(0, rerank).map(({ item }) => {
      const words = wordsOf(item.text);
      const around = wordsOf(titles(item));
      return {
        passage: item,
        score:
          bm25(words, around, concepts, this.#averageLength, idf) +
          proximity(words, pairs) +
          windowWeight * bestWindow(words, concepts, idf),
        coverage: coverageOf(words, around, concepts),
        matches: matchesOf(item, words, concepts),
      };
    });
    return hits.sort((a, b) => b.score - a.score);
  }

  #pairsOf(concepts: readonly Concept[]): Pair[] {
    const terms = concepts.map(({ alternatives: [best] }) => best?.terms ?? []);
    return terms.flatMap(([first], index) => {
      const second = terms[index + 1]?.[0];
      if (!first || !second) return [];
      const idf = Math.min(this.#vocabulary.idf(first), this.#vocabulary.idf(second));
      return [{ first, second, idf }];
    });
  }
}

/** One field for title, heading and text: a field of its own would give titles a weight of their own. */
function indexed(passage: Passage): string {
  return `${titles(passage)}\n${passage.text}`;
}

function titles({ article, heading = '' }: Passage): string {
  return `${article.title}\n${heading}`;
}

/** Words of an earlier question count less, for the score and for what a passage covers. */
function lighter({ alternatives, bits, ...concept }: Concept): Concept {
  const lighten = ({ terms, weight }: Alternative) => ({ terms, weight: weight * borrowedWeight });
  return { ...concept, bits: bits * borrowedWeight, alternatives: alternatives.map(lighten) };
}

function weightsOf(concepts: readonly Concept[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { terms, weight } of concepts.flatMap(({ alternatives }) => alternatives)) {
    for (const term of terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight / terms.length));
    }
  }
  return weights;
}

function admits({ filters, phrases, excluded }: Query, { article, text }: Passage): boolean {
  if (!meets(article, filters)) return false;
  if (phrases.length === 0 && excluded.length === 0) return true;
  const words = wordsOf(text);
  return (
    phrases.every((phrase) => holds(words, phrase, ({ form }) => form)) &&
    !excluded.some((phrase) => holds(words, phrase, ({ term, form }) => term ?? form))
  );
}

function holds(words: readonly Word[], phrase: string, key: (word: Word) => string): boolean {
  const wanted = wordsOf(phrase).map(key);
  return words.some((_, at) =>
    wanted.every((part, i) => words[at + i] && key(words[at + i] as Word) === part),
  );
}

function coverageOf(
  words: readonly Word[],
  titles: readonly Word[],
  concepts: readonly Concept[],
): number {
  const here = new Set(words.map(({ term }) => term));
  const above = new Set(titles.map(({ term }) => term));
  let covered = 0;
  let all = 0;
  for (const { alternatives, bits } of concepts) {
    const held = (terms: ReadonlySet<string | undefined>) =>
      alternatives.some((alternative) => alternative.terms.every((term) => terms.has(term)));
    all += bits;
    if (held(here)) covered += bits;
    else if (held(above)) covered += bits * titleShare;
  }
  return all === 0 ? 0 : covered / all;
}

function matchesOf(
  passage: Passage,
  words: readonly Word[],
  concepts: readonly Concept[],
): Match[] {
  const bits = new Map<string, number>();
  for (const concept of concepts) {
    for (const { terms, weight } of concept.alternatives) {
      for (const term of terms)
        bits.set(term, Math.max(bits.get(term) ?? 0, concept.bits * weight));
    }
  }
  return words.flatMap(({ start, end, term }) => {
    const says = term === undefined ? undefined : bits.get(term);
    if (term === undefined || says === undefined) return [];
    return [{ start: passage.start + start, end: passage.start + end, term, bits: says }];
  });
}

function bestOfParagraphs(hits: readonly Hit[], limit: number): Hit[] {
  const seen = new Set<string>();
  const best = hits.filter(({ passage: { article, paragraph } }) => {
    const key = `${article.id}:${paragraph}`;
    return !seen.has(key) && seen.add(key);
  });
  return best.slice(0, limit);
}
