import { expect, it } from '@jest/globals';
import { readBibtex } from '../../src/import/bibliography/bibtex.ts';
import { readRis } from '../../src/import/bibliography/ris.ts';
import { costRatio } from '../support/processor-time.ts';

/** Three times for twice as much: growth in proportion, and room for noise. */
const maxRatio = 3;

it.each([
  [
    'RIS with authors without end',
    readRis,
    (n: number) => `TY  - JOUR\n${'AU  - Doe, Jane\n'.repeat(n)}ER  - \n`,
  ],
  [
    'RIS with lines that go on',
    readRis,
    (n: number) => `TY  - JOUR\nTI  - a\n${'b\n'.repeat(n)}ER  - \n`,
  ],
  ['BibTeX with a word without end', readBibtex, (n: number) => `@article{${'a'.repeat(n)}}`],
  [
    'BibTeX with braces in braces',
    readBibtex,
    (n: number) => `@article{a, title={${'{'.repeat(n)}${'}'.repeat(n)}}}`,
  ],
] as const)('%s costs no more than its length', async (_, read, textOf) => {
  const [once, twice] = [textOf(50_000), textOf(100_000)];
  expect(
    await costRatio(
      () => read(once),
      () => read(twice),
      maxRatio,
    ),
  ).toBeLessThanOrEqual(maxRatio);
});
