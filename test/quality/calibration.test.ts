import { expect, it } from '@jest/globals';
import { openLibrary } from '../../src/answer/open-library.ts';
import { defaultGate } from '../../src/answer/outcome.ts';
import { type CurvePoint, curvesOf } from './calibration.ts';
import { readJudgedQuestions } from './judged-questions.ts';

const questions = readJudgedQuestions(`
{ "question": "What does Russia think of THAAD?", "expect": [{ "article": "hammond-2017" }] }
{ "question": "Who is the chief engineer of the Port Sable ferry?", "expect": [] }
`);

it('the curves of the gate turn answers into closest passages, and count each question at each value', async () => {
  const parts = await openLibrary(['seeds']);
  let searches = 0;
  const find: typeof parts.search.find = (query, limit) => {
    searches += 1;
    return parts.search.find(query, limit);
  };
  const points: CurvePoint[] = [];
  for await (const point of curvesOf(questions, { ...parts, search: { find } }, false)) {
    points.push(point);
  }
  for (const { own, others } of points) {
    for (const { questions: all, answered, perhaps, unknown, wrong } of [own, others]) {
      expect(all).toBe(1);
      expect(answered + perhaps + unknown + wrong).toBe(all);
    }
  }
  const byAnswer = points.filter(({ constant }) => constant === 'minForAnswer');
  const answered = byAnswer.map(({ own }) => own.answered);
  expect(answered).toEqual(answered.toSorted((a, b) => b - a));
  expect(answered[0]).toBe(1);
  expect(byAnswer.find(({ isDefault }) => isDefault)?.value).toBe(defaultGate.minForAnswer);
  expect(searches).toBeLessThan(points.length);
});
