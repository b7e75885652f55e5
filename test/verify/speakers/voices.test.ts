import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { speechesIn } from '../../../src/verify/speaker/voices.ts';

const rows = readFileSync(new URL('sentences.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

function readingsOf(sentence: string): string {
  const readings = speechesIn(sentence).map(({ reading }) => {
    if (reading === undefined) return '-';
    return reading === 'unclear'
      ? '?'
      : reading.map(({ name, phrase }) => name || phrase).join(' + ');
  });
  return readings.join(' | ');
}

describe('who speaks in a sentence', () => {
  it.each(rows)('%s', (sentence = '', expected = '') => {
    expect(readingsOf(sentence)).toBe(expected);
  });
});

describe('marks without end', () => {
  it.each([
    ['apostrophes', " 'a"],
    ['quotation marks', '“a” b, "c" '],
    ['speech', '“A,” said B, “c,” D said. '],
    ['Russian speech', '«А, — сказал Б, — в». '],
    ['pronouns', '“A,” he said. '],
    ['Chinese speech', '王说：“好。”'],
  ])('cost no more than their length: %s', (_, piece) => {
    const timed = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const before = process.cpuUsage();
      speechesIn(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    timed(10_000);
    const once = Math.min(...[1, 2, 3].map(() => timed(9_000)));
    const twice = Math.min(...[1, 2, 3].map(() => timed(18_000)));
    expect(twice).toBeLessThan(Math.max(once * 3, 40_000));
  });
});
