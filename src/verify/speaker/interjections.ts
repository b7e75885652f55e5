import type { Span } from '../../language/sentences.ts';
import type { Paragraph } from '../../library/article.ts';
import { speechesOf } from './paragraph-speeches.ts';
import { quotedIn } from './quoted.ts';
import { areOneVoice } from './voices.ts';

/** Longest phrase between two halves, in characters. */
const longest = 240;

const known = new WeakMap<Paragraph, readonly Span[]>();

/** What stands between two halves of one person's words: `“…,” he said, “…”`. */
export function interjectionsIn(paragraph: Paragraph): readonly Span[] {
  const kept = known.get(paragraph);
  if (kept) return kept;
  const between = gapsIn(paragraph.text);
  // Reading who speaks costs more than finding the marks.
  const speeches = between.length > 0 ? speechesOf(paragraph) : [];
  const found = between.filter((gap) => {
    const at = speeches.findIndex(({ quoted }) => quoted.outer.end === gap.start);
    const [speech, next] = [speeches[at], speeches[at + 1]];
    return speech && next && areOneVoice(speech, next);
  });
  known.set(paragraph, found);
  return found;
}

/** The short stretches of one sentence between two quotations, the first of which does not end it. */
function gapsIn(text: string): Span[] {
  const quotes = quotedIn(text);
  return quotes.flatMap(({ outer, end }, at) => {
    const next = quotes[at + 1];
    if (!next || next.outer.start - outer.end > longest) return [];
    const between = text.slice(outer.end, next.outer.start);
    const isOneSentence = !/[.!?;]\s|[。；！？]/u.test(between);
    const goesOn = /[,，…—–-]$/u.test(text.slice(0, end).trimEnd()) || /^\s*[,，—–]/u.test(between);
    const isOne = isOneSentence && goesOn && /\p{L}/u.test(between);
    return isOne ? [{ start: outer.end, end: next.outer.start }] : [];
  });
}
