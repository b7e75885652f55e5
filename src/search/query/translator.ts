import { type LanguageCode, languageOf } from '../../language/languages.ts';
import { scriptOfTerm } from '../../language/words.ts';
import type { Translation } from '../../library/dictionaries/dictionary.ts';
import { type Alternative, type RoleReader, toAlternative } from './concept.ts';
import { type ContentWord, groupsAt, type Name, readName, type ThesaurusNames } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How words are read in other languages. */
export interface Across {
  /** The one other language that is searched; undefined where several are, or the question's own. */
  readonly into?: LanguageCode | undefined;
  readonly translations?: readonly Translation[];
}

/** Some words of a question in other languages. */
export interface Translated {
  /** How many content words they are. */
  readonly length: number;
  readonly alternatives: readonly Alternative[];
  readonly readAs: readonly string[];
}

/** So many meanings of a word are looked for, of those that the library holds. */
const maxMeanings = 10;

/** Of so many the rarity is that of all: more of them would make any word an everyday one. */
const maxShared = 3;

/** So many names that sound alike are looked for, and by how much less than the best one. */
const maxSounding = 3;
const soundMargin = 0.08;

/** What is known of the words beside what they are. */
interface Wanted extends Across {
  /** How many words were read together otherwise. */
  readonly least: number;
  readonly roles: RoleReader;
}

/** Reads words in the other languages of a library: names of its thesaurus, dictionaries, names by their sound. */
export class Translator {
  readonly #vocabulary: Vocabulary;
  readonly #names: ThesaurusNames;

  constructor(vocabulary: Vocabulary, names: ThesaurusNames) {
    this.#vocabulary = vocabulary;
    this.#names = names;
  }

  /** What the library says for the words that begin here, if for as many as were read together. */
  translate(words: readonly ContentWord[], at: number, wanted: Wanted): Translated | undefined {
    const word = words[at];
    if (!word || !this.#vocabulary.speaksOther(scriptOfTerm(word.term))) return undefined;
    const { into, least, roles, translations = [] } = wanted;
    const listed = this.#inThesaurus(words, at, into);
    const found = this.#inDictionary(words, at, translations);
    const longest = found && found.length > (listed?.length ?? 0) ? found : listed;
    if (longest && (longest !== found || longest.length > 1)) {
      return longest.length >= least ? longest : undefined;
    }
    if (least > 1) return undefined;
    const sounding = roles.isName(word) ? this.#bySound(word, into) : undefined;
    return longest && sounding ? joined(longest, sounding) : (longest ?? sounding);
  }

  #inThesaurus(
    words: readonly ContentWord[],
    at: number,
    into: LanguageCode | undefined,
  ): Translated | undefined {
    const groups = groupsAt(this.#names.translations, words, at);
    const listed = groups.flatMap(({ name, group }) =>
      group.filter((other) => other !== name && this.#holds(other) && isIn(other, into)),
    );
    const names = [...new Map(listed.map((name) => [name.terms.join(' '), name])).values()];
    const [first] = groups;
    if (!first || names.length === 0) return undefined;
    const alternatives = names.map((name) => toAlternative(name, 1));
    const readAs = names.map(({ name }) => name);
    return { length: first.name.terms.length, alternatives, readAs };
  }

  /** Of the longest name that dictionaries and the library hold. The meanings of a word share their rarity, or a rare wrong one would outweigh the right ones. */
  #inDictionary(
    words: readonly ContentWord[],
    at: number,
    translations: readonly Translation[],
  ): Translated | undefined {
    const start = words[at]?.start;
    for (const { end: last, names } of translations.filter((each) => each.start === start)) {
      const held = names
        .map(({ name, weight }) => ({ ...readName(name), weight }))
        .filter((name) => name.terms.length > 0 && this.#holds(name))
        .sort((a, b) => b.weight * this.#uses(b) - a.weight * this.#uses(a))
        .slice(0, maxMeanings);
      if (held.length === 0) continue;
      const best = held.slice(0, maxShared).map(({ terms }) => terms);
      const idf = this.#vocabulary.idfOfAny(best);
      return {
        length: words.slice(at).filter(({ end }) => end <= last).length,
        alternatives: held.map((name) => ({ ...toAlternative(name, name.weight), idf })),
        readAs: held.map(({ name }) => name),
      };
    }
    return undefined;
  }

  #bySound({ form, term }: ContentWord, into: LanguageCode | undefined): Translated | undefined {
    if (into === 'zh' || scriptOfTerm(term) === 'zh') return undefined;
    const [best, ...others] = this.#vocabulary.soundingLike(form);
    if (!best) return undefined;
    const near = others.filter(({ distance }) => distance <= best.distance + soundMargin);
    const names = [best, ...near].slice(0, maxSounding);
    return {
      length: 1,
      alternatives: names.map((each) => ({
        terms: [each.term],
        offsets: [0],
        weight: 1 - each.distance,
      })),
      readAs: names.map((each) => each.form),
    };
  }

  /** In how many passages a name stands, and one more. */
  #uses({ terms }: Pick<Name, 'terms'>): number {
    return 1 + Math.min(...terms.map((term) => this.#vocabulary.holdersOf(term)));
  }

  #holds({ terms }: Pick<Name, 'terms'>): boolean {
    return terms.every((term) => this.#vocabulary.has(term));
  }
}

function joined(one: Translated, other: Translated): Translated {
  return {
    length: one.length,
    alternatives: [...other.alternatives, ...one.alternatives],
    readAs: [...other.readAs, ...one.readAs],
  };
}

function isIn({ name }: Name, language: LanguageCode | undefined): boolean {
  return language === undefined || languageOf(name) === language;
}
