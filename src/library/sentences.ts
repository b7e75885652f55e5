import { segment } from 'sentencex';

/** A slice of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of text without a full stop is cut here, so that any quote fits into a message. */
const longestSentence = 800;

/**
 * The sentences of a text, in order, without the white space around them.
 * Only a sentence of more than 800 characters is divided, at a clause or a word.
 */
export function splitSentences(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const sentence of segment(language, text)) {
    const end = start + sentence.length;
    spans.push(...divide(text, trim(text, { start, end })));
    start = end;
  }
  return spans;
}

function trim(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) };
}

function divide(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let rest = span;
  while (rest.end - rest.start > longestSentence) {
    const cut = rest.start + placeToCut(text.slice(rest.start, rest.start + longestSentence));
    parts.push(trim(text, { start: rest.start, end: cut }));
    rest = trim(text, { start: cut, end: rest.end });
  }
  return rest.end > rest.start ? [...parts, rest] : parts;
}

function placeToCut(slice: string): number {
  const clause = Math.max(
    slice.lastIndexOf('; '),
    slice.lastIndexOf(', '),
    slice.lastIndexOf(': '),
  );
  if (clause > longestSentence / 2) return clause + 1;
  const word = slice.lastIndexOf(' ');
  if (word > longestSentence / 2) return word;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]$/.test(slice) ? slice.length - 1 : slice.length;
}
