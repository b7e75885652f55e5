import { expect, it } from '@jest/globals';
import { readHtml } from '../../src/import/sources/html.ts';
import { processorTime } from '../support/processor-time.ts';

const long = 200_000;

it.each([
  ['elements within elements', '<div>'.repeat(long)],
  ['marks that nobody closes', `<b><i>${'<b><i>'.repeat(long)}x`],
  ['tables within tables', '<table><tr><td>'.repeat(long)],
  ['attributes without end', `<p ${'a=1 '.repeat(long)}>x</p>`],
  ['angle brackets', '<'.repeat(long)],
])('a page of nothing but %s is refused before it is parsed', async (_, html) => {
  const read = () => readHtml(`<html><body>${html}</body></html>`, {});
  expect(read()).toMatchObject({ problem: expect.stringMatching(/save it as plain text/) });
  expect(await processorTime(read)).toBeLessThan(1000);
});

it('a page whose paragraphs, items and lines are never closed is read', () => {
  const html = `<html><body><h1>Rivers</h1>${'<p>The river is wide here, and nobody has measured it.<br>'.repeat(2000)}`;
  expect(readHtml(html, {})).toHaveProperty('documents');
});
