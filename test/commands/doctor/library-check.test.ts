import { describe, expect, it } from '@jest/globals';
import { findingToText } from '../../../src/commands/doctor/finding.ts';
import { checkLibrary } from '../../../src/commands/doctor/library-check.ts';
import { articleFile, writeFolder } from '../../library/folders.ts';

describe('the doctor', () => {
  it('names the articles that wait to be looked over, which is no fault', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ id: 'a', review: '[title, published]' }),
      'b.md': articleFile({ id: 'b' }),
    });
    const findings = await checkLibrary([folder]);
    expect(findings.map(findingToText).at(-1)).toBe(
      'well   review: 1 article waits to be looked over: a (title, published)',
    );
  });
});
