import type { KnownBlock, RichTextElement } from '@slack/types';
import type { CitedQuote } from '../../answer/quote.ts';
import type { Say } from '../../texts/say.ts';
import { verdictNoteTexts as texts } from '../../texts/verify.ts';
import type { DiffPiece } from '../../verify/diff.ts';
import type { Verdict } from '../../verify/verdict.ts';
import { verdictLine, verdictNotes } from '../../verify/verdict-line.ts';
import { escapeShortened, shorten } from '../text.ts';
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
export function verdictBlocks(verdicts: readonly Verdict[], say: Say, controls?: Controls): Reply {
  const tail = controls ? answerControls(controls, say) : [];
  const toBlocks = (quote: CitedQuote) =>
    quoteBlocks(quote, say, { hasControls: controls !== undefined });
  const places = leftOut(verdicts.flatMap(passagesOf), say);
  const others = [...places, ...notShown(verdicts.length, say), ...tail];
  const toHead = (verdict: Verdict) => headOf(verdict, say);
  const shown = itemsWithRoom(verdicts.slice(0, maxVerdicts), toHead, others);
  const heads = shown.flatMap(toHead);
  const short = shown.flatMap(passagesOf).filter((quote) => isShort(quote, say));
  const quotes = itemsWithRoom(short, toBlocks, [...heads, ...others]);
  const blocks = shown.flatMap((verdict) => {
    const own = passagesOf(verdict).filter((quote) => quotes.includes(quote));
    return [...toHead(verdict), ...own.flatMap(toBlocks)];
  });
  const left = shown.flatMap(passagesOf).filter((quote) => !quotes.includes(quote));
  const missing = leftOut(left, say);
  const more = notShown(verdicts.length - shown.length, say);
  return {
    text: fallback(shown, quotes[0], say),
    blocks: [...blocks, ...missing, ...more, ...tail],
  };
}

function notShown(quotations: number, say: Say): KnownBlock[] {
  return quotations > 0 ? [context(say(texts.moreQuotations, { quotations }))] : [];
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

function headOf(verdict: Verdict, say: Say): KnownBlock[] {
  const notes = verdictNotes(verdict, say).map((note) =>
    plain(`\n${shorten(note, maxNoteLength)}`),
  );
  const line = richText(section(bold(shorten(verdictLine(verdict, say), maxNoteLength)), ...notes));
  if (verdict.kind === 'refused') return [line];
  const asked = context(
    say(texts.word, { word: shorten(verdict.quotation, limits.questionShown) }),
  );
  if (verdict.kind === 'altered') return [asked, line, ...diffBlocks(verdict.diff, say)];
  return [asked, line];
}

function diffBlocks(diff: readonly DiffPiece[], say: Say): KnownBlock[] {
  const elements: RichTextElement[] = [];
  let room = maxDiffLength;
  for (const [index, piece] of diff.entries()) {
    const text = piece.kind === 'same' ? condensed(piece.text, index, diff.length) : piece.text;
    if (text.length > room) {
      elements.push(plain(say(texts.moreChanges)));
      break;
    }
    room -= text.length;
    elements.push(marked({ kind: piece.kind, text }));
  }
  const isOmitted = diff.some(({ kind }) => kind === 'omitted');
  return [richText(section(...elements)), context(say(isOmitted ? texts.keyOmitted : texts.key))];
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

function fallback(verdicts: readonly Verdict[], quote: CitedQuote | undefined, say: Say): string {
  const lines = verdicts.map((verdict) => verdictLine(verdict, say)).join(' ');
  return escapeShortened(`${lines} `, 400) + (quote ? fallbackOf(quote, '', say, 3500) : '');
}
