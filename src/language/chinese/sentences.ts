import type { Span } from '../span.ts';

/** A full stop, exclamation or question mark with what closes behind it. */
const end = /(?:[。！？!?]+|\.(?=\s|$))[”’」』）》】"']*/g;

/** Behind a closing mark these go on with the sentence: “好！”，他说。 */
const goesOn = /^[，、；：,;:的]/;

/**
 * The sentences of a Chinese text, white space included. A quotation mark that opens belongs to the
 * sentence behind it, which `Intl.Segmenter` gives to the one before.
 */
export function chineseSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(end)) {
    const behind = index + mark.length;
    if (/[”’」』）》】"']$/.test(mark) && goesOn.test(text.slice(behind, behind + 1))) continue;
    spans.push({ start, end: behind });
    start = behind;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
