import type { NameGroup, Thesaurus } from '../library/thesaurus.ts';
import type { Background } from './background.ts';
import { type RankingSettings, usualSettings } from './settings.ts';
import { readSought } from './sought.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** One thing that a question asks about, and how the library may say it. */
export interface Concept {
  /** As the asker wrote it. */
  readonly typed: string;
  /** Each stands for it by itself; none for a word that occurs nowhere in the library. */
  readonly alternatives: readonly Alternative[];
  /** How much it says, in bits of general English. */
  readonly bits: number;
  /** Bits, weighed by how rare it is in the library: what it says about what is wanted. */
  readonly information: number;
  /** How much more the library speaks of it than general English does, in bits. */
  readonly weirdness: number;
  /** 1, or less for a word of an earlier question, or more for a word said more than once. */
  readonly weight: number;
  /** What a word that the library does not hold was read as. */
  readonly readAs?: string;
}

/** Terms that a passage has to hold, all of them, and how much of their score counts. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** What is known about words beyond the library. */
export interface ConceptParts {
  readonly thesaurus: Thesaurus;
  readonly background: Background;
  readonly settings?: RankingSettings;
}

/** Turns the words of a question into concepts that the library can be searched for. */
export class ConceptReader {
  readonly #vocabulary: Vocabulary;
  readonly #background: Background;
  readonly #synonyms: readonly Group[];
  readonly #actors: readonly Group[];
  readonly #settings: RankingSettings;

  constructor(vocabulary: Vocabulary, parts: ConceptParts) {
    const { thesaurus, background, settings = usualSettings } = parts;
    this.#vocabulary = vocabulary;
    this.#background = background;
    this.#settings = settings;
    this.#synonyms = thesaurus.synonyms.map(readGroup);
    this.#actors = thesaurus.actors.map(readGroup);
  }

  /** The concepts of a text, in order, each once. */
  read(text: string): Concept[] {
    const words = contentWordsOf(text);
    const concepts = new Map<string, Concept>();
    const times = new Map<string, number>();
    for (let at = 0; at < words.length; ) {
      const match = this.#synonymAt(words, at) ?? this.#actorAt(words, at);
      const taken = words.slice(at, at + (match?.length ?? 1));
      const reading = match?.reading ?? this.#plain(taken);
      const key = keyOf(reading, taken);
      times.set(key, (times.get(key) ?? 0) + 1);
      concepts.set(key, this.#weigh(reading, taken, text, times.get(key) ?? 1));
      at += taken.length;
    }
    return [...concepts.values()];
  }

  #weigh(reading: Reading, words: readonly ContentWord[], text: string, weight: number): Concept {
    const typed = text.slice(words[0]?.start, words.at(-1)?.end);
    const unheldName =
      reading.alternatives.length === 0 && words.some((word) => isName(word, text));
    const own = Math.max(...words.map(({ term }) => this.#background.bitsOf(term)));
    const bits = own * (unheldName ? this.#settings.unheldNameWorth : 1);
    const names = reading.alternatives.map(({ terms }) => terms);
    const read = names.length > 0 ? names : words.map(({ term }) => [term]);
    const rarity = Math.min(
      ...read.map((terms) => Math.max(...terms.map((term) => this.#vocabulary.idf(term)))),
    );
    const weirdness = Math.max(
      ...read.map((terms) => Math.min(...terms.map((term) => this.#vocabulary.weirdness(term)))),
    );
    return { ...reading, typed, weight, bits, information: bits * rarity, weirdness };
  }

  #plain(words: readonly ContentWord[]): Reading {
    const [word] = words;
    if (!word || this.#vocabulary.has(word.term)) {
      return { alternatives: [{ terms: words.map(({ term }) => term), weight: 1 }] };
    }
    const nearest = this.#vocabulary.nearest(word.form);
    if (!nearest) return { alternatives: [] };
    return {
      alternatives: [{ terms: [nearest.term], weight: this.#settings.correctedWeight }],
      readAs: nearest.form,
    };
  }

  /** A synonym counts only where the library does not hold the asker's own word. */
  #synonymAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = longestMatch(this.#synonyms, words, at);
    if (!match || this.#holds(match.name)) return undefined;
    const held = match.group.filter((name) => this.#holds(name));
    if (held.length === 0) return undefined;
    const alternatives = held.map(({ terms }) => ({ terms, weight: this.#settings.synonymWeight }));
    const readAs = held.map(({ name }) => name).join(', ');
    return { length: match.name.terms.length, reading: { alternatives, readAs } };
  }

  #actorAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = longestMatch(this.#actors, words, at);
    if (!match || !this.#holds(match.name)) return undefined;
    const alternatives = match.group
      .filter((name) => this.#holds(name))
      .map((name) => ({
        terms: name.terms,
        weight: name === match.name ? 1 : this.#settings.actorWeight,
      }));
    return { length: match.name.terms.length, reading: { alternatives } };
  }

  #holds({ terms }: Pick<Name, 'terms'>): boolean {
    return terms.every((term) => this.#vocabulary.has(term));
  }
}

/** Whether a word is written as a name: a capital letter within a text that is not all capitals. */
function isName({ start, end }: Word, text: string): boolean {
  const before = text.slice(0, start);
  const isFirst = !/\p{L}/u.test(before) || /[.?!:]\s+["“]?$/u.test(before);
  return !isFirst && /^\p{Lu}/u.test(text.slice(start, end)) && /\p{Ll}/u.test(text);
}

interface Name {
  readonly name: string;
  readonly terms: readonly string[];
}

type Group = readonly Name[];

interface Match {
  /** How many content words of the question it takes up. */
  readonly length: number;
  readonly reading: Reading;
}

type Reading = Pick<Concept, 'alternatives' | 'readAs'>;

type ContentWord = Word & { readonly term: string };

/** The words that are looked for; those that only ask ("how long") when there are no others. */
function contentWordsOf(text: string): ContentWord[] {
  const words = wordsOf(text).filter(isContentWord);
  const { start, end } = readSought(text).asking ?? { start: 0, end: 0 };
  const others = words.filter((word) => word.start < start || word.end > end);
  return others.length > 0 ? others : words;
}

function isContentWord(word: Word): word is ContentWord {
  return word.term !== undefined;
}

function readGroup(group: NameGroup): Group {
  return group.map(readName).filter(({ terms }) => terms.length > 0);
}

function readName(name: string): Name {
  const words = wordsOf(name).filter(isContentWord);
  return { name, terms: words.map(({ term }) => term) };
}

function longestMatch(
  groups: readonly Group[],
  words: readonly ContentWord[],
  at: number,
): { readonly group: Group; readonly name: Name } | undefined {
  const matches = groups.flatMap((group) =>
    group
      .filter(({ terms }) => terms.every((term, i) => words[at + i]?.term === term))
      .map((name) => ({ group, name })),
  );
  return matches.sort((a, b) => b.name.terms.length - a.name.terms.length)[0];
}

function keyOf({ alternatives: [best] }: Reading, words: readonly ContentWord[]): string {
  return (best?.terms ?? words.map(({ term }) => term)).join(' ');
}
