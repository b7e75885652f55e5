import type { NameGroup, Thesaurus } from '../library/thesaurus.ts';

/** A name in a sentence, and whom it names. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly actor: string;
}

const capitalised = String.raw`\p{Lu}[\p{L}'’]+(?:\s\p{Lu}[\p{L}'’]+)*`;
const joint = new RegExp(String.raw`(?<name>${capitalised})(?:\s+and\s+(?:the\s+)?|-)$`, 'u');
const jointAfter = new RegExp(String.raw`^(?:\s+and\s+(?:the\s+)?|-)(?<name>${capitalised})`, 'u');
const second = String.raw`\s+and\s+(?:the\s+)?(?<two>${capitalised})`;
const complement = new RegExp(
  String.raw`^[^.,;:]{0,25}?\b(?:(?:with|between)\s+(?:the\s+)?(?<one>${capitalised})(?:${second})?)`,
  'u',
);
const possessors = new RegExp(String.raw`^\s+of\s+(?:the\s+)?(?<one>${capitalised})${second}`, 'u');

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A sentence that speaks of whom the one before it named, or that one of how they stand. */
const pointer = /\b(?:the two|both|their|they|bilateral|mutual)\b/i;
const relation = /\b(?:relations?|relationship|ties|alliance|partnership|friendship)\b/i;

/** Tells which two actors a relation in a sentence is between. */
export class Parties {
  readonly #actors = new Map<string, string>();
  readonly #pattern: RegExp;

  /** `further` names actors as `actors` does; they are no names for a search. */
  constructor({ actors }: Pick<Thesaurus, 'actors'>, further: readonly NameGroup[]) {
    for (const group of [...actors, ...further]) {
      for (const name of group) this.#actors.set(name, group[0] ?? name);
    }
    const any = oneOf([...this.#actors.keys()]);
    this.#pattern = new RegExp(String.raw`(?<!\p{L})(?:${any})(?!\p{L})`, 'gu');
  }

  /**
   * The two actors of what stands at `start` to `end` of a sentence, in one order whichever way they
   * are named: those that it is said to be "of", "between" or "with", else the pair named last before it,
   * else the pair of the sentence before. Undefined where that can't be told for certain. `same` lists
   * actors that count as one here, under the first name of a list.
   */
  of(sentence: string, place: Place, before: string, same: readonly NameGroup[] = []) {
    const pair = this.#pairOf(sentence, place, before)?.map(
      (actor) => same.find((group) => group.includes(actor))?.[0] ?? actor,
    );
    return pair && pair[0] !== pair[1] ? pair.sort().join(' and ') : undefined;
  }

  #pairOf(sentence: string, { start, end }: Place, before: string): string[] | undefined {
    const after = sentence.slice(end);
    const { one, two } = (possessors.exec(after) ?? complement.exec(after))?.groups ?? {};
    const nearest = this.#pairBefore(sentence.slice(0, start));
    if (one && two) return [this.#actor(one), this.#actor(two)];
    if (one) return nearest.last ? [this.#actor(one), nearest.last] : undefined;
    if (nearest.pair) return nearest.pair;
    const isOpen = this.mentions(sentence.slice(0, start)).length === 0;
    const leans = pointer.test(sentence) || relation.test(before);
    return isOpen && leans ? this.#firstPair(before) : undefined;
  }

  #pairBefore(text: string): { last?: string; pair?: string[] } {
    const mentions = this.mentions(text);
    const last = mentions.at(-1);
    if (!last) return {};
    const { actor } = last;
    const beside = this.#besides(text, last);
    if (beside) return { last: actor, pair: [actor, beside] };
    const other = mentions.findLast((each) => each.actor !== actor);
    return other ? { last: actor, pair: [actor, other.actor] } : { last: actor };
  }

  /** The pair that a sentence joins with "and" or a hyphen first. */
  #firstPair(text: string): string[] | undefined {
    for (const mention of this.mentions(text)) {
      const beside = this.#besides(text, mention);
      if (beside && beside !== mention.actor) return [mention.actor, beside];
    }
    return undefined;
  }

  #besides(text: string, { start, end }: Mention): string | undefined {
    const name =
      joint.exec(text.slice(0, start))?.groups?.name ??
      jointAfter.exec(text.slice(end))?.groups?.name;
    return name && this.#actor(name);
  }

  #actor(name: string): string {
    return this.mentions(name)[0]?.actor ?? name;
  }

  /** Who is named in a text, and where. */
  mentions(text: string): Mention[] {
    return [...text.matchAll(this.#pattern)].map((match) => {
      const [name] = match;
      const actor = this.#actors.get(name) ?? name;
      return { start: match.index, end: match.index + name.length, actor };
    });
  }
}

/** A pattern of any of some words, the longest first; of none when there are none. */
export function oneOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');
}
