import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openLibrary } from '../../src/answer/open-library.ts';
import { judge, type Outcome, readJudgedQuestions, type Verdict } from './judged-questions.ts';

const parts = await openLibrary(['seeds']);

async function rightOf(file: string) {
  const questions = readJudgedQuestions(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const verdicts: Verdict[] = [];
  for (const question of questions) verdicts.push(await judge(question, parts));
  const share = (some: readonly Verdict[], ...right: readonly Outcome[]) =>
    some.filter(({ outcome }) => right.includes(outcome)).length / some.length;
  const answerable = verdicts.filter(({ judged }) => judged.expect.length > 0);
  return {
    answerable: share(answerable, 'answered'),
    shown: share(answerable, 'answered', 'perhaps'),
    unanswerable: share(
      verdicts.filter(({ judged }) => judged.expect.length === 0),
      'unknown',
      'perhaps',
    ),
  };
}

describe('the judged questions', () => {
  it('are answered by an expected passage, and refused where the library has none', async () => {
    const { answerable, unanswerable } = await rightOf('questions.jsonl');
    expect(answerable).toBeGreaterThanOrEqual(33 / 35);
    expect(unanswerable).toBe(1);
  });

  it('that constants were compared on keep their figures, though they are harder', async () => {
    const { answerable, unanswerable } = await rightOf('own-questions.jsonl');
    expect(answerable).toBeGreaterThanOrEqual(0.85);
    expect(unanswerable).toBeGreaterThanOrEqual(0.8);
  });
});
