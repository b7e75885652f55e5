import type { KnownBlock, RichTextElement } from '@slack/types';
import type { CitedQuote } from '../../answer/quote.ts';
import type { DiffPiece } from '../../verify/diff.ts';
import type { Verdict } from '../../verify/verdict.ts';
import { verdictLine, verdictNotes } from '../../verify/verdict-line.ts';
import { count, escapeShortened, shorten } from '../text.ts';
import { fallbackOf, isShort, leftOut, quoteBlocks } from './answer-blocks.ts';
import { answerControls, type Controls } from './answer-controls.ts';
import {
  bold,
  context,
  italic,
  itemsWithRoom,
  limits,
  plain,
  type Reply,
  richText,
  section,
} from './block-kit.ts';

/** How many quotations of one message are shown with their verdicts. */
const maxVerdicts = 5;

/** Longest run of equal words in a comparison, and how much of each of its ends is kept. */
const maxSameLength = 160;
const keptOfSame = 60;

/** Longest comparison, note and number of pieces that are shown. */
const maxDiffLength = 2500;
const maxNoteLength = 600;
const maxPieces = 8;

/** Verdicts on the quotations of a text, as a message, with its controls. The passages have been checked before. */
export function verdictBlocks(verdicts: readonly Verdict[], controls?: Controls): Reply {
  const tail = controls ? answerControls(controls) : [];
  const toBlocks = (quote: CitedQuote) => quoteBlocks(quote, controls !== undefined);
  const places = leftOut(verdicts.flatMap(passagesOf));
  const others = [...places, ...notShown(verdicts.length), ...tail];
  const shown = itemsWithRoom(verdicts.slice(0, maxVerdicts), headOf, others);
  const heads = shown.flatMap(headOf);
  const quotes = itemsWithRoom(shown.flatMap(passagesOf).filter(isShort), toBlocks, [
    ...heads,
    ...others,
  ]);
  const blocks = shown.flatMap((verdict) => {
    const own = passagesOf(verdict).filter((quote) => quotes.includes(quote));
    return [...headOf(verdict), ...own.flatMap(toBlocks)];
  });
  const missing = leftOut(shown.flatMap(passagesOf).filter((quote) => !quotes.includes(quote)));
  const more = notShown(verdicts.length - shown.length);
  return { text: fallback(shown, quotes[0]), blocks: [...blocks, ...missing, ...more, ...tail] };
}

function notShown(verdicts: number): KnownBlock[] {
  return verdicts > 0
    ? [context(`Not shown: ${count(verdicts, 'more quotation')} of the message.`)]
    : [];
}

/** The passages that are shown with a verdict. */
export function passagesOf(verdict: Verdict): CitedQuote[] {
  switch (verdict.kind) {
    case 'exact':
    case 'altered':
      return [...verdict.passages];
    case 'stitched':
      return verdict.pieces.slice(0, maxPieces).flatMap(({ passages }) => passages);
    case 'brief-only':
      return verdict.nearBrief ? [verdict.nearBrief] : [];
    case 'not-found':
    case 'refused':
      return [];
  }
}

function headOf(verdict: Verdict): KnownBlock[] {
  const notes = verdictNotes(verdict).map((note) => plain(`\n${shorten(note, maxNoteLength)}`));
  const line = richText(section(bold(shorten(verdictLine(verdict), maxNoteLength)), ...notes));
  if (verdict.kind === 'refused') return [line];
  const asked = context(`“${shorten(verdict.quotation, limits.questionShown)}”`);
  if (verdict.kind === 'altered') return [asked, line, ...diffBlocks(verdict.diff)];
  return [asked, line];
}

function diffBlocks(diff: readonly DiffPiece[]): KnownBlock[] {
  const elements: RichTextElement[] = [];
  let room = maxDiffLength;
  for (const [index, piece] of diff.entries()) {
    const text = piece.kind === 'same' ? condensed(piece.text, index, diff.length) : piece.text;
    if (text.length > room) {
      elements.push(plain(' … (more changes are not shown)'));
      break;
    }
    room -= text.length;
    elements.push(marked({ kind: piece.kind, text }));
  }
  const isOmitted = diff.some(({ kind }) => kind === 'omitted');
  const key = context(
    `Struck out: only in the library. Bold: only in the text.${isOmitted ? ' Italics: what an ellipsis passes over.' : ''}`,
  );
  return [richText(section(...elements)), key];
}

function marked({ kind, text }: DiffPiece): RichTextElement {
  if (kind === 'added') return bold(text);
  if (kind === 'omitted') return italic(text);
  return kind === 'removed' ? { type: 'text', text, style: { strike: true } } : plain(text);
}

/** The words next to a change; the passage itself follows whole. */
function condensed(text: string, index: number, pieces: number): string {
  if (text.length <= maxSameLength) return text;
  const before = index > 0 ? text.slice(0, keptOfSame).replace(/\S*$/, '') : '';
  const behind = index < pieces - 1 ? text.slice(-keptOfSame).replace(/^\S*/, '') : '';
  return `${before}…${behind}`;
}

function fallback(verdicts: readonly Verdict[], quote: CitedQuote | undefined): string {
  const lines = verdicts.map(verdictLine).join(' ');
  return escapeShortened(`${lines} `, 400) + (quote ? fallbackOf(quote, '', 3500) : '');
}
