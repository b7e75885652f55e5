import type { AnswerParts } from '../../src/answer/answer.ts';
import { defaultGate, type Gate } from '../../src/answer/outcome.ts';
import type { Search } from '../../src/search/search.ts';
import {
  type JudgedQuestion,
  judge,
  type Outcome,
  outcomes,
  type Verdict,
} from './judged-questions.ts';

/** What became of some questions; `wrong` are those that were shown other passages than expected ones. */
type Counts = { readonly questions: number } & Readonly<Record<Outcome, number>>;

/** What would become of an owner's questions with one constant of the gate at another value. */
export interface CurvePoint {
  readonly constant: keyof Gate;
  readonly value: number;
  /** Whether the bot has this value. */
  readonly isDefault: boolean;
  /** The questions that the library answers. */
  readonly own: Counts;
  /** Those that it can't answer: `unknown` is right, `wrong` are those that were answered. */
  readonly others: Counts;
}

const byWords: readonly (keyof Gate)[] = ['minForAnswer', 'minForPerhaps', 'subjectBits'];
const byMeaning: readonly (keyof Gate)[] = ['minOfBoth', 'nearnessWeight', 'minNearness'];

/** The shares of its value at which each constant is tried. */
const shares = [0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.3, 1.4] as const;

/**
 * The curves of the gate: each constant at values around its own, all others as they are. Each question
 * is searched for once.
 */
export async function* curvesOf(
  questions: readonly JudgedQuestion[],
  parts: AnswerParts,
  hasMeaning: boolean,
): AsyncGenerator<CurvePoint> {
  const search = remembering(parts.search);
  const own = questions.filter(({ expect }) => expect.length > 0);
  const others = questions.filter(({ expect }) => expect.length === 0);
  for (const constant of hasMeaning ? [...byWords, ...byMeaning] : byWords) {
    for (const share of shares) {
      const value = Math.round(1000 * share * defaultGate[constant]) / 1000;
      const gate = { ...defaultGate, [constant]: value };
      const count = (some: readonly JudgedQuestion[]) => countsOf(some, { ...parts, search, gate });
      yield {
        constant,
        value,
        isDefault: share === 1,
        own: await count(own),
        others: await count(others),
      };
    }
  }
}

async function countsOf(some: readonly JudgedQuestion[], parts: AnswerParts): Promise<Counts> {
  const verdicts: Verdict[] = [];
  for (const judged of some) verdicts.push(await judge(judged, parts));
  const count = (kind: Outcome) => verdicts.filter(({ outcome }) => outcome === kind).length;
  const counts = Object.fromEntries(outcomes.map((kind) => [kind, count(kind)]));
  return { questions: some.length, ...(counts as Record<Outcome, number>) };
}

/** A search that is asked each thing once: the gate comes after it. */
function remembering(search: Search): Search {
  const known = new Map<string, ReturnType<Search['find']>>();
  return {
    find(query, limit) {
      const key = JSON.stringify([query, limit]);
      const found = known.get(key) ?? search.find(query, limit);
      known.set(key, found);
      return found;
    },
  };
}
