import {
  type Answer,
  type Answered,
  type AnswerParts,
  answer,
  hasPassages,
} from '../../src/answer/answer.ts';
import type { CitedQuote } from '../../src/answer/quote.ts';
import { paragraphOf } from '../../src/library/library.ts';

/** A question with the passages that may answer it; none for one that the library can't answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly thread?: readonly string[];
  /** Regular expressions that all have to match a shown paragraph of the article; without any, all of it answers. */
  readonly expect: readonly { readonly article: string; readonly match?: readonly string[] }[];
  /** A regular expression that the quote of a fact has to match. */
  readonly answer?: string;
  /** The word that decides why the library can't answer a near miss. */
  readonly decisive?: string;
}

export const outcomes = ['answered', 'perhaps', 'unknown', 'wrong'] as const;

/**
 * What became of a question: `answered` and `perhaps` only with an expected passage among those
 * shown. A question that can't be answered is right as `unknown`, passable as `perhaps`, and `wrong`
 * when it is answered.
 */
export type Outcome = (typeof outcomes)[number];

/** What became of a judged question. */
export interface Verdict {
  readonly judged: JudgedQuestion;
  readonly answer: Answer;
  readonly outcome: Outcome;
  /** Whether one of the first two quotes, or of those in other languages, holds the answer of a fact; undefined for other questions. */
  readonly isTold?: boolean;
  /** Whether the decisive word of a near miss was named as missing. */
  readonly isNamed: boolean;
}

/** Reads judged questions from JSON Lines. Throws an error that names the line. */
export function readJudgedQuestions(jsonLines: string): JudgedQuestion[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const judged = JSON.parse(line) as JudgedQuestion;
      if (typeof judged.question === 'string' && Array.isArray(judged.expect)) return [judged];
    } catch (error) {
      throw new Error(`line ${index + 1} is no JSON: ${(error as Error).message}`);
    }
    throw new Error(`line ${index + 1} lacks "question" or "expect"`);
  });
}

/** Asks a judged question and compares. */
export async function judge(judged: JudgedQuestion, parts: AnswerParts): Promise<Verdict> {
  const found = await answer({ text: judged.question, thread: judged.thread ?? [] }, parts);
  const own = hasPassages(found) ? found.quotes : [];
  const others = hasPassages(found) ? quotesInOthers(found) : [];
  const quotes = [...own, ...others];
  const { answer: fact, decisive = '' } = judged;
  const missing = 'missing' in found ? found.missing.join(' ').toLowerCase() : '';
  return {
    judged,
    answer: found,
    outcome: outcomeOf(judged, found, quotes, parts),
    isNamed: decisive !== '' && missing.includes(decisive.toLowerCase()),
    ...(fact && {
      isTold: [...own.slice(0, 2), ...others].some(({ text }) => new RegExp(fact, 'i').test(text)),
    }),
  };
}

/** What is shown of other languages below the answer. */
function quotesInOthers({ also = [] }: Answered): CitedQuote[] {
  return also.flatMap(({ quotes }) => quotes);
}

function outcomeOf(
  { expect }: JudgedQuestion,
  found: Answer,
  quotes: readonly CitedQuote[],
  { library }: AnswerParts,
): Outcome {
  if (!hasPassages(found)) return 'unknown';
  if (expect.length === 0) return found.kind === 'perhaps' ? 'perhaps' : 'wrong';
  const isShown = quotes.some(({ article, paragraph }) => {
    const text = paragraphOf(library, article, paragraph)?.text ?? '';
    return expect.some(
      (expected) =>
        expected.article === article &&
        (expected.match ?? []).every((pattern) => new RegExp(pattern, 'i').test(text)),
    );
  });
  return isShown ? found.kind : 'wrong';
}
