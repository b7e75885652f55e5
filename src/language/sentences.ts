import { chineseSentences } from './chinese/sentences.ts';
import { isAbbreviation as isEnglishAbbreviation } from './english/sentences.ts';
import { lengthsOf } from './lengths.ts';
import { isAbbreviation as isRussianAbbreviation } from './russian/sentences.ts';
import { languageOf } from './script.ts';
import type { Span } from './span.ts';

export type { Span } from './span.ts';

/**
 * The sentences of a text, in order, without the white space around them, by the rules of the
 * language it is written in. Only a sentence without end (800 characters, 260 of Chinese) is divided,
 * at a clause or a word. `language` chooses the segmenter of texts in Latin letters.
 */
export function splitSentences(text: string, language: string): Span[] {
  const { maxSentence } = lengthsOf(text);
  const spans = languageOf(text) === 'zh' ? chineseSentences(text) : segmented(text, language);
  return spans.flatMap((span) => divide(text, trim(text, span), maxSentence));
}

/** How much of a sentence's end tells whether its full stop is one of an abbreviation. */
const tailLength = 20;

function segmented(text: string, language: string): Span[] {
  const isRussian = languageOf(text) === 'ru';
  const isAbbreviation = isRussian ? isRussianAbbreviation : isEnglishAbbreviation;
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenterFor(isRussian ? 'ru' : language).segment(text)) {
    const end = index + segment.length;
    const tail = text.slice(Math.max(start, end - tailLength), end);
    const rest = text.slice(end, end + tailLength);
    if (rest.trim() !== '' && isAbbreviation(tail, rest)) continue;
    spans.push({ start, end });
    start = end;
  }
  return [...spans, { start, end: text.length }];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en';
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

function trim(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) };
}

function divide(text: string, span: Span, maxSentence: number): Span[] {
  const parts: Span[] = [];
  let rest = span;
  while (rest.end - rest.start > maxSentence) {
    const cut = rest.start + placeToCut(text.slice(rest.start, rest.start + maxSentence));
    parts.push(trim(text, { start: rest.start, end: cut }));
    rest = trim(text, { start: cut, end: rest.end });
  }
  return rest.end > rest.start ? [...parts, rest] : parts;
}

const clauseMarks = ['; ', ', ', ': ', '；', '，', '：'];

function placeToCut(slice: string): number {
  const clause = Math.max(...clauseMarks.map((mark) => slice.lastIndexOf(mark)));
  if (clause > slice.length / 2) return clause + 1;
  const word = slice.lastIndexOf(' ');
  if (word > slice.length / 2) return word;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]$/.test(slice) ? slice.length - 1 : slice.length;
}
