import { citationLine } from '../../answer/citation.ts';
import type { CitedQuote } from '../../answer/quote.ts';
import type { Saying } from '../../texts/message.ts';
import { sayIn } from '../../texts/say.ts';
import type { DiffPiece } from '../../verify/diff.ts';
import type { Verdict } from '../../verify/verdict.ts';
import { verdictLine, verdictNotes } from '../../verify/verdict-line.ts';
import { quoteToText } from './answer-text.ts';

/** The terminal speaks English. */
const say = sayIn('en');

/**
 * A verdict as the terminal shows it; what differs stands in {+…+} and [-…-], as in word diffs of git,
 * and what an ellipsis passes over in [… …].
 */
export function verdictToText(verdict: Verdict): string {
  const lines = [
    verdictLine(verdict, say),
    ...verdictNotes(verdict, say).map((note) => `(${note})`),
  ];
  if (verdict.kind === 'altered') lines.push(verdict.diff.map(pieceToText).join(''));
  return [...lines, ...quotesOf(verdict).map(quoteToText)].join('\n');
}

/** A verdict as one JSON object, its passages as those of an answer. */
export function verdictToJson(verdict: Verdict): object {
  if (verdict.kind === 'refused') return { ...verdict, reason: say(verdict.reason) };
  return JSON.parse(JSON.stringify(verdict, plainly));
}

function plainly(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('message' in value) return say(value as Saying);
  if (!('citation' in value)) return value;
  const { article, paragraph, text, citation } = value as CitedQuote;
  const cited = citationLine(citation, say);
  const { link } = citation;
  return { article, paragraph, quote: text, cited, ...(link && { link }) };
}

function quotesOf(verdict: Verdict): readonly CitedQuote[] {
  if (verdict.kind === 'refused') return [];
  if (verdict.kind === 'stitched') return verdict.pieces.flatMap(({ passages }) => passages);
  if (verdict.kind === 'not-found') return [];
  if (verdict.kind === 'brief-only') return verdict.nearBrief ? [verdict.nearBrief] : [];
  return verdict.passages;
}

function pieceToText({ kind, text }: DiffPiece): string {
  if (kind === 'added') return `{+${text}+}`;
  if (kind === 'omitted') return `[… ${text.trim()} …]`;
  return kind === 'removed' ? `[-${text}-]` : text;
}
