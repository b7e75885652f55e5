import type { SoughtKind } from '../../language/asking.ts';
import { languageOf } from '../../language/languages.ts';
import type { Concept } from './concept.ts';
import type { Vocabulary } from './vocabulary.ts';
import { placesOf } from './word-class.ts';

/** A question in the numbers of an index: what is looked for, and what each find is worth. */
export interface Asked {
  readonly concepts: readonly AskedConcept[];
  /** Every word that is looked for, by the code under which passages hold it. */
  readonly words: ReadonlyMap<number, AskedWord>;
  /** Neighbouring words of the question. */
  readonly pairs: readonly Pair[];
  /** The same without words that share a character, which stand side by side wherever they do. */
  readonly neighbours: readonly Pair[];
  /** What it would be worth to find all neighbours together. */
  readonly closest: number;
  /** How much more the library speaks of all this than general English does: bits, by information. */
  readonly weirdness: number;
  /** Where among the words of a text something of the kind stands that is asked for. */
  readonly soughtIn: (words: Uint32Array) => readonly number[];
}

export interface AskedConcept {
  readonly alternatives: readonly AskedAlternative[];
  readonly information: number;
  readonly weight: number;
}

export interface AskedAlternative {
  /** Places of its words in `Asked.words`. */
  readonly places: readonly number[];
  /** How many words each stands before the last. */
  readonly offsets: readonly number[];
  readonly weight: number;
  /** Of its rarest word. */
  readonly idf: number;
}

export interface AskedWord {
  /** Counted from 0 over the words that are looked for. */
  readonly place: number;
  readonly term: string;
  readonly idf: number;
  /** What a passage gains by it when candidates are collected. */
  readonly weight: number;
}

/** Two neighbouring words of a question, and what it is worth to find them close together. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly idf: number;
}

/** Translates the concepts of a question, and the kind of thing it asks for. */
export function readAsked(
  concepts: readonly Concept[],
  kind: SoughtKind | undefined,
  vocabulary: Vocabulary,
): Asked {
  const words = new Map<number, AskedWord & { weight: number }>();
  const wordOf = (term: string, weight: number, shared?: number): AskedWord => {
    const code = (vocabulary.numberOf(term) ?? -2) + 1;
    const known = words.get(code);
    if (known) {
      known.weight = Math.max(known.weight, weight);
      return known;
    }
    const word = { place: words.size, term, idf: shared ?? vocabulary.idf(term), weight };
    words.set(code, word);
    return word;
  };
  const asked = concepts.map(({ alternatives, information, weight: conceptWeight }) => ({
    information,
    weight: conceptWeight,
    alternatives: alternatives.map(({ terms, offsets, weight, idf }) => {
      const own = terms.map((term) => wordOf(term, (weight * conceptWeight) / terms.length, idf));
      return {
        places: own.map(({ place }) => place),
        offsets,
        weight: weight * conceptWeight,
        idf: Math.max(...own.map(({ idf }) => idf)),
      };
    }),
  }));
  const following = [...concepts.keys()].slice(1).map((at) => [at - 1, at] as const);
  const apart = neighboursIn(concepts);
  const classAt = (code: number) => (words.has(code) ? 0 : vocabulary.classOf(code - 1));
  const soughtIn = (text: Uint32Array) => (kind ? placesOf(kind, Array.from(text, classAt)) : []);
  return {
    concepts: asked,
    words,
    pairs: pairsOf(asked, [...words.values()], following),
    neighbours: pairsOf(asked, [...words.values()], apart),
    closest: closestOf(concepts, apart),
    weirdness: weirdnessOf(concepts),
    soughtIn,
  };
}

function weirdnessOf(concepts: readonly Concept[]): number {
  const all = concepts.reduce((sum, { information }) => sum + information, 0);
  if (all === 0) return 0;
  return concepts.reduce((sum, each) => sum + each.weirdness * each.information, 0) / all;
}

/** Places of two concepts of a question. */
type Places = readonly [number, number];

function pairsOf(
  concepts: readonly AskedConcept[],
  words: readonly AskedWord[],
  places: readonly Places[],
): Pair[] {
  const heads = concepts.map(({ alternatives: [best] }) => words[best?.places[0] ?? -1]);
  return places.flatMap(([one, other]) => {
    const [first, second] = [heads[one], heads[other]];
    if (!first || !second) return [];
    return [{ first: first.place, second: second.place, idf: Math.min(first.idf, second.idf) }];
  });
}

/** Each concept with the next one that begins behind it. */
function neighboursIn(concepts: readonly Concept[]): Places[] {
  return concepts.flatMap(({ end }, at) => {
    let next = at + 1;
    while (next < concepts.length && (concepts[next]?.start ?? 0) < end) next += 1;
    return next === concepts.length ? [] : [[at, next] as const];
  });
}

/**
 * Words that the library does not hold count too, except in English, where what they refuse is not worth
 * the paraphrases that are then refused with it.
 */
function closestOf(concepts: readonly Concept[], places: readonly Places[]): number {
  const counted = concepts.map(({ rarity, alternatives, typed }) =>
    alternatives.length > 0 || languageOf(typed) !== 'en' ? rarity : 0,
  );
  return places.reduce((sum, [one, other]) => {
    return sum + Math.min(counted[one] ?? 0, counted[other] ?? 0);
  }, 0);
}
