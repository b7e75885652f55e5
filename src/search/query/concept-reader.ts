import { readWordEdges } from '../../language/chinese/word-edges.ts';
import { isInDictionary } from '../../language/english/dictionary.ts';
import { withoutRequests } from '../../language/english/questions.ts';
import { otherSpellings } from '../../language/english/words.ts';
import { isReadable, termOf, wordsOf } from '../../language/words.ts';
import type { NameGroup, Thesaurus } from '../../library/thesaurus.ts';
import { type RankingSettings, usualSettings } from '../settings.ts';
import type { Background } from './background.ts';
import {
  type Alternative,
  type Concept,
  keyOf,
  type Match,
  type Reading,
  RoleReader,
  type SpelledOut,
  toAlternative,
} from './concept.ts';
import {
  type ContentWord,
  contentWordsOf,
  isAcronym,
  isProperName,
  type Name,
  type NamesByWord,
  nameAt,
  readNames,
  readThesaurusNames,
  type ThesaurusNames,
} from './names.ts';
import { type Across, type Translated, Translator } from './translator.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known about words, beyond which of them the library holds. */
export interface ConceptParts {
  readonly thesaurus: Thesaurus;
  /** Short forms, each with what the library says that it stands for. */
  readonly abbreviations: readonly NameGroup[];
  /** The names of the thesaurus, where they were read before. */
  readonly names?: ThesaurusNames;
  readonly background: Background;
  readonly settings?: RankingSettings;
}

/** So many characters of a text are read: nobody types a longer question, and each word costs. */
const maxRead = 4000;

/** So many meanings of a word are told. */
const maxNamed = 4;

/** What is read of a whole question before its words are. */
interface QuestionRead {
  readonly text: string;
  readonly roles: RoleReader;
  /** Whether a pair of Chinese characters belongs to two words. */
  readonly isAcross: (start: number, end: number) => boolean;
}

/** A word of fewer bits is good English as it stands, whatever the library says instead. */
const typoBits = 16;

/** What a pair of characters of two Chinese words tells beside one within a word. */
const acrossWordsShare = 0.2;

/** Shorter parts of a word hardly ever are words by themselves. */
const leastPart = 4;

/** Turns the words of a question into concepts that the library can be searched for. */
export class ConceptReader {
  readonly #vocabulary: Vocabulary;
  readonly #background: Background;
  readonly #names: ThesaurusNames;
  readonly #shortForms: NamesByWord;
  readonly #longForms: NamesByWord;
  readonly #settings: RankingSettings;
  readonly #translator: Translator;

  constructor(vocabulary: Vocabulary, parts: ConceptParts) {
    const { thesaurus, background, abbreviations, settings = usualSettings } = parts;
    this.#vocabulary = vocabulary;
    this.#background = background;
    this.#settings = settings;
    this.#names = parts.names ?? readThesaurusNames(thesaurus);
    this.#translator = new Translator(vocabulary, this.#names);
    this.#shortForms = readNames(abbreviations, (_, at) => at === 0);
    this.#longForms = readNames(abbreviations, (name, at) => at > 0 && isProperName(name));
  }

  /** The concepts of a text, in order, each once; of an endless one those that it begins with. */
  read(question: string, across: Across = {}): Concept[] {
    const text = withoutRequests(question.slice(0, maxRead));
    const words = contentWordsOf(text);
    const given = {
      text,
      roles: new RoleReader(text, wordsOf(text)),
      isAcross: readWordEdges(text),
    };
    const concepts = new Map<string, Concept>();
    const times = new Map<string, number>();
    let spelledOut: SpelledOut | undefined;
    for (let at = 0; at < words.length; ) {
      spelledOut = this.#shorterAt(words, at, text) ?? spelledOut;
      const ended = this.#endOfNameAt(words, at, given.roles);
      const match = ended ?? this.#nameAt(words, at);
      const least = match?.length ?? 1;
      const translated = this.#translator.translate(words, at, {
        ...across,
        least,
        roles: given.roles,
      });
      const taken = words.slice(at, at + (translated?.length ?? match?.length ?? 1));
      const short = spelledOut && at < spelledOut.end ? spelledOut.short : undefined;
      const reading = translated
        ? this.#together(taken, match, translated, across)
        : (match?.reading ?? this.#plain(taken, short));
      const key = keyOf(reading, taken);
      times.set(key, (times.get(key) ?? 0) + 1);
      concepts.set(key, this.#weigh(reading, taken, { ...given, weight: times.get(key) ?? 1 }));
      at += taken.length;
      // Of a Chinese word that was translated, and the next one.
      const { end = 0 } = taken.at(-1) ?? {};
      while (translated && (words[at]?.start ?? end) < end) at += 1;
    }
    return [...concepts.values()];
  }

  #weigh(
    reading: Reading,
    words: readonly ContentWord[],
    { text, roles, isAcross, weight }: QuestionRead & { readonly weight: number },
  ): Concept {
    const { start = 0 } = words[0] ?? {};
    const { end = start } = words.at(-1) ?? {};
    const unheldName =
      reading.alternatives.length === 0 && words.some((word) => roles.isName(word));
    const own = Math.max(...words.map(({ term }) => this.#background.bitsOf(term)));
    const bits = own * (unheldName ? this.#settings.unheldNameWorth : 1);
    // Other words that may stand in for one that is held don't make it more common.
    const names = reading.alternatives
      .filter(({ weight: share }) => share > this.#settings.otherWordWeight)
      .map(({ terms }) => terms);
    const read = names.length > 0 ? names : words.map(({ term }) => [term]);
    const rarity = Math.min(
      ...read.map((terms) => Math.max(...terms.map((term) => this.#vocabulary.idf(term)))),
    );
    const weirdness = Math.max(
      ...read.map((terms) => Math.min(...terms.map((term) => this.#vocabulary.weirdness(term)))),
    );
    return {
      ...reading,
      typed: text.slice(start, end),
      start,
      end,
      role: this.#isSaidOtherwise(reading, words) ? 'word' : roles.roleOf(words, own),
      weight,
      bits,
      rarity,
      information:
        bits * rarity * (isAcross(start, end) && words.length === 1 ? acrossWordsShare : 1),
      weirdness,
    };
  }

  /** Nothing is missing of "suspension" where somebody was suspended. */
  #isSaidOtherwise({ alternatives }: Reading, words: readonly ContentWord[]): boolean {
    return (
      alternatives.length === 0 && words.every(({ form }) => this.#vocabulary.hasRelative(form))
    );
  }

  /** A word by itself, or the short form of the name that it is a part of. */
  #plain(words: readonly ContentWord[], short?: Name): Reading {
    const [word] = words;
    const shorter = short ? [toAlternative(short, this.#settings.actorWeight)] : [];
    if (!word || this.#vocabulary.has(word.term)) {
      const terms = words.map(({ term }) => term);
      return { alternatives: [{ terms, offsets: [0], weight: 1 }, ...shorter] };
    }
    if (short) return { alternatives: shorter, readAs: short.name };
    if (!isReadable(word.form)) return { alternatives: [] };
    return this.#otherSpelling(word.form) ?? this.#partsOf(word.form) ?? this.#corrected(word);
  }

  /** "Neighbour" for "neighbor": the same word, of which nothing need be said. */
  #otherSpelling(form: string): Reading | undefined {
    const terms = otherSpellings(form).flatMap((spelling) => termOf(spelling) ?? []);
    const held = terms.find((term) => this.#vocabulary.has(term));
    return held ? { alternatives: [{ terms: [held], offsets: [0], weight: 1 }] } : undefined;
  }

  #corrected({ form, term }: ContentWord): Reading {
    const isEnglish = this.#background.bitsOf(term) < typoBits;
    const nearest = isEnglish ? undefined : this.#vocabulary.nearest(form);
    // A rare word is a word: that it is not held is the answer, and not that another one is meant.
    if (!nearest || isInDictionary(form)) return { alternatives: [] };
    const { correctedWeight: weight } = this.#settings;
    return {
      alternatives: [{ terms: [nearest.term], offsets: [0], weight }],
      readAs: nearest.form,
    };
  }

  /** The last word of "Kim Jong Un" is no UN: it stands for itself, where the one before stands too. */
  #endOfNameAt(words: readonly ContentWord[], at: number, roles: RoleReader): Match | undefined {
    const [before, word] = [words[at - 1], words[at]];
    if (!before || !word || !roles.goesOn(before, word)) return undefined;
    const { actors, synonyms } = this.#names;
    const isShortForm = [actors, synonyms, this.#shortForms].some((names) =>
      isAcronym(nameAt(names, [word], 0)?.name.name ?? ''),
    );
    if (!isShortForm) return undefined;
    const name = { terms: [before.term, word.term], offsets: [1, 0], weight: 1 };
    return { length: 1, reading: { alternatives: this.#holds(name) ? [name] : [] } };
  }

  /** The longer of what the thesaurus knows as an actor and as other words for one thing. */
  #nameAt(words: readonly ContentWord[], at: number): Match | undefined {
    const [actor, other] = [this.#actorAt(words, at), this.#synonymAt(words, at)];
    if (!actor || other?.reading.readAs) return other ?? actor;
    return other && other.length > actor.length ? other : actor;
  }

  /**
   * A synonym counts less than the asker's own word where the library holds that, and is not told of:
   * who asks about arms sales means sales of weapons.
   */
  #synonymAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = nameAt(this.#names.synonyms, words, at);
    const held = match?.group.filter((name) => this.#holds(name)) ?? [];
    if (!match || held.length === 0) return undefined;
    const { length } = match.name.terms;
    if (this.#holds(match.name)) {
      // Several words that are held may also stand apart.
      if (length > 1) return undefined;
      const alternatives = held.map((name) =>
        toAlternative(name, name === match.name ? 1 : this.#settings.otherWordWeight),
      );
      return { length, reading: { alternatives } };
    }
    const alternatives = held.map((name) => toAlternative(name, this.#settings.synonymWeight));
    const readAs = held.map(({ name }) => name).join(', ');
    return { length, reading: { alternatives, readAs } };
  }

  #actorAt(words: readonly ContentWord[], at: number): Match | undefined {
    const match = nameAt(this.#names.actors, words, at) ?? nameAt(this.#shortForms, words, at);
    const held = match?.group.filter((name) => this.#holds(name)) ?? [];
    if (!match || held.length === 0) return undefined;
    const alternatives = held.map((name) =>
      toAlternative(name, name === match.name ? 1 : this.#settings.actorWeight),
    );
    const readAs = held.map(({ name }) => name).join(', ');
    const reading = { alternatives, ...(!held.includes(match.name) && { readAs }) };
    return { length: match.name.terms.length, reading };
  }

  /** The asker's own words, where the library holds them, and what other languages say for them. */
  #together(
    words: readonly ContentWord[],
    match: Match | undefined,
    translated: Translated,
    { into }: Pick<Across, 'into'>,
  ): Reading {
    const terms = words.map(({ term }) => term);
    const last = words.length - 1;
    const own: Alternative = { terms, offsets: terms.map((_, place) => last - place), weight: 1 };
    const matched = match?.length === translated.length ? match.reading.alternatives : [];
    const held = this.#holds(own) ? [own] : [];
    const known = matched.length > 0 ? matched : held;
    const alternatives = [...known, ...translated.alternatives];
    return known.length > 0 && into === undefined
      ? { alternatives }
      : {
          alternatives,
          readAs: translated.readAs.slice(0, maxNamed).join(', '),
          isTranslated: true,
        };
  }

  /** What the library may say for several words: SCO, or one word for "cyber security". */
  #shorterAt(words: readonly ContentWord[], at: number, text: string): SpelledOut | undefined {
    const long = nameAt(this.#longForms, words, at);
    if (long) return { end: at + long.name.terms.length, short: long.group[0] as Name };
    const [one, two] = words.slice(at, at + 2);
    if (!one || !two || !/^[\s-]$/u.test(text.slice(one.end, two.start))) return undefined;
    const name = one.form + two.form;
    const term = termOf(name);
    if (term === undefined || !this.#vocabulary.has(term)) return undefined;
    // Where both are held, taking them for one cost more than it gained.
    if (this.#holds({ terms: [one.term, two.term] })) return undefined;
    return { end: at + 2, short: { name, terms: [term], offsets: [0] } };
  }

  /** A word that the library writes as two: "antimissile". */
  #partsOf(form: string): Reading | undefined {
    for (let at = leastPart; at <= form.length - leastPart; at += 1) {
      const parts = [form.slice(0, at), form.slice(at)];
      const terms = parts.flatMap((part) => termOf(part) ?? []);
      if (terms.length < 2 || !this.#holds({ terms })) continue;
      return { alternatives: [{ terms, offsets: [1, 0], weight: 1 }], readAs: parts.join(' ') };
    }
    return undefined;
  }

  #holds({ terms }: Pick<Name, 'terms'>): boolean {
    return terms.every((term) => this.#vocabulary.has(term));
  }
}
