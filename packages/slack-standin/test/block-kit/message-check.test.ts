import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemToMessage } from '../../src/block-kit/check.ts';
import { refuseMessage, textLength } from '../../src/block-kit/message-check.ts';
import { accepted } from './accepted-blocks.ts';
import { refused } from './refused-blocks.ts';
import { many, mrkdwn, plain, rich, x } from './sample-blocks.ts';

describe('a message’s blocks', () => {
  it.each(accepted)('may be %s', (_what, ...blocks) => {
    expect(refuseMessage({ text: 'x', blocks })).toBeUndefined();
  });

  it.each(refused)('may not be %s', (_what, message, ...blocks) => {
    const refusal = refuseMessage({ text: 'x', blocks });
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.problems.map(problemToMessage)).toContain(`[ERROR] ${message}`);
  });

  it('may be 50, but not 51', () => {
    const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
    expect(refuseMessage({ text: 'x', blocks: dividers(50) })).toBeUndefined();
    expect(refuseMessage({ text: 'x', blocks: dividers(51) })?.error).toBe('invalid_blocks');
  });

  it('may hold 13,200 characters together, but not one more', () => {
    const blocks = (extra: number) => [
      ...many(4, () => ({ type: 'section', text: plain(x(3000)) })),
      { type: 'section', text: plain(x(1200 + extra)) },
    ];
    expect(refuseMessage({ text: 'x', blocks: blocks(0) })).toBeUndefined();
    expect(refuseMessage({ text: 'x', blocks: blocks(1) })?.error).toBe('msg_blocks_too_long');
  });

  it('are looked at without failing, whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const refusal = refuseMessage({ text: 'x', blocks: value });
        const isFine = Array.isArray(value) && value.length === 0;
        expect(refusal === undefined).toBe(isFine);
      }),
    );
  });

  it('are refused for exactly the texts of the wrong length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (length) => {
        const blocks = [{ type: 'section', text: mrkdwn(x(length)) }];
        const isFine = length >= 1 && length <= 3000;
        expect(refuseMessage({ text: 'x', blocks }) === undefined).toBe(isFine);
      }),
    );
  });

  it('count all their texts, however deep', () => {
    const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, (words) => {
        const blocks = [rich(...words.map((text) => ({ type: 'text', text })))];
        expect(textLength(blocks)).toBe(words.join('').length);
      }),
    );
  });
});
