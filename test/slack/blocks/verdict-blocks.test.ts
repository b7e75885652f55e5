import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refuseMessage } from 'slack-standin/block-kit';
import { languageCodes } from '../../../src/language/languages.ts';
import { verdictBlocks } from '../../../src/slack/blocks/verdict-blocks.ts';
import { saying } from '../../../src/texts/message.ts';
import { sayIn } from '../../../src/texts/say.ts';
import { omissionTexts, verdictNoteTexts } from '../../../src/texts/verify.ts';
import type { Verdict } from '../../../src/verify/verdict.ts';
import { anyQuote, hostileText } from '../hostile.ts';

const anyNote = hostileText.map((word) => saying(verdictNoteTexts.word, { word }));
const notes = fc.array(anyNote, { maxLength: 3 });
const quotes = fc.array(anyQuote, { maxLength: 3 });
const checked = { quotation: hostileText, notes };
const reasons = Object.keys(omissionTexts) as (keyof typeof omissionTexts)[];
const omission = fc.record({ text: hostileText, reasons: fc.subarray(reasons) });
const attributed = {
  speaker: fc.constantFrom('confirmed' as const, 'contradicted' as const, 'not-shown' as const),
  named: hostileText,
  saidBy: hostileText,
  isProse: fc.boolean(),
};
const found = {
  ...checked,
  ...attributed,
  passages: quotes,
  omissions: fc.array(omission, { maxLength: 3 }),
};
const piece = fc.record({
  kind: fc.constantFrom(...(['same', 'removed', 'added', 'omitted'] as const)),
  text: hostileText,
});
const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({ kind: fc.constant('exact' as const), ...found, elsewhere: quotes }),
  fc.record({
    kind: fc.constant('altered' as const),
    ...found,
    diff: fc.array(piece, { maxLength: 12 }),
    edits: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('stitched' as const),
    ...checked,
    ...attributed,
    pieces: fc.array(fc.record({ text: hostileText, passages: quotes }), { maxLength: 10 }),
    unfound: fc.array(hostileText, { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('not-found' as const), ...checked }),
  fc.record({
    kind: fc.constant('brief-only' as const),
    ...checked,
    nearBrief: anyQuote,
    isBriefsWording: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('refused' as const), reason: anyNote }),
);

const controls = {
  question: '01J0000000',
  page: 0,
  shareable: true,
  hasMore: false,
  citable: true,
  feedback: true,
};

describe("a verdict's message", () => {
  it('is taken by Slack, whatever it is fed, and holds quotes and citations whole or not at all', () => {
    fc.assert(
      fc.property(
        fc.array(anyVerdict, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom(...languageCodes),
        (verdicts, hasControls, locale) => {
          const shown = hasControls ? controls : undefined;
          const { text, blocks } = verdictBlocks(verdicts, sayIn(locale), shown);
          expect(refuseMessage({ text, blocks })).toBeUndefined();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names how many of the longest verdicts found no room', () => {
    const diff = Array.from({ length: 12 }, () => ({
      kind: 'added' as const,
      text: 'x '.repeat(100),
    }));
    const note = saying(verdictNoteTexts.word, { word: 'x '.repeat(300) });
    const altered: Verdict = {
      ...{ kind: 'altered', diff, edits: 9, passages: [], omissions: [] },
      ...{ quotation: 'x '.repeat(500), notes: Array(3).fill(note) },
    };
    const { text, blocks } = verdictBlocks(Array(6).fill(altered), sayIn('en'), controls);
    expect(refuseMessage({ text, blocks })).toBeUndefined();
    expect(JSON.stringify(blocks)).toMatch(/Not shown: \d more quotations of the message/);
  });
});
