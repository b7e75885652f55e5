/** A short form that a text explains, such as SCO, and what it stands for there. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const brackets = /\(([^()]{2,120})\)/g;

/** Two capitals make an abbreviation; glosses such as "(distrust)" are none. */
const shortForm = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\d][\p{L}\d&-]{1,9}$/u;

/** How far before a bracket its long form may begin, in characters. */
const maxBeforeLength = 150;

/**
 * The abbreviations that a text explains, by the algorithm of Schwartz & Hearst (2003, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text"), in both orders: "Shanghai
 * Cooperation Organization (SCO)" and "THAAD (Terminal High Altitude Area Defense)".
 */
export function abbreviationsIn(text: string): Abbreviation[] {
  return [...text.matchAll(brackets)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - maxBeforeLength), match.index).trimEnd();
    const inside = (match[1] ?? '').trim();
    const word = /[^\s(]+$/.exec(before)?.[0] ?? '';
    const pairs = [
      { short: inside.split(/[,;]/)[0] ?? '', within: before },
      { short: word, within: inside },
    ];
    return pairs.flatMap(({ short, within }) => {
      const long = shortForm.test(short) ? longFormOf(short, within) : undefined;
      return long ? [{ short, long }] : [];
    });
  });
}

/**
 * The shortest end of a text whose letters spell the short form, in order, the first of them at the
 * beginning of a word. Undefined when there is none of at least two words and at most as many as an
 * abbreviation of that length has; in a text of capitals nothing tells an abbreviation from a word.
 */
function longFormOf(short: string, text: string): string | undefined {
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\d]/u.test(letter));
  const maxWords = Math.min(letters.length + 5, letters.length * 2);
  const lower = text.toLowerCase();
  let at = text.length;
  for (const [index, letter] of letters.reverse().entries()) {
    const isFirst = index === letters.length - 1;
    do at = lower.lastIndexOf(letter, at - 1);
    while (at > 0 && isFirst && /[\p{L}\d]/u.test(lower[at - 1] ?? ''));
    if (at < 0 || (at === 0 && !isFirst)) return undefined;
  }
  const words = text.slice(at).split(/\s+/);
  const isLong = words.length > 1 && words.length <= maxWords && /\p{Ll}/u.test(words.join());
  const isItself = words.some((word) => word.toLowerCase() === short.toLowerCase());
  return isLong && !isItself ? words.join(' ') : undefined;
}

/** Counts what abbreviations stand for in a library, where they may be explained more than once. */
export class AbbreviationCounter {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Counts an explanation so many times more, or less. */
  add({ short, long }: Abbreviation, by = 1): void {
    const counts = this.#counts.get(short) ?? new Map<string, number>();
    const count = (counts.get(long) ?? 0) + by;
    if (count > 0) counts.set(long, count);
    else counts.delete(long);
    if (counts.size > 0) this.#counts.set(short, counts);
    else this.#counts.delete(short);
  }

  /** All explanations that are given. */
  *all(): Generator<Abbreviation> {
    for (const [short, counts] of this.#counts) {
      for (const long of counts.keys()) yield { short, long };
    }
  }

  /** How often an explanation is given. */
  count({ short, long }: Abbreviation): number {
    return this.#counts.get(short)?.get(long) ?? 0;
  }

  /** Each abbreviation once, with what it is said to stand for most often. */
  get usual(): Abbreviation[] {
    return [...this.#counts].map(([short, counts]) => {
      const [[long] = ['']] = [...counts].sort(([, a], [, b]) => b - a);
      return { short, long };
    });
  }
}
