import { type Answer, type AnswerParts, answer } from '../../src/answer/answer.ts';
import { paragraphOf } from '../../src/library/library.ts';

/** A question with the passages that may answer it; none for one that the library can't answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly thread?: readonly string[];
  /** Regular expressions that all have to match a shown paragraph of the article. */
  readonly expect: readonly { readonly article: string; readonly match: readonly string[] }[];
}

/** What became of a judged question. */
export interface Verdict {
  readonly judged: JudgedQuestion;
  readonly answer: Answer;
  /** Whether an expected passage was shown, or nothing where nothing was expected. */
  readonly right: boolean;
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
  if (judged.expect.length === 0) return { judged, answer: found, right: found.kind === 'unknown' };
  const shown = found.kind === 'answered' ? found.quotes : [];
  const right = shown.some(({ article, paragraph }) => {
    const text = paragraphOf(parts.library, article, paragraph)?.text ?? '';
    return judged.expect.some(
      (expected) =>
        expected.article === article &&
        expected.match.every((pattern) => new RegExp(pattern, 'i').test(text)),
    );
  });
  return { judged, answer: found, right };
}
