import type { NameGroup, Thesaurus } from '../library/thesaurus.ts';
import type { Background } from './background.ts';
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
  /** What a word that the library does not hold was read as. */
  readonly readAs?: string;
}

/** Terms that a passage has to hold, all of them, and how much of their score counts. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** What a misspelt word's best candidate, or another word for the same thing, is worth. */
const correctedWeight = 0.8;
const synonymWeight = 0.8;

/** What another name of the same actor is worth beside the one that was asked for. */
const actorWeight = 0.7;

/** A name that the library never mentions is likely what the question is about. */
const nameWorth = 2;

/** Turns the words of a question into concepts that the library can be searched for. */
export class ConceptReader {
  readonly #vocabulary: Vocabulary;
  readonly #background: Background;
  readonly #synonyms: readonly Group[];
  readonly #actors: readonly Group[];

  constructor(vocabulary: Vocabulary, background: Background, thesaurus: Thesaurus) {
    this.#vocabulary = vocabulary;
    this.#background = background;
    this.#synonyms = thesaurus.synonyms.map(readGroup);
    this.#actors = thesaurus.actors.map(readGroup);
  }

  /** The concepts of a text, in order, each once. */
  read(text: string): Concept[] {
    const words = wordsOf(text).filter(isContentWord);
    const concepts = new Map<string, Concept>();
    for (let at = 0; at < words.length; ) {
      const match = this.#synonymAt(words, at) ?? this.#actorAt(words, at);
      const taken = words.slice(at, at + (match?.length ?? 1));
      const concept = { ...this.#plain(taken, text), ...match?.reading };
      concepts.set(keyOf(concept), concept);
      at += taken.length;
    }
    return [...concepts.values()];
  }

  #plain(words: readonly ContentWord[], text: string): Concept {
    const [word] = words;
    const typed = text.slice(word?.start, words.at(-1)?.end);
    const bits = Math.max(...words.map(({ term }) => this.#background.bitsOf(term)));
    if (!word || this.#vocabulary.has(word.term)) {
      return { typed, bits, alternatives: [{ terms: words.map(({ term }) => term), weight: 1 }] };
    }
    const nearest = this.#vocabulary.nearest(word.form);
    if (!nearest)
      return { typed, bits: bits * (isName(word, text) ? nameWorth : 1), alternatives: [] };
    const alternatives = [{ terms: [nearest.term], weight: correctedWeight }];
    return { typed, bits, alternatives, readAs: nearest.form };
  }

  /** A synonym counts only where the library does not hold the asker's own word. */
  #synonymAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = longestMatch(this.#synonyms, words, at);
    if (!match || this.#holds(match.name)) return undefined;
    const held = match.group.filter((name) => this.#holds(name));
    if (held.length === 0) return undefined;
    const alternatives = held.map(({ terms }) => ({ terms, weight: synonymWeight }));
    const readAs = held.map(({ name }) => name).join(', ');
    return { length: match.name.terms.length, reading: { alternatives, readAs } };
  }

  #actorAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = longestMatch(this.#actors, words, at);
    if (!match || !this.#holds(match.name)) return undefined;
    const alternatives = match.group
      .filter((name) => this.#holds(name))
      .map((name) => ({ terms: name.terms, weight: name === match.name ? 1 : actorWeight }));
    return { length: match.name.terms.length, reading: { alternatives } };
  }

  #holds({ terms }: Name): boolean {
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
  readonly reading: Pick<Concept, 'alternatives'> & { readonly readAs?: string };
}

type ContentWord = Word & { readonly term: string };

function isContentWord(word: Word): word is ContentWord {
  return word.term !== undefined;
}

function readGroup(group: NameGroup): Group {
  const names = group.map((name) => ({
    name,
    terms: wordsOf(name)
      .filter(isContentWord)
      .map(({ term }) => term),
  }));
  return names.filter(({ terms }) => terms.length > 0);
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

function keyOf({ alternatives: [best], typed }: Concept): string {
  return best ? best.terms.join(' ') : typed.toLowerCase();
}
