import { describe, expect, it } from '@jest/globals';
import { answer, hasPassages } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { readSought } from '../../src/language/asking.ts';
import { reasonsIn } from '../../src/language/reasons.ts';
import { articleFile, writeFolder } from '../library/folders.ts';

const found = (text: string) => reasonsIn(text).map(({ start, end }) => text.slice(start, end));

describe('reasons', () => {
  it('are asked for in each language', () => {
    for (const text of [
      'Why did they part?',
      'What was the reason?',
      'Почему порт закрыт?',
      '港口为什么关闭？',
    ]) {
      expect(readSought(text).kind).toBe('reason');
    }
  });

  it('are told by these words, and not by parts of others', () => {
    expect(found('It closed because of ice, in order to spare the piers.')).toEqual([
      'because',
      'in order to',
    ]);
    expect(found('Порт закрыли, чтобы уберечь причалы, из-за льда.')).toEqual(['чтобы', 'из-за']);
    expect(found('由于结冰，港口关闭。')).toEqual(['由于']);
    expect(found('The treason was fearless and reasonable.')).toEqual([]);
  });

  it('are quoted from the next sentence, when it is asked why', async () => {
    const text =
      'The harbour of Port Sable was closed in spring. It was done because ice had broken two piers. A band played on the quay.';
    const parts = await openLibrary([writeFolder({ 'a.md': articleFile({}, text) })]);
    const quoted = async (question: string) => {
      const reply = await answer({ text: question }, parts);
      return hasPassages(reply) ? reply.quotes[0]?.text : undefined;
    };
    expect(await quoted('Why was the harbour of Port Sable closed?')).toMatch(
      /^The harbour of Port Sable was closed in spring\. It .* two piers\.$/,
    );
    expect(await quoted('Who closed the harbour of Port Sable?')).toBe(
      'The harbour of Port Sable was closed in spring.',
    );
  });
});
