import type { Concept } from '../search/query/concept.ts';
import type { Findings, Hit } from '../search/search.ts';
import { recordOf, Scope } from './scope.ts';

/** What of a question neither the library nor the passages that would be shown say. */
export interface Missing {
  /** Names, numbers, years and rare words, as they were typed. */
  readonly words: readonly string[];
  /** Whether one is a name, a number or the noun asked about: then nothing answers for certain. */
  readonly isDecisive: boolean;
}

/**
 * Looks for the words of a question without which a passage does not answer. A name or number has
 * to stand in one of the passages that are shown, in its title or its record; other words need only
 * be held by the library, since a passage may say them otherwise.
 */
export function missingFrom(
  { concepts }: Pick<Findings, 'concepts'>,
  shown: readonly Pick<Hit, 'passage'>[],
): Missing {
  const own = concepts.filter(({ isBorrowed }) => !isBorrowed);
  const scope = new Scope(
    shown.flatMap(({ passage: { article, heading = '', text } }) => [
      ...recordOf(article),
      heading,
      text,
    ]),
  );
  const unheld = own.filter(
    (concept) =>
      concept.alternatives.length === 0 &&
      concept.role !== 'word' &&
      !scope.holds(concept) &&
      !(concept.role === 'point' && scope.tellsOf(concept)),
  );
  const held = own.filter(({ alternatives }) => alternatives.length > 0);
  const elsewhere =
    shown.length === 0
      ? []
      : namesIn(held).filter((name) => !name.some((part) => scope.holds(part)));
  const missing = [...unheld, ...elsewhere.flat()].sort((a, b) => a.start - b.start);
  return { words: joined(missing), isDecisive: missing.some(({ role }) => role !== 'rare') };
}

/** Names of several words and numbers; one word of a name stands for all: "Xi" for Xi Jinping. */
export function namesIn(concepts: readonly Concept[]): Concept[][] {
  const names: Concept[][] = [];
  for (const concept of concepts) {
    if (concept.role !== 'name' && concept.role !== 'number') continue;
    const last = names.at(-1);
    const before = last?.at(-1);
    const isPart =
      concept.role === 'name' && before?.role === 'name' && concept.start - before.end === 1;
    if (last && isPart) last.push(concept);
    else names.push([concept]);
  }
  return names;
}

/** Neighbours as one, without possessive endings: "Victory Day". */
function joined(concepts: readonly Concept[]): string[] {
  const words: string[] = [];
  let end: number | undefined;
  for (const { typed, start, end: last } of concepts) {
    const before = words.at(-1);
    if (before !== undefined && start - (end ?? start) === 1)
      words[words.length - 1] = `${before} ${typed}`;
    else words.push(typed);
    end = last;
  }
  return [...new Set(words.map((word) => word.replace(/['’]s$/, '')))];
}
