import { readSought } from '../../language/asking.ts';
import { languageCodes } from '../../language/languages.ts';
import { type Word, wordsOf } from '../../language/words.ts';
import type { NameGroup, Thesaurus } from '../../library/thesaurus.ts';
import { shortText } from './query.ts';

/** A word that is looked for. */
export type ContentWord = Word & { readonly term: string };

/** A name of one or more words. */
export interface Name {
  readonly name: string;
  readonly terms: readonly string[];
  /** How many words each term stands before the last: 2 and 0 for those of "Power of Siberia". */
  readonly offsets: readonly number[];
}

/** A name with all names of the same thing. */
export interface NameOfGroup {
  readonly name: Name;
  readonly group: readonly Name[];
}

/** Names by their first term, the longest first. */
export type NamesByWord = ReadonlyMap<string, readonly NameOfGroup[]>;

/** Whether a word is one that is looked for. */
function isContentWord(word: Word): word is ContentWord {
  return word.term !== undefined;
}

/** The words that are looked for; those that only ask ("how long") when there are no others. */
export function contentWordsOf(text: string): ContentWord[] {
  const isShort = text.trim().split(/\s+/).length <= shortText;
  const words = wordsOf(text, isShort ? false : undefined).filter(isContentWord);
  const { start, end } = readSought(text).asking ?? { start: 0, end: 0 };
  const others = words.filter((word) => word.start < start || word.end > end);
  return others.length > 0 ? others : words;
}

/** The names of a thesaurus, read for looking them up. */
export interface ThesaurusNames {
  readonly actors: NamesByWord;
  readonly synonyms: NamesByWord;
  /** Names of one thing in several languages, those of countries among them. */
  readonly translations: NamesByWord;
}

/** Reads all names of a thesaurus. */
export function readThesaurusNames(thesaurus: Thesaurus): ThesaurusNames {
  const { actors, synonyms, translations = [] } = thesaurus;
  let translated: NamesByWord | undefined;
  return {
    actors: readNames(actors),
    synonyms: readNames(synonyms),
    // Most libraries are in one language, and never ask for them.
    get translations() {
      translated ??= readNames([...translations, ...countryNames()]);
      return translated;
    },
  };
}

/** Reads groups of names for one thing; only by names that are `askable` is it found again. */
export function readNames(
  groups: readonly NameGroup[],
  askable: (name: string, at: number) => boolean = () => true,
): NamesByWord {
  const names = new Map<string, NameOfGroup[]>();
  for (const listed of groups) {
    const group = listed.map(readName).filter(({ terms }) => terms.length > 0);
    for (const [at, name] of group.entries()) {
      const [first] = name.terms;
      if (first === undefined || !askable(name.name, at)) continue;
      const known = names.get(first);
      if (known) known.push({ name, group });
      else names.set(first, [{ name, group }]);
    }
  }
  for (const known of names.values()) {
    known.sort((a, b) => b.name.terms.length - a.name.terms.length);
  }
  return names;
}

/** Reads one name. */
export function readName(name: string): Name {
  // By itself "US" would count as a shouted "us"; in a text 号 runs on into the next Chinese word.
  const words = wordsOf(name.replace(/(?<=\d)[号號]$/u, ''), false);
  const last = words.findLastIndex(isContentWord);
  return {
    name,
    terms: words.flatMap(({ term }) => term ?? []),
    offsets: words.flatMap((word, place) => (isContentWord(word) ? [last - place] : [])),
  };
}

/** The longest of the names that begins at a word of a text. */
export function nameAt(
  names: NamesByWord,
  words: readonly ContentWord[],
  at: number,
): NameOfGroup | undefined {
  return names
    .get(words[at]?.term ?? '')
    ?.find(({ name: { terms } }) => terms.every((term, i) => words[at + i]?.term === term));
}

/** All groups of the longest names that begin at a word of a text. */
export function groupsAt(
  names: NamesByWord,
  words: readonly ContentWord[],
  at: number,
): NameOfGroup[] {
  const longest = nameAt(names, words, at)?.name.terms ?? [];
  const known = names.get(words[at]?.term ?? '') ?? [];
  return known.filter(({ name: { terms } }) => terms.join(' ') === longest.join(' '));
}

/** Whether a name is a short form in capitals: "UN". */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,}$/u.test(name);
}

/** Whether most words of a name have capitals: "Shanghai Cooperation Organization". */
export function isProperName(name: string): boolean {
  const words = wordsOf(name).filter(isContentWord);
  const capitalised = words.filter(({ start }) => /\p{Lu}/u.test(name.charAt(start)));
  return capitalised.length > words.length / 2;
}

/** Names of one country each, in English, Russian and Chinese. */
function countryNames(): string[][] {
  const names = languageCodes.map(
    (code) => new Intl.DisplayNames([code], { type: 'region', fallback: 'none' }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return codes
    .map((code) => names.flatMap((each) => each.of(code) ?? []))
    .filter((group) => group.length === languageCodes.length);
}
