import { lengthsOf } from '../language/languages.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Article } from './article.ts';

/** The unit of retrieval: a paragraph, or a window of sentences of a long one. */
export interface Passage extends Span {
  /** `article:paragraph`, followed by `.window` for a part of a long paragraph. */
  readonly id: string;
  readonly article: Article;
  /** Number of the paragraph; `start` and `end` are offsets in its text. */
  readonly paragraph: number;
  readonly heading?: string;
  readonly text: string;
}

/** Paragraphs of more words are cut into windows, so that one long paragraph can't outweigh all. */
const maxParagraphWords = 1200;
const windowSentences = 30;
const windowStep = 15;

/** Cuts an article into passages: whole paragraphs, or overlapping windows of 30 sentences. */
export function splitIntoPassages(article: Article): Passage[] {
  return article.paragraphs.flatMap(({ number, text, heading }) => {
    const id = `${article.id}:${number}`;
    const shared = { article, paragraph: number, ...(heading && { heading }) };
    const windows = windowsOf(text, article.language);
    if (windows.length === 1) return [{ ...shared, id, start: 0, end: text.length, text }];
    return windows.map(({ start, end }, index) => ({
      ...shared,
      id: `${id}.${index + 1}`,
      start,
      end,
      text: text.slice(start, end),
    }));
  });
}

function windowsOf(text: string, language: string): Span[] {
  const whole = [{ start: 0, end: text.length }];
  const { maxParagraph } = lengthsOf(text);
  if (text.length <= maxParagraph && text.split(' ').length <= maxParagraphWords) return whole;
  const sentences = splitSentences(text, language);
  const windows: Span[] = [];
  for (
    let from = 0;
    from === 0 || from + windowSentences - windowStep < sentences.length;
    from += windowStep
  ) {
    const first = sentences[from];
    const last = sentences[Math.min(from + windowSentences, sentences.length) - 1];
    if (first && last) windows.push({ start: first.start, end: last.end });
  }
  return windows.length > 0 ? windows : whole;
}
