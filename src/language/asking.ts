import type { Span } from './span.ts';

/** Kinds of things that a question may ask for, as far as its wording tells. */
export type SoughtKind =
  | 'age'
  | 'amount'
  | 'count'
  | 'date'
  | 'length'
  | 'person'
  | 'place'
  | 'share'
  | 'size'
  | 'year';

/** What a question asks for. */
export interface Sought {
  readonly kind?: SoughtKind;
  /** The words that do nothing but ask for it: "how long", "in what year". */
  readonly asking?: Span;
}

/** Words that ask for a kind of thing; the first of a list that a question holds decides. */
export interface AskingRule {
  readonly kind: SoughtKind;
  readonly pattern: RegExp;
  /** Whether they name it, as a passage may too: "population", not "how many". */
  readonly isNamed?: boolean;
}

/** What a question asks for by some rules. */
export function soughtBy(rules: readonly AskingRule[], text: string): Sought {
  for (const { kind, pattern, isNamed } of rules) {
    const found = pattern.exec(text);
    if (!found) continue;
    if (isNamed) return { kind };
    return { kind, asking: { start: found.index, end: found.index + found[0].length } };
  }
  return {};
}
